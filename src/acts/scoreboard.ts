import { KPIS } from '#catalogue';
import { chanceOfMarks } from '#judge';
import { formatUtc } from '#time';
import { bilingual } from '#words';
import { defineAct } from './act.ts';
import { type Card, cardOf, fits, optionsOf, stretchOf } from './cards.ts';
import { scoreboardInput } from './inputs.ts';
import type { Bilingual, CardView, ScoreboardView } from './views.ts';

export const scoreboard = defineAct({
  name: 'scoreboard',
  summary: 'Five KPIs, each a pair of deeds and words, every indicator judged against its own past.',
  input: scoreboardInput,
  cancels: true,
  run: async (context, { by, period, scope }): Promise<ScoreboardView> => {
    const { ports, signal, progress } = context;
    const facts = await ports.facts.context();
    const catalogue = await ports.catalogue.load();
    const stretch = stretchOf(facts, by, period);
    const base = { by, scope, options: optionsOf(facts), horizon: facts.span ? formatUtc(facts.span.to) : null };
    if (!stretch) {
      return {
        ...base,
        empty: true,
        period: null,
        periods: [],
        kpis: [],
        marks: { judged: 0, marked: 0, byChance: 0 },
        answer: bilingual('scoreboard.empty'),
      };
    }
    const specs = [...catalogue.metrics.values()].filter((spec) => fits(spec, scope));
    const changes = await ports.book.changes();
    const cards: Card[] = [];
    for (const [done, spec] of specs.entries()) {
      signal.throwIfAborted();
      progress({ stage: 'measure', done, total: specs.length, unit: 'figures' });
      const setting = await ports.book.indicator(spec.id, scope);
      cards.push(await cardOf(context, facts, catalogue, { spec, stretch, scope, changes, setting }));
    }
    const { judged, marked, byChance } = chanceOfMarks(cards.map((card) => card.judgement.verdict));
    return {
      ...base,
      empty: false,
      period: stretch.period,
      periods: stretch.periods,
      kpis: KPIS.map((kpi) =>
        kpiOf(
          kpi,
          cards.map(({ view }) => view).filter((view) => view.kpi === kpi),
        ),
      ),
      marks: { judged, marked, byChance },
      answer: answerOf(cards.map(({ view }) => view)),
    };
  },
});

/** A KPI has no index: its headline is a pair, one of deeds and one of words (design § 3). */
function kpiOf(kpi: CardView['kpi'], cards: readonly CardView[]): ScoreboardView['kpis'][number] {
  const headline = (group: CardView['group']): CardView | null => {
    const own = cards.filter((card) => card.group === group);
    return own.find((card) => card.headline) ?? own.find((card) => card.core && shown(card)) ?? own.find(shown) ?? null;
  };
  const objective = headline('objective');
  const subjective = headline('subjective');
  const others = cards.filter((card) => card !== objective && card !== subjective);
  return { kpi, headline: { objective, subjective }, parted: partedOf(objective, subjective), others };
}

const shown = (card: CardView): boolean => card.current?.value !== null && card.current !== null;

/** Deeds and words that go opposite ways: a question, never an accusation. */
function partedOf(objective: CardView | null, subjective: CardView | null): Bilingual | null {
  const [deeds, words] = [objective?.verdict.kind, subjective?.verdict.kind];
  if (deeds === 'better' && words === 'worse') return bilingual('scoreboard.parted.deedsBetter');
  if (deeds === 'worse' && words === 'better') return bilingual('scoreboard.parted.wordsBetter');
  return null;
}

/** One to three sentences, made from the verdicts. */
function answerOf(cards: readonly CardView[]): Bilingual {
  const of = (kind: string) =>
    cards
      .filter((card) => card.verdict.kind === kind)
      .sort((a, b) => Number(b.headline) - Number(a.headline) || Number(b.core) - Number(a.core));
  const [better, worse] = [of('better'), of('worse')];
  const names = (list: readonly CardView[], lang: 'ru' | 'en') =>
    list
      .slice(0, 3)
      .map((card) => (lang === 'ru' ? `«${card.name.ru}»` : `“${card.name.en}”`))
      .join(', ');
  const words = (lang: 'ru' | 'en'): string => {
    const code = better.length && worse.length ? 'both' : better.length ? 'better' : worse.length ? 'worse' : 'same';
    const params = {
      better: names(better, lang),
      worse: names(worse, lang),
      moreBetter: Math.max(0, better.length - 3),
      moreWorse: Math.max(0, worse.length - 3),
      same: of('same').length,
      unclear: of('unclear').length,
    };
    return bilingual(`scoreboard.answer.${code}`, params)[lang];
  };
  return { ru: words('ru'), en: words('en') };
}

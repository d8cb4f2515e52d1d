import { cohortDefinition, cohortFormula, definition, formulaLine, formulaWithNumbers } from '#catalogue';
import { refuse } from '#facts';
import { explainMetric } from '#measure';
import { formatUtc, parsePeriod, periodsBetween } from '#time';
import { defineAct } from './act.ts';
import { both } from './cards.ts';
import { figuresOf, metricOf, scopeOf } from './figures.ts';
import { explainInput } from './inputs.ts';
import type { ExplainView } from './views.ts';

export const explain = defineAct({
  name: 'explain',
  summary:
    'How a figure came about: definition, formula with numbers, the query, the rows behind it and those left out.',
  input: explainInput,
  run: async (context, { metric: given, period, scope, cohort, limit, offset }): Promise<ExplainView> => {
    const facts = await context.ports.facts.context();
    const catalogue = await context.ports.catalogue.load();
    const metric = await metricOf(context, given);
    const { by } = parsePeriod(period) ?? refuse('input.period', { field: 'period', got: period });
    const figure =
      (await figuresOf(context, facts, { metric, from: period, to: period, by, scope, cohort }))[0] ??
      refuse('measure.beyondHorizon', { field: 'period', got: period });
    const hidden = figure.state === 'tooFew';
    const words = cohort
      ? {
          definition: both((lang) => cohortDefinition(metric, lang, catalogue)),
          formula: both((lang) => cohortFormula(metric, null, lang, catalogue)),
          formulaWithNumbers: both((lang) => cohortFormula(metric, figure, lang, catalogue)),
        }
      : {
          definition: both((lang) => definition(metric, lang, catalogue)),
          formula: both((lang) => formulaLine(metric, lang, catalogue)),
          formulaWithNumbers: both((lang) => formulaWithNumbers(metric, figure, lang, catalogue)),
        };
    const base = { figure, hidden, ...words };
    // Of a hidden figure it is told only that it is hidden (facts.md § 4, Small numbers).
    if (hidden) return { ...base, query: '', total: 0, cases: [] };
    const { from, to } = periodsBetween(period, period, by, facts.zone)[0]!;
    const request = { metric, periods: [{ name: period, from, to }], scope: scopeOf(scope, facts), cohort };
    const found = await context.ports.facts.session((engine) =>
      explainMetric(request, facts, engine, { limit, offset }),
    );
    return {
      ...base,
      query: found.query,
      total: found.total,
      cases: found.rows.map((row) => ({ ...row, at: row.at === null ? null : formatUtc(row.at) })),
    };
  },
});

import type { Level, MetricSpec, StarterModel } from '#catalogue';
import type { ClientStatus } from '#facts';
import { linkKindOf } from './linkKinds.ts';
import { type Indicator, indicatorSchema, type LinkKind, type Model, modelSchema } from './model.ts';

/** What a starter model is adapted to; without it the model is of a whole body that has no name yet. */
export interface Adaptation {
  readonly id?: string;
  readonly name?: string;
  readonly body?: string | null;
  /** Id of the journey that the model is about. */
  readonly journey?: string | null;
  readonly services?: readonly string[];
  readonly clients?: readonly ClientStatus[];
}

export interface Expanded {
  readonly model: Model;
  /** Where each indicator and position stands in the short form, for findings. */
  readonly paths: { readonly indicators: readonly string[]; readonly positions: readonly string[] };
}

const GOAL = 'goal';

/** A model in its short form (catalogue/models.json) as a whole one. The body's metrics stand under the goal, watched ones
 *  under the body's of their KPI; a position of the body (of the journey) takes the body's own indicators over, the others
 *  get theirs at their own level, hung on the same metric above, else as a driver on the body's of the same KPI and group.
 *  Nothing is checked here: a metric that the catalogue does not know is placed all the same. */
export function expandShortForm(
  starter: StarterModel,
  metrics: ReadonlyMap<string, MetricSpec>,
  lang: 'ru' | 'en',
  adaptation: Adaptation = {},
): Expanded {
  const build = new Building(metrics, adaptation.journey ?? null);
  for (const [no, metric] of starter.body.entries()) build.top(metric, { path: `body[${no}]`, goals: [GOAL] });
  for (const [no, metric] of starter.watch.entries()) build.top(metric, { path: `watch[${no}]`, watch: true });
  const ids = unique(starter.positions.map(({ name }) => slug(name.en) || 'position'));
  build.shareAcross(starter, ids);
  for (const [no, position] of starter.positions.entries()) {
    const extra = position.shared.filter((metric) => !position.set.includes(metric));
    for (const [at, metric] of [...position.set, ...extra].entries()) {
      const path = at < position.set.length ? `positions[${no}].set[${at}]` : `positions[${no}].shared`;
      const shared = position.shared.includes(metric);
      build.hold(metric, { path, owner: ids[no]!, level: position.scope, shared });
    }
  }
  const model = modelSchema.parse({
    id: adaptation.id ?? starter.model,
    name: adaptation.name ?? starter.name?.[lang] ?? starter.model,
    body: adaptation.body ?? null,
    journey: adaptation.journey ?? null,
    services: adaptation.services ?? [],
    clients: adaptation.clients ?? starter.clients,
    goals: [{ id: GOAL, name: starter.goal?.[lang] ?? GENERIC_GOAL[lang] }],
    positions: starter.positions.map(({ name, scope }, no) => ({
      id: ids[no]!,
      name: name[lang],
      level: scope,
      body: adaptation.body ?? null,
      journey: adaptation.journey ?? null,
    })),
    indicators: build.indicators,
    links: build.links,
  });
  return {
    model,
    paths: { indicators: build.paths, positions: starter.positions.map((_, no) => `positions[${no}]`) },
  };
}

const GENERIC_GOAL = {
  ru: 'Клиент получает нужное понятно, быстро и без лишних усилий',
  en: 'Clients get what they need clearly, quickly and with little effort',
} as const;

interface Held {
  readonly path: string;
  readonly owner: string;
  readonly level: Level;
  readonly shared: boolean;
}

/** Widest first. */
const WIDTH: readonly Level[] = ['body', 'journey', 'unit', 'touchpoint', 'position'];

class Building {
  readonly indicators: Indicator[] = [];
  readonly links: Model['links'] = [];
  readonly paths: string[] = [];
  readonly #metrics: ReadonlyMap<string, MetricSpec>;
  readonly #journey: string | null;
  /** The indicator that others of the same metric hang on. */
  readonly #above = new Map<string, string>();
  /** The level of that one, where it stands at a position. */
  readonly #levels = new Map<string, Level>();
  readonly #taken = new Set<string>();

  constructor(metrics: ReadonlyMap<string, MetricSpec>, journey: string | null) {
    this.#metrics = metrics;
    this.#journey = journey;
  }

  /** An indicator of the whole body, or of the whole journey where the model is about one. */
  top(metric: string, more: { path: string; watch?: true; shared?: true; goals?: string[] }): void {
    const { path, watch = false, shared = false, goals = [] } = more;
    const level = this.#widest(metric);
    this.#add({ id: metric, metric, level, watch, shared, goals, place: { journey: this.#journeyAt(level) } }, path);
    if (!this.#above.has(metric)) this.#above.set(metric, metric);
    if (goals.length === 0) this.#drive(metric, metric);
  }

  /** Shared metrics that the body does not hold: held up by the position that has the whole of it, else by one of the
   *  team that nobody owns alone. */
  shareAcross(starter: StarterModel, ids: readonly string[]): void {
    for (const [no, { shared }] of starter.positions.entries()) {
      for (const metric of shared) {
        if (this.#above.has(metric)) continue;
        const whole = starter.positions.findIndex(
          (other) => other.set.includes(metric) && !other.shared.includes(metric) && other.scope !== 'position',
        );
        if (whole >= 0) {
          this.#above.set(metric, `${metric}.${ids[whole]}`);
          this.#levels.set(metric, starter.positions[whole]!.scope);
        } else this.top(metric, { path: `positions[${no}].shared`, shared: true });
      }
    }
  }

  /** What a position answers for. */
  hold(metric: string, { path, owner, level, shared }: Held): void {
    const own = `${metric}.${owner}`;
    const above = this.#above.get(metric);
    const upper = this.indicators.find(({ id }) => id === above);
    // Whoever stands for the whole takes the figure of the whole: a copy beside it would be the same thing twice.
    if (upper && upper.owner === null && !upper.watch && upper.level === level && !this.#taken.has(own)) {
      this.#taken.add(own);
      this.indicators[this.indicators.indexOf(upper)] = { ...upper, owner, shared: shared || upper.shared };
      return;
    }
    const place = upper && shared ? upper.place : { journey: this.#journeyAt(level) };
    const at = shared ? (upper?.level ?? this.#levels.get(metric) ?? this.#widest(metric)) : level;
    // Named twice by one position: the same id twice, which a check finds.
    const id = this.#taken.has(own) && upper?.owner === owner ? upper.id : own;
    this.#taken.add(own);
    this.#add({ id, metric, level: at, owner, shared, place }, path);
    if (above !== undefined && above !== own) this.#link(above, id, shared ? 'shared' : this.#kindOf(metric, level));
    else this.#drive(id, metric);
  }

  #add(given: { id: string; metric: string; level: Level } & Partial<Record<string, unknown>>, path: string): void {
    this.indicators.push(indicatorSchema.parse(given));
    this.paths.push(path);
  }

  #link(upper: string, lower: string, kind: LinkKind): void {
    this.links.push({ upper, lower, kind, budget: null, reason: '' });
  }

  /** Hangs an indicator on the body's of the same KPI and group; where there is none it stands under the goal itself. */
  #drive(id: string, metric: string): void {
    const spec = this.#metrics.get(metric);
    const tops = this.indicators.filter(({ goals }) => goals.length > 0);
    const alike = (upper: Indicator) => {
      const other = this.#metrics.get(upper.metric);
      return other?.kpi === spec?.kpi && other?.group === spec?.group;
    };
    const upper = spec && tops.find(alike);
    if (upper) {
      this.#link(upper.id, id, 'driver');
      return;
    }
    const no = this.indicators.findIndex((one) => one.id === id);
    this.indicators[no] = { ...this.indicators[no]!, goals: [GOAL] };
  }

  #kindOf(metric: string, level: Level): LinkKind {
    const spec = this.#metrics.get(metric);
    return spec ? linkKindOf(spec, level) : 'driver';
  }

  #widest(metric: string): Level {
    const levels = this.#metrics.get(metric)?.levels ?? ['body'];
    if (this.#journey !== null && levels.includes('journey')) return 'journey';
    return WIDTH.find((level) => levels.includes(level)) ?? 'body';
  }

  #journeyAt = (level: Level): string | null => (level === 'body' ? null : this.#journey);
}

/** A name as an id: letters and digits of any script, words joined by a hyphen. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** Ids with a number where one occurs again. */
export function unique(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.map((id) => {
    let name = id;
    for (let no = 2; seen.has(name); no += 1) name = `${id}-${no}`;
    seen.add(name);
    return name;
  });
}

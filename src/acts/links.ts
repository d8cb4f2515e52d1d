import { z } from 'zod';
import { Refused, refuse } from '#facts';
import {
  budgetsSchema,
  type LinkFigure,
  linkFigures,
  matchBudgets,
  type PopulationFigure,
  populationFigure,
  weakestFirst,
} from '#judge';
import { countRuns, type Engine, ownedTime, type PlanPeriod } from '#measure';
import { parsePeriod, periodsBetween } from '#time';
import { type ActContext, defineAct } from './act.ts';
import type { FactContext } from './factPort.ts';
import { scopeOf } from './figures.ts';
import { periodInput, scopeInput } from './inputs.ts';
import { journeyOf } from './journeyDocument.ts';
import { journeyScope } from './journeyPopulation.ts';
import { othersWork } from './othersWork.ts';
import { misfits } from './shape.ts';

type Budgets = z.output<typeof budgetsSchema>;

function shapeOf(schema: z.ZodType) {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' });
  return shape;
}

/** Without a period: all facts. */
export const linksInput = z.object({
  /** Runs of this journey: a value of the facts, or a journey that was drawn, by its id. Without it single cases. */
  journey: z.string().min(1).optional(),
  scope: scopeInput,
  /** Looked at by the act, so that what does not fit is refused as a fault of the budgets. */
  budgets: z.unknown().optional().meta(shapeOf(budgetsSchema)),
  from: periodInput.optional(),
  to: periodInput.optional(),
});

export interface LinksView {
  /** The weakest link first. */
  readonly links: readonly LinkFigure[];
  readonly population: PopulationFigure;
  /** Budgets that no link of the facts meets, by their place in the list. */
  readonly unmatched: readonly (Budgets[number] & { readonly place: number })[];
}

export const links = defineAct({
  name: 'links',
  summary:
    'Who holds the time of cases, or of runs of a journey, end to end, and how much shorter it would be if each kept its budget: the weakest link.',
  input: linksInput,
  cancels: true,
  run: async (context, { journey, scope: asked, budgets: given, from, to }): Promise<LinksView> => {
    const budgets = budgetsOf(given);
    const facts = await context.ports.facts.context();
    const period = periodOf(from, to, facts.zone);
    const time = await context.ports.facts.session(async (engine) => {
      const { of, scope } =
        journey === undefined
          ? { of: 'case' as const, scope: asked }
          : await namedJourney(context, { journey, asked }, facts, engine);
      return ownedTime({ of, period, scope: scopeOf(scope, facts) }, facts, engine);
    });
    const { seconds, unmatched } = matchBudgets(time.links, budgets);
    const figures: LinkFigure[] = [];
    for (const figure of linkFigures(time, seconds)) {
      figures.push(figure);
      await othersWork(context, figures.length, time.links.length);
    }
    return {
      links: figures.sort(weakestFirst),
      population: populationFigure(time),
      unmatched: unmatched.map((place) => ({ place, ...budgets[place]! })),
    };
  },
});

function budgetsOf(given: unknown): Budgets {
  const parsed = budgetsSchema.safeParse(given ?? []);
  if (parsed.success) return parsed.data;
  throw new Refused(
    misfits('budgets.invalid', parsed.error, given).map((fault) => ({
      ...fault,
      field: fault.field === '$' ? 'budgets' : `budgets.${fault.field}`,
    })),
  );
}

interface Named {
  readonly journey: string;
  readonly asked: z.output<typeof scopeInput>;
}

/** What the facts call so comes first; a drawn journey of that id says what facts it is about. */
async function namedJourney({ ports }: ActContext, { journey, asked }: Named, facts: FactContext, engine: Engine) {
  if ('journey' in asked) refuse('links.journeyTwice', { field: 'scope.journey', got: String(asked.journey) });
  const inFacts = (await countRuns(journey, facts, engine)) > 0;
  const drawn = inFacts ? null : await ports.book.document('journey', journey);
  if (drawn?.stands) return journeyScope(journeyOf(drawn), asked, facts, engine);
  return { of: 'run' as const, scope: { ...asked, journey: [journey] } };
}

/** Both ends inclusive and widened to whole periods; an end that is not named is open. */
function periodOf(from: string | undefined, to: string | undefined, zone: string): PlanPeriod | null {
  if (from === undefined && to === undefined) return null;
  const edges = (name: string, field: string) =>
    parsePeriod(name) ? periodsBetween(name, name, 'month', zone) : refuse('input.period', { field, got: name });
  const first = from === undefined ? Number.MIN_SAFE_INTEGER : edges(from, 'from')[0]!.from;
  const last = to === undefined ? Number.MAX_SAFE_INTEGER : edges(to, 'to').at(-1)!.to;
  if (first >= last) refuse('links.periodReversed', { field: 'to', got: String(to), with: { from: String(from) } });
  return { name: '', from: first, to: last };
}

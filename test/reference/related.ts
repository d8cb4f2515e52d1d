import { EVENT_KINDS } from '#facts';
import { type Micros, parseDuration } from './instants.ts';
import { isMissing, type Missing, NULL, UNRECORDED } from './logic.ts';
import { point } from './points.ts';
import { holds, type Looking } from './predicate.ts';
import type { CaseRow, Recorded, Row, RunRow } from './rows.ts';
import { CONCEPTS, type Predicate, type Related } from './spec.ts';
import type { World } from './world.ts';

// Related rows (grammar B.2, B.3; facts.md § 4, Null and Values).

export const timeOf = (row: Row): Micros | null => {
  const field = { case: 'registeredAt', span: 'from' }[row.type as string] ?? 'at';
  return (row.fields[field] ?? null) as Micros | null;
};

/** The rows that count, in order of time; or why they cannot be told. `over`: the field that is summed. */
export function related(selection: Related, row: Row, looking: Looking, over?: string): readonly Row[] | Missing {
  const cases = linked(selection.link, row, looking.world);
  if (isMissing(cases)) return cases;
  const type = (['event', 'case', 'span', 'text'] as const).find((name) => selection[name] !== undefined)!;
  const predicate = selection[type]!;
  const bounds = [selection.after, selection.before].map((bound) =>
    bound === undefined ? undefined : point(bound, row, looking),
  );
  const missing = bounds.filter(isMissing);
  if (type === 'event' && cases.some((one) => !records(one.recorded, predicate, over))) return UNRECORDED;
  if (missing.some((bound) => bound.unrecorded)) return UNRECORDED;
  if (missing.length > 0) return missing[0]!;
  const [after, before] = bounds as (Micros | undefined)[];
  const until = selection.within === undefined ? Infinity : after! + parseDuration(looking.param(selection.within));
  const bounded = after !== undefined || before !== undefined;
  return cases
    .flatMap((one) => candidates(type, one, selection.link, row))
    .filter((candidate) => {
      if (candidate === row) return false;
      const at = timeOf(candidate);
      if (bounded && (at === null || at < (after ?? -Infinity) || at > (before ?? Infinity) || at > until))
        return false;
      if (!bounded && type === 'event' && selection.link === 'sameCase' && at! > endOf(candidate.of!)) return false;
      return holds(predicate, candidate, looking) === true;
    })
    .sort((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0));
}

/** Events of the same case count up to its closing, while open to the horizon. */
const endOf = (row: CaseRow): Micros => row.closedAt ?? row.horizon;

function candidates(type: 'event' | 'case' | 'span' | 'text', one: CaseRow, link: string, row: Row): readonly Row[] {
  switch (type) {
    case 'case':
      return link === 'sameJourney' && one === row.of ? [] : [one];
    case 'event':
      return one.events;
    case 'span':
      return one.spans;
    case 'text':
      return one.texts;
  }
}

const MATTERLESS = ['contact', 'feedback', 'obstacle'];

/** The cases that a link leads to; none where the row lacks the field that the link follows. */
function linked(link: string, row: Row, world: World): readonly CaseRow[] | Missing {
  const index = indexOf(world);
  if (row.type === 'run') return link === 'sameJourney' ? (row as RunRow).cases : [];
  const own = row.of;
  if (own === null) return link === 'sameMatter' ? NULL : [];
  switch (link) {
    case 'sameCase':
      return [own];
    case 'parent': {
      const parent = world.cases.get(own.fields.parentCase as string);
      return parent === undefined ? [] : [parent];
    }
    case 'child':
      return index.children.get(own.id) ?? [];
    case 'reopened':
      return index.reopened.get(own.id) ?? [];
    case 'sameJourney':
      return index.runs.get(own.fields.journeyRun as string) ?? [];
    case 'sameMatter': {
      const matter = matterOf(own);
      if (matter === null) return NULL;
      if (MATTERLESS.includes(own.kind)) return [];
      return (index.matters.get(matter) ?? []).filter((other) => other !== own);
    }
    default:
      throw new Error(`no such link: ${link}`);
  }
}

/** Two cases are of one matter when this is the same and not null. */
function matterOf(row: CaseRow): string | null {
  const { clientKey, topic, service } = row.fields;
  const what = row.kind === 'appeal' ? topic : service;
  if (clientKey === null || what === null) return null;
  return JSON.stringify([clientKey, row.kind === 'appeal' ? 'appeal' : 'other', what]);
}

interface Index {
  readonly children: ReadonlyMap<string, readonly CaseRow[]>;
  readonly reopened: ReadonlyMap<string, readonly CaseRow[]>;
  readonly runs: ReadonlyMap<string, readonly CaseRow[]>;
  readonly matters: ReadonlyMap<string, readonly CaseRow[]>;
}
const indexes = new WeakMap<World, Index>();

function indexOf(world: World): Index {
  let index = indexes.get(world);
  if (index === undefined) {
    const by = (key: (row: CaseRow) => unknown): Map<string, CaseRow[]> => {
      const map = new Map<string, CaseRow[]>();
      for (const row of world.cases.values()) {
        const value = key(row);
        if (typeof value === 'string') map.set(value, [...(map.get(value) ?? []), row]);
      }
      return map;
    };
    index = {
      children: by((row) => row.fields.parentCase),
      reopened: by((row) => row.fields.reopenedFrom),
      runs: by((row) => row.fields.journeyRun),
      matters: by((row) => (MATTERLESS.includes(row.kind) ? null : matterOf(row))),
    };
    indexes.set(world, index);
  }
  return index;
}

/** Whether a source records at least one of the kinds that a selection of events can match, and all its fields. */
function records(source: Recorded, predicate: Predicate, over: string | undefined): boolean {
  const { kinds, fields } = needs(predicate);
  if (![...kinds].some((kind) => source.kinds.has(kind))) return false;
  return [...fields, ...(over === undefined ? [] : [over])].every(
    (field) => !RECORDABLE.includes(field) || source.fields.has(field),
  );
}

const RECORDABLE = ['items', 'known', 'amount', 'subject'];
const needed = new WeakMap<object, { kinds: ReadonlySet<string>; fields: readonly string[] }>();
const ALL: ReadonlySet<string> = new Set(EVENT_KINDS);

function needs(predicate: Predicate): { kinds: ReadonlySet<string>; fields: readonly string[] } {
  if (predicate === true) return { kinds: ALL, fields: [] };
  let found = needed.get(predicate);
  if (found === undefined) {
    const fields = [...ownNodes(predicate)].flatMap((node) => (typeof node.field === 'string' ? [node.field] : []));
    found = { kinds: kindsOf(predicate), fields };
    needed.set(predicate, found);
  }
  return found;
}

/** The nodes that speak of the selection's own rows: a selection within it has sources of its own. */
function* ownNodes(tree: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(tree)) for (const part of tree) yield* ownNodes(part);
  else if (typeof tree === 'object' && tree !== null && !('link' in tree)) {
    const node = tree as Readonly<Record<string, unknown>>;
    yield node;
    if (typeof node.is === 'string') yield* ownNodes(CONCEPTS[node.is]);
    for (const part of Object.values(node)) yield* ownNodes(part);
  }
}

/** The kinds of event that a predicate can be true of. */
function kindsOf(predicate: Predicate): ReadonlySet<string> {
  if (predicate === true) return ALL;
  const { and, or, not, is } = predicate as { and?: Predicate[]; or?: Predicate[]; not?: Predicate; is?: string };
  if (and !== undefined) return new Set([...ALL].filter((kind) => and.every((part) => kindsOf(part).has(kind))));
  if (or !== undefined) return new Set(or.flatMap((part) => [...kindsOf(part)]));
  if (is !== undefined) return kindsOf(CONCEPTS[is]!);
  if (not !== undefined) {
    const inner = typeof not === 'object' && not.field === 'kind' ? kindsOf(not) : new Set<string>();
    return new Set([...ALL].filter((kind) => !inner.has(kind)));
  }
  if (predicate.field !== 'kind') return ALL;
  if (predicate.equal !== undefined) return new Set([predicate.equal as string]);
  if (predicate.oneOf !== undefined) return new Set(predicate.oneOf as string[]);
  return ALL;
}

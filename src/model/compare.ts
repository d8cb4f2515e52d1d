import { canonicalJson } from '#catalogue';
import type { Indicator, Model } from './model.ts';

type Kind = 'model' | 'goal' | 'value' | 'position' | 'indicator' | 'link' | 'specific';
interface Thing {
  readonly of: Kind;
  readonly id: string;
  readonly name: string;
}

export interface ModelDifference {
  readonly added: readonly Thing[];
  readonly removed: readonly Thing[];
  readonly changed: readonly (Thing & {
    readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  })[];
  /** Indicators whose figure is another one: new, gone, or measured in another way or place. */
  readonly measuredAnew: readonly string[];
}

/** What changed from one model to another: things are the same where their ids are. */
export function compareModels(before: Model, after: Model): ModelDifference {
  const [old, young] = [thingsOf(before), thingsOf(after)];
  const named = ({ of, id, name }: Thing) => ({ of, id, name });
  const changed = [...young].flatMap(([key, thing]) => {
    const former = old.get(key);
    const fields = former ? changedFields(former.fields, thing.fields) : [];
    return fields.length > 0 ? [{ ...named(thing), fields }] : [];
  });
  const indicators = (model: Model) => new Map(model.indicators.map((one) => [one.id, measuredBy(model, one)]));
  const [was, is] = [indicators(before), indicators(after)];
  return {
    added: [...young].filter(([key]) => !old.has(key)).map(([, thing]) => named(thing)),
    removed: [...old].filter(([key]) => !young.has(key)).map(([, thing]) => named(thing)),
    changed,
    measuredAnew: [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id)),
  };
}

/** Everything that a figure of an indicator depends on. */
function measuredBy(model: Model, { metric, params, place, level, owner, shared, period }: Indicator): string {
  const holder = model.positions.find(({ id }) => id === (place.position ?? owner));
  const whose = holder && !shared ? [holder.unit, holder.touchpoints, holder.employees] : [];
  return canonicalJson([metric, params ?? {}, place, level, period, whose, model.journey, model.clients]);
}

function thingsOf(model: Model): ReadonlyMap<string, Thing & { readonly fields: Readonly<Record<string, unknown>> }> {
  const { goals, values, positions, indicators, links, specifics, ...own } = model;
  const of = (kind: Kind, things: readonly { readonly id: string; readonly name: string }[]) =>
    things.map((thing) => ({ of: kind, id: thing.id, name: thing.name || thing.id, fields: { ...thing } }));
  const all = [
    { of: 'model' as const, id: 'model', name: model.name, fields: own },
    ...of('goal', goals),
    ...of('value', values),
    ...of('position', positions),
    ...of('indicator', indicators),
    ...of('specific', specifics),
    ...links.map((link) => {
      const id = `${link.upper} → ${link.lower}`;
      return { of: 'link' as const, id, name: id, fields: { ...link } };
    }),
  ];
  return new Map(all.map((thing) => [`${thing.of} ${thing.id}`, thing]));
}

/** Contents of a model are JSON, made by its schema: in one order of keys. */
const textOf = (value: unknown): string => JSON.stringify(value ?? null);

const changedFields = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));

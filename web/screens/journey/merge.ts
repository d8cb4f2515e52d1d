/** What two people made of one value: where only one of them changed something it is taken, where both did, mine. */
export const mergeThree = <T>(base: T, mine: T, theirs: T): T => merged(base, mine, theirs) as T;

const merged = (base: unknown, mine: unknown, theirs: unknown): unknown => {
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(mine, theirs)) return mine;
  if (isNamedList(mine) && isNamedList(theirs) && isNamedList(base)) return mergeLists(base, mine, theirs);
  if (isRecord(mine) && isRecord(theirs) && isRecord(base)) {
    const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(fields.map((field) => [field, merged(base[field], mine[field], theirs[field])]));
  }
  return mine;
};

type Named = { readonly id: string };

/** Lists of things with ids: what either added stays, what either removed goes; the order of whoever changed it. */
const mergeLists = (base: readonly Named[], mine: readonly Named[], theirs: readonly Named[]): readonly Named[] => {
  const [was, my, their] = [base, mine, theirs].map((list) => new Map(list.map((each) => [each.id, each])));
  const kept = (id: string): boolean => (was!.has(id) ? my!.has(id) && their!.has(id) : my!.has(id) || their!.has(id));
  const common = (list: readonly Named[]) => list.map(({ id }) => id).filter((id) => was!.has(id) && my!.has(id));
  const iMoved = !same(common(mine), common(base));
  const [first, second] = iMoved ? [mine, theirs] : [theirs, mine];
  const order = first.map(({ id }) => id).filter(kept);
  for (const [at, { id }] of second.entries()) {
    if (!kept(id) || order.includes(id)) continue;
    const before = second.slice(0, at).findLast((each) => order.includes(each.id));
    order.splice(before ? order.indexOf(before.id) + 1 : 0, 0, id);
  }
  return order.map((id) => {
    const [old, own, other] = [was!.get(id), my!.get(id), their!.get(id)];
    return own && other ? (merged(old, own, other) as Named) : (own ?? other)!;
  });
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNamedList = (value: unknown): value is readonly Named[] =>
  Array.isArray(value) && value.every((each) => isRecord(each) && typeof each.id === 'string');

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

import { SPAN_KINDS } from '#facts';
import type { Pieces, Walks } from '#measure';
import type { PlaceNames } from './tiles.ts';

/** From whom to whom the matter goes along the path, by bodies. */
export interface Pass {
  readonly giver: string;
  readonly taker: string;
  /** Rows in which it happened, and how often in all. */
  readonly cases: number;
  readonly passes: number;
  /** Nobody's microseconds between the two, and those with a recorded hand-off. */
  readonly gapMicros: number;
  readonly recordedMicros: number;
}

const GAP = SPAN_KINDS.indexOf('gap') + 1;
const CLIENT = SPAN_KINDS.indexOf('client') + 1;

/** Most frequent first. A gap passes from its giver to its taker; without one the matter passes when another body
 *  holds it. The client's waiting passes nothing. */
export function passesOf(walks: Walks, pieces: Pieces, names: PlaceNames): readonly Pass[] {
  const found = new Map<string, { -readonly [field in keyof Pass]: Pass[field] } & { last: number }>();
  for (let row = 0; row < walks.n; row += 1) {
    let holder = 0;
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1) {
      const [kind, from] = [pieces.kind[i]!, pieces.from[i]!];
      if (kind === CLIENT) continue;
      const isGap = kind === GAP;
      const giver = isGap ? names.bodyAt(pieces.giver[i]!, from) : holder;
      const taker = names.bodyAt(isGap ? pieces.taker[i]! : pieces.body[i]! || pieces.unit[i]!, from);
      if (taker === 0) continue;
      holder = taker;
      if (giver === 0 || giver === taker) continue;
      const key = `${giver} ${taker}`;
      let pass = found.get(key);
      if (!pass) {
        const [from, to] = [names.textOf(giver) ?? '', names.textOf(taker) ?? ''];
        pass = { giver: from, taker: to, cases: 0, passes: 0, gapMicros: 0, recordedMicros: 0, last: -1 };
        found.set(key, pass);
      }
      pass.passes += 1;
      if (pass.last !== row) pass.cases += 1;
      pass.last = row;
      if (isGap) pass.gapMicros += pieces.to[i]! - from;
      if (isGap && pieces.recorded[i] === 1) pass.recordedMicros += pieces.to[i]! - from;
    }
  }
  return [...found.values()]
    .map(({ last, ...pass }) => pass)
    .sort((a, b) => b.passes - a.passes || (`${a.giver} ${a.taker}` < `${b.giver} ${b.taker}` ? -1 : 1));
}

import type { Organisation } from './organisation.ts';
import { type ClockKey, endOf, startOf } from './row.ts';

/** The organisation over the codes of a dictionary (0 = null): the same answers without a string, for kernels that
 *  ask millions of times. Codes that the organisation does not know have no parent, no kind and the installation's
 *  clock. */
export class NumberedPlaces {
  /** Clocks in use; number 0 is the installation's. */
  readonly clocks: readonly ClockKey[];
  private readonly size: number;
  /** 0 unknown, 1 unit, 2 body. */
  private readonly kinds: Uint8Array;
  private readonly clockNumbers: Int32Array;
  /** Rows of code c are `first[c]` … `first[c + 1] - 1`, oldest first. */
  private readonly first: Int32Array;
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  private readonly parents: Int32Array;

  /** `code` gives the dictionary's number (> 0) of an id, the same on each call; it is asked for every id and parent. */
  constructor(organisation: Organisation, code: (id: string) => number) {
    const ids = organisation.ids();
    const codes = ids.map(code);
    this.size = codes.reduce((most, one) => Math.max(most, one), 0) + 1;
    this.kinds = new Uint8Array(this.size);
    this.clockNumbers = new Int32Array(this.size);
    this.first = new Int32Array(this.size + 1);
    const clocks = new Numbering();
    clocks.number(organisation.clockKey(null));
    ids.forEach((id, i) => {
      this.kinds[codes[i]!] = organisation.kindOf(id) === 'body' ? 2 : 1;
      this.clockNumbers[codes[i]!] = clocks.number(organisation.clockKey(id));
      this.first[codes[i]! + 1] = organisation.rowsOf(id).length;
    });
    this.clocks = clocks.keys;
    for (let i = 1; i <= this.size; i++) this.first[i] = this.first[i]! + this.first[i - 1]!;
    const count = this.first[this.size]!;
    this.starts = new Float64Array(count);
    this.ends = new Float64Array(count);
    this.parents = new Int32Array(count);
    ids.forEach((id, i) => {
      organisation.rowsOf(id).forEach((row, ordinal) => {
        const at = this.first[codes[i]!]! + ordinal;
        this.starts[at] = startOf(row);
        this.ends[at] = endOf(row);
        this.parents[at] = row.parent === null ? 0 : code(row.parent);
      });
    });
  }

  isUnit(place: number): boolean {
    return place < this.size && this.kinds[place] === 1;
  }

  /** Number of the place's clock in `clocks`. */
  clockOf(place: number): number {
    return place < this.size ? this.clockNumbers[place]! : 0;
  }

  parentAt(place: number, at: number): number {
    if (place >= this.size) return 0;
    const first = this.first[place]!;
    for (let row = this.first[place + 1]! - 1; row >= first; row--) {
      if (this.starts[row]! <= at) return at <= this.ends[row]! ? this.parents[row]! : 0;
    }
    return 0;
  }

  isBelow(place: number, ancestor: number, at: number): boolean {
    for (let step = place; step !== 0; step = this.parentAt(step, at)) if (step === ancestor) return true;
    return false;
  }

  /** The nearest body at or above a place; 0 where none is known. */
  bodyAbove(place: number, at: number): number {
    for (let step = place; step !== 0; step = this.parentAt(step, at)) {
      if (step < this.size && this.kinds[step] === 2) return step;
    }
    return 0;
  }

  /** Whether one place is the other or stands above it. */
  same(a: number, b: number, at: number): boolean {
    return a === b || this.isBelow(a, b, at) || this.isBelow(b, a, at);
  }
}

class Numbering {
  readonly keys: ClockKey[] = [];
  private readonly numbers = new Map<string, number>();

  number(key: ClockKey): number {
    const text = JSON.stringify([key.zone, key.schedule, key.calendar]);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.keys.length);
    this.keys.push(key);
    return this.keys.length - 1;
  }
}

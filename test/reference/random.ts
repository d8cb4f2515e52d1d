/** A small seeded source of chance (mulberry32): the same seed gives the same world everywhere. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  /** Both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** Some of a list, at least one, in its order. */
  some<T>(list: readonly T[], p = 0.5): T[] {
    const chosen = list.filter(() => this.chance(p));
    return chosen.length > 0 ? chosen : [this.pick(list)];
  }

  /** Null with the given chance. */
  maybe<T>(value: T, missing = 0.2): T | null {
    return this.chance(missing) ? null : value;
  }
}

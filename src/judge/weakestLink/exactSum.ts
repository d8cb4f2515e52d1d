const HALF = 2 ** 26;

/** Sum of whole numbers, exact beyond 2^53: a year of a region is more microseconds than a double can count. Halves of
 *  up to 2^26 rows stay exact each. */
export class ExactSum {
  private high = 0;
  private low = 0;

  add(whole: number): void {
    const high = Math.floor(whole / HALF);
    this.high += high;
    this.low += whole - high * HALF;
  }

  get total(): bigint {
    return BigInt(this.high) * BigInt(HALF) + BigInt(this.low);
  }

  /** Seconds of microseconds: one rounding. */
  get seconds(): number {
    return Number(this.total) / 1e6;
  }
}

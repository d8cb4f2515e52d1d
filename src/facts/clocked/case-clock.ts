/** A working clock as this kernel needs it: cumulative working microseconds at an instant. */
export interface WorkingClock {
  at(micros: number): number;
}

/** The working clock of one case, pieced together from the clocks of its spans (facts.md § 3). Load a case, then ask
 *  for its instants, best in order of time. One object serves case after case and allocates nothing for them.
 *
 *  Working time of the case between two instants is `position(b) - position(a)`: inside its life each span counts on
 *  its own clock, outside it the case's clock counts. */
export class CaseClock {
  /** Working microseconds of each span of the loaded case, by its ordinal; valid up to `count`. */
  working = new Float64Array(64);
  count = 0;

  private spanFrom: ArrayLike<number> = [];
  private spanTo: ArrayLike<number> = [];
  private spanClock: ArrayLike<number> = [];
  private first = 0;
  /** Working microseconds from registration to the beginning of each span. */
  private before = new Float64Array(64);
  private own: WorkingClock;
  private registeredAt = Number.NaN;
  private endedAt = Number.NaN;
  /** The case's own clock at registration and at the end of its life. */
  private ownAtStart = 0;
  private ownAtEnd = 0;
  private total = 0;
  private cursor = 0;

  /** `clocks` by number, as the organisation numbers them. */
  constructor(private readonly clocks: readonly WorkingClock[]) {
    this.own = clocks[0]!;
  }

  /** The case's spans are the rows `first` … `end - 1` of the columns (they tile its life); `spanClock` and `ownClock`
   *  are numbers of clocks. `registeredAt` NaN: a case never handed in, whose positions are its clock's. */
  load(
    registeredAt: number,
    ownClock: number,
    spanFrom: ArrayLike<number>,
    spanTo: ArrayLike<number>,
    spanClock: ArrayLike<number>,
    first: number,
    end: number,
  ): void {
    this.spanFrom = spanFrom;
    this.spanTo = spanTo;
    this.spanClock = spanClock;
    this.first = first;
    this.count = end - first;
    this.own = this.clocks[ownClock]!;
    this.registeredAt = registeredAt;
    this.cursor = 0;
    this.total = 0;
    if (this.count > this.working.length) this.grow();
    for (let i = 0; i < this.count; i++) {
      const row = first + i;
      const clock = this.clocks[spanClock[row]!]!;
      this.before[i] = this.total;
      this.working[i] = clock.at(spanTo[row]!) - clock.at(spanFrom[row]!);
      this.total += this.working[i]!;
    }
    this.endedAt = this.count === 0 ? registeredAt : spanTo[end - 1]!;
    const known = !Number.isNaN(registeredAt);
    this.ownAtStart = known ? this.own.at(registeredAt) : 0;
    this.ownAtEnd = known ? this.own.at(this.endedAt) : 0;
  }

  /** Working microseconds on the case's clock from registration to the instant; negative before it. For a case without
   *  registration: since the clock's origin. NaN for a missing instant. */
  position(micros: number): number {
    if (Number.isNaN(micros)) return Number.NaN;
    if (!(micros > this.registeredAt)) return this.own.at(micros) - this.ownAtStart;
    if (micros >= this.endedAt) return this.total + this.own.at(micros) - this.ownAtEnd;
    const { spanFrom, spanTo, first } = this;
    let i = this.cursor;
    while (i > 0 && micros < spanFrom[first + i]!) i--;
    while (micros >= spanTo[first + i]!) i++;
    this.cursor = i;
    const clock = this.clocks[this.spanClock[first + i]!]!;
    return this.before[i]! + clock.at(micros) - clock.at(spanFrom[first + i]!);
  }

  private grow(): void {
    this.working = new Float64Array(this.count * 2);
    this.before = new Float64Array(this.count * 2);
  }
}

/** Place whose clock a span runs on: its unit, else its body, else the case's unit, else its body; 0 is nobody's, that
 *  is the installation's. */
export const clockPlace = (unit: number, body: number, caseUnit: number, caseBody: number): number =>
  unit || body || caseUnit || caseBody;

/** Events of many cases in column form, ordered within a case by `at`, then `seq` (rows without one last), then the
 *  order of the file. Codes are of one dictionary, 0 is null; kinds and initiators are 1-based positions in
 *  EVENT_KINDS and INITIATORS. `asked` holds codes of the same dictionary as units and bodies, among them the code of
 *  the word `client`. `at` in microseconds; `items` NaN or negative where unknown. */
export interface EventColumns {
  readonly at: ArrayLike<number>;
  readonly kind: ArrayLike<number>;
  readonly initiator: ArrayLike<number>;
  readonly touchpoint: ArrayLike<number>;
  readonly unit: ArrayLike<number>;
  readonly body: ArrayLike<number>;
  readonly employee: ArrayLike<number>;
  readonly asked: ArrayLike<number>;
  readonly items: ArrayLike<number>;
}

/** What of a case its tiling reads. Instants in microseconds, NaN is null; `horizon` ends a case still open. */
export interface Life {
  readonly registeredAt: number;
  readonly closedAt: number;
  readonly horizon: number;
  readonly unit: number;
  readonly body: number;
  readonly employee: number;
}

/** Takes the spans of a case one after another. `kind` is a 1-based position in SPAN_KINDS, `recorded` in YES_NO (0
 *  but for gaps); the rest are dictionary codes; `from` and `to` are microseconds. */
export interface SpanSink {
  push(
    kind: number,
    touchpoint: number,
    unit: number,
    body: number,
    employee: number,
    giver: number,
    taker: number,
    recorded: number,
    from: number,
    to: number,
  ): void;
}

/** A sink that keeps spans in growing columns; rows `0` … `length - 1` are filled. */
export class SpanColumns implements SpanSink {
  length = 0;
  kind = new Uint8Array(1024);
  recorded = new Uint8Array(1024);
  touchpoint = new Int32Array(1024);
  unit = new Int32Array(1024);
  body = new Int32Array(1024);
  employee = new Int32Array(1024);
  giver = new Int32Array(1024);
  taker = new Int32Array(1024);
  from = new Float64Array(1024);
  to = new Float64Array(1024);

  push(
    kind: number,
    touchpoint: number,
    unit: number,
    body: number,
    employee: number,
    giver: number,
    taker: number,
    recorded: number,
    from: number,
    to: number,
  ): void {
    if (this.length === this.kind.length) this.grow();
    const at = this.length++;
    this.kind[at] = kind;
    this.touchpoint[at] = touchpoint;
    this.unit[at] = unit;
    this.body[at] = body;
    this.employee[at] = employee;
    this.giver[at] = giver;
    this.taker[at] = taker;
    this.recorded[at] = recorded;
    this.from[at] = from;
    this.to[at] = to;
  }

  /** Forgets the rows and keeps the room. */
  clear(): void {
    this.length = 0;
  }

  private grow(): void {
    const size = this.length * 2;
    this.kind = bytes(this.kind, size);
    this.recorded = bytes(this.recorded, size);
    this.touchpoint = codes(this.touchpoint, size);
    this.unit = codes(this.unit, size);
    this.body = codes(this.body, size);
    this.employee = codes(this.employee, size);
    this.giver = codes(this.giver, size);
    this.taker = codes(this.taker, size);
    this.from = instants(this.from, size);
    this.to = instants(this.to, size);
  }
}

const bytes = (old: Uint8Array, size: number): Uint8Array<ArrayBuffer> => {
  const wide = new Uint8Array(size);
  wide.set(old);
  return wide;
};
const codes = (old: Int32Array, size: number): Int32Array<ArrayBuffer> => {
  const wide = new Int32Array(size);
  wide.set(old);
  return wide;
};
const instants = (old: Float64Array, size: number): Float64Array<ArrayBuffer> => {
  const wide = new Float64Array(size);
  wide.set(old);
  return wide;
};

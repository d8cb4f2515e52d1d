/** Seeded chance of a bootstrap: the same seed draws the same on any machine. The generator is sfc32 of PractRand (32-bit
 *  integer arithmetic alone). */
export class Draws {
  private a: number;
  private b: number;
  private c = 0x9e3779b9 | 0;
  private counter = 1;

  /** The seed is a text: its two FNV-1a hashes. */
  constructor(seed: string) {
    this.a = fnv(seed, 0x811c9dc5);
    this.b = fnv(seed, 0x01000193);
    for (let warm = 0; warm < 16; warm += 1) this.unit();
  }

  /** Uniform in [0, 1). */
  unit(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  /** How many of `n` trials of chance `p` succeed. */
  binomial(n: number, p: number): number {
    if (n <= 0 || p <= 0) return 0;
    if (p >= 1) return n;
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    return n * p < 10 ? this.fewSuccesses(n, p) : this.manySuccesses(n, p);
  }

  /** Waiting times between successes are geometric (Devroye 1986, § X.4.3). */
  private fewSuccesses(n: number, p: number): number {
    const scale = Math.log1p(-p);
    let trials = 0;
    for (let successes = 0; ; successes += 1) {
      trials += Math.floor(Math.log(1 - this.unit()) / scale) + 1;
      if (trials > n) return successes;
    }
  }

  /** Transformed rejection, algorithm BTRS (Hörmann 1993, The generation of binomial random variates). */
  private manySuccesses(n: number, p: number): number {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const centre = n * p + 0.5;
    const inside = 0.92 - 4.2 / b;
    const odds = p / (1 - p);
    const alpha = (2.83 + 5.1 / b) * spread;
    const mode = Math.floor((n + 1) * p);
    for (;;) {
      const u = this.unit() - 0.5;
      const v = this.unit();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + centre);
      if (us >= 0.07 && v <= inside) return k;
      if (!(k >= 0 && k <= n)) continue;
      const bound =
        (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
        (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
        (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
        stirling(mode) +
        stirling(n - mode) -
        stirling(k) -
        stirling(n - k);
      if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
    }
  }
}

/** ln k! − Stirling's formula of k + 1. */
function stirling(k: number): number {
  if (k < TAILS.length) return TAILS[k]!;
  const next = k + 1;
  const square = next * next;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / next;
}
const TAILS: readonly number[] = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
];

function fnv(text: string, basis: number): number {
  let hash = basis | 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

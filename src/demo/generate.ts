import type { Fact } from '#facts';
import { instant } from './clock.ts';
import { openCsvFiles } from './files.ts';
import { makeFacts } from './make.ts';
import { type DemoOptions, planOf } from './plan.ts';

export const DEMO_CASES = 30_000;
const DEMO_MONTHS = 24;
const DEMO_SEED = 7;
/** Where nobody says what today is. */
const DEMO_END = '2026-09-28';

export interface DemoMade {
  /** First moment of the first full month, ISO. Some cases were registered before it and are closed after it. */
  readonly from: string;
  /** First moment after the last full month, ISO: the horizon to state when importing, so that all months are final. */
  readonly horizon: string;
  readonly rows: Readonly<Record<Fact, number>>;
}

/** Writes the demo's canonical CSV files. The same options give the same bytes. */
export async function generateDemo(options: DemoOptions): Promise<DemoMade> {
  const plan = planOf(options.months ?? DEMO_MONTHS, options.end ?? DEMO_END);
  const files = await openCsvFiles(options.dir);
  try {
    for (const _ of makeFacts(plan, options.cases, options.seed ?? DEMO_SEED, files.sink)) {
      if (files.isFull()) await files.flush();
    }
  } finally {
    await files.close();
  }
  return { from: instant(plan.start), horizon: instant(plan.horizon), rows: files.rows() };
}

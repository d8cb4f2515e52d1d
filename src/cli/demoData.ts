import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchView, ImportReport, JourneyView } from '#acts';
import { Refused } from '#facts';
import { loadDemoModel } from './demoModel.ts';

/** As large as every metric needs, and loaded within a minute. */
export const DEMO_CASES = 30_000;

export interface DemoRequest {
  readonly cases: number;
  readonly act: <T>(name: string, input: unknown) => Promise<T>;
  /** Runs with a fresh folder that is removed afterwards. */
  readonly temporary: <T>(work: (path: string) => Promise<T>) => Promise<T>;
  /** Told when there is something to wait for. */
  readonly begin: () => void;
}

/** Fills an empty data directory with the example: the last 24 full months of a fictional region. False where there are
 *  batches already, so that the second start is quick and nobody's own data is mixed with made ones. */
export async function loadDemo({ cases, act, temporary, begin }: DemoRequest): Promise<boolean> {
  if ((await act<readonly BatchView[]>('listBatches', {})).length > 0) return false;
  begin();
  const { demoJourneys, demoRegister, generateDemo } = await import('#demo');
  await temporary(async (dir) => {
    const { from, horizon } = await generateDemo({ dir, cases, end: new Date().toISOString().slice(0, 10) });
    const files = (await readdir(dir)).sort().map((name) => ({ path: join(dir, name) }));
    const report = await act<ImportReport>('importFiles', { files, horizon });
    if (report.result === 'refused') throw new Refused(report.refusals);
    await act('saveRegister', { register: demoRegister() });
    const drawn: JourneyView[] = [];
    for (const journey of demoJourneys(from)) drawn.push(await act<JourneyView>('saveJourney', { journey }));
    await loadDemoModel({ act, journey: drawn[0]!.journey, horizon });
  });
  return true;
}

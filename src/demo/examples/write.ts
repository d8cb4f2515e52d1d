import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exampleCases } from './cases.ts';
import { centreExport } from './centre.ts';
import { toCp1251 } from './cp1251.ts';
import { exchangeLog } from './exchange.ts';
import { serviceCases, serviceLog } from './log.ts';
import { ministryRegister } from './ministry.ts';

export const EXAMPLE_FILES = {
  centre: 'mfc-cases.csv',
  ministry: 'msp-register.xlsx',
  exchange: 'smev-log.csv',
  service: 'registry-log.csv',
} as const;

const MESSAGES = 290;

/** Writes the source files of `examples/`: the same two months of benefits as three bodies export them, and fifteen
 *  months of one service as its system logs it. The CSV files are the same bytes every time, the sheet the same cells. */
export async function writeExamples(dir: string): Promise<void> {
  const cases = exampleCases();
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, EXAMPLE_FILES.centre), toCp1251(centreExport(cases)));
  await writeFile(path.join(dir, EXAMPLE_FILES.ministry), await ministryRegister(cases));
  await writeFile(path.join(dir, EXAMPLE_FILES.exchange), exchangeLog(cases, MESSAGES));
  await writeFile(path.join(dir, EXAMPLE_FILES.service), serviceLog(serviceCases()));
}

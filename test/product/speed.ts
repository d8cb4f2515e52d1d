import type { ModelSavedView } from '#acts';
import { type Model, modelSchema } from '#model';
import { type Bench, openBench } from './import/kit.ts';

// Two years of facts made so that each reason to revise is there once, and a model of them.

const YEARS = [2024, 2025];
const two = (no: number) => String(no).padStart(2, '0');
/** Citizens' cases, and answers. */
export const A_MONTH = 64;

/** A few organisations beside the citizens: everything in time, in 2 days one month and in 40 the next; people like it less and less from the middle of 2025. */
export function madeFacts() {
  const cases = ['id,clientStatus,registeredAt,closedAt,dueAt,outcome'];
  const answers = ['question,value,at,clientStatus'];
  for (const [no, [year, month]] of YEARS.flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => [one, at + 1] as const),
  ).entries()) {
    for (let i = 0; i < A_MONTH; i += 1) {
      const closed = `${year}-${two(month)}-${two(10 + (i % 15))}T12:00:00+03:00`;
      const began = new Date(Date.parse(closed) - (no % 2 === 0 ? 2 : 40) * 86_400_000).toISOString();
      cases.push(`c${no}-${i},citizen,${began},${closed},${year + 1}-12-31T12:00:00+03:00,granted`);
      const pleased = no < 16 ? i % 8 > 0 : i % 8 > 5;
      if (i < 7) cases.push(`o${no}-${i},organisation,${began},${closed},${year + 1}-12-31T12:00:00+03:00,granted`);
      answers.push(`fast-enough,${pleased ? 5 : 2},${year}-${two(month)}-15,citizen`);
    }
  }
  return { 'cases.csv': `${cases.join('\n')}\n`, 'answers.csv': `${answers.join('\n')}\n` };
}

export const NOW = Date.UTC(2026, 1, 10) * 1000;
export const HORIZON = '2026-02-01';
export const order = { number: '1-П', date: '2024-12-01' };
const position = { id: 'clerk', name: 'Специалист', level: 'body' };
const goal = { id: 'g', name: 'Без задержек' };
export const at = (id: string, metric: string, more: object = {}) => ({
  id,
  metric,
  level: 'body',
  goals: ['g'],
  ...more,
});
export const given: Model = modelSchema.parse({
  id: 'speed',
  name: 'Скорость',
  clients: ['citizen'],
  goals: [goal],
  positions: [position],
  indicators: [
    at('on-time', 'on-time', { target: { value: 95 }, owner: 'clerk', place: { clientStatus: 'citizen' } }),
    at('words', 'fast-enough', { target: { value: 80 }, owner: 'clerk' }),
    at('days', 'time-to-result', { owner: 'clerk' }),
    at('queue', 'queue-15', { watch: true }),
  ],
});

/** From a draft, through a pilot, into force. */
export async function putInForce(bench: Bench, model: Model, from: string): Promise<void> {
  const act = (name: string, input: unknown) => bench.act<ModelSavedView>(name, input, { now: NOW });
  const draft = await act('saveModel', { model, version: 0 });
  const pilot = await act('moveModel', { id: model.id, version: draft.version, to: 'pilot' });
  await act('moveModel', { id: model.id, version: pilot.version, to: 'inForce', from, order });
}

/** A house with the facts, and a model in force since the beginning of 2025. */
export async function openSpeed(model: object = given): Promise<Bench> {
  const bench = await openBench();
  const report = await bench.takePaths(bench.put(madeFacts()), { horizon: HORIZON }, { now: NOW });
  if (report.result !== 'taken') throw new Error(JSON.stringify(report));
  await putInForce(bench, modelSchema.parse(model), '2025-01-01');
  return bench;
}

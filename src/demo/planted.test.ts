import { describe, expect, it } from 'vitest';
import { DAY, dayFacts, dayOf, MINUTE, monthStart } from './clock.ts';
import { gradeOf } from './letters.ts';
import { demoInMemory } from './memory.ts';
import { BODY } from './places.ts';
import { monthOf } from './plan.ts';
import {
  BUNCHING_UNIT,
  ELECTRONIC_FROM,
  ELECTRONIC_OFFICES,
  HARD_LETTERS_UNIT,
  outage,
  PAUSES_FROM,
  POLISHED_OFFICE,
  SENDS_BACK,
  SLOW_FROM,
  SLOW_UNIT,
} from './planted.ts';
import type { CaseRow, EventRow } from './rows.ts';

const demo = demoInMemory(16_000, 7, '2026-07-10');
const { plan } = demo;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length / items.length;
const quantile = (values: readonly number[], p: number) =>
  [...values].sort((one, other) => one - other)[Math.floor(p * (values.length - 1))] as number;

/** The parts of one paid benefit, in days, straight from its events. */
interface Parts {
  readonly row: CaseRow;
  readonly events: readonly EventRow[];
  readonly office: string | undefined;
  readonly handover: number;
  readonly registration: number;
  readonly agency: number;
  readonly client: number;
  readonly check: number;
  readonly decision: number;
  readonly notice: number;
  readonly payment: number;
  readonly whole: number;
}

const benefits = demo.cases.filter(({ row }) => row.kind === 'application' && /пособие$/.test(row.service ?? ''));
const paid = benefits.filter(({ row }) => row.outcome === 'granted' || row.outcome === 'partly').map(partsOf);
const before = paid.filter(({ row }) => monthOf(plan, row.registeredAt as number) < ELECTRONIC_FROM);
/** Without the unit that moves its closings and without pauses, which the table of the field notes does not have. */
const usual = before.filter(
  ({ row, events }) => row.unit !== BUNCHING_UNIT && !events.some(({ kind }) => kind === 'suspend'),
);

function partsOf({ row, events }: { readonly row: CaseRow; readonly events: readonly EventRow[] }): Parts {
  const first = (kind: string, activity?: string) =>
    events.find((event) => event.kind === kind && (!activity || event.activity === activity)) as EventRow;
  const days = (from: number, to: number) => (to - from) / DAY;
  const transfer = events.find(({ kind }) => kind === 'transfer');
  const received = first('receive').at;
  const registered = first('register').at;
  const answered = Math.max(...events.filter(({ kind, asked }) => kind === 'receive' && asked).map(({ at }) => at));
  const asked = events.filter((event) => event.kind === 'request' && event.asked === 'client');
  const client = asked.map((ask) =>
    days(ask.at, (events.find(({ kind, at }) => kind === 'submit' && at > ask.at) as EventRow).at),
  );
  const checked = first('step', 'Проверка завершена').at;
  const resumed = events.findLast(({ kind }) => kind === 'resume')?.at ?? checked;
  const decided = first('decide').at;
  const told = first('notify', 'Извещение о решении').at;
  const sum = client.reduce((total, value) => total + value, 0);
  return {
    row,
    events,
    office: transfer?.unit,
    handover: transfer ? days(transfer.at, received) : 0,
    registration: days(received, registered),
    agency: days(registered, answered),
    client: sum,
    check: days(answered, checked) - sum,
    decision: days(Math.max(checked, resumed), decided),
    notice: days(decided, told),
    payment: days(told, row.closedAt as number),
    whole: days(row.registeredAt as number, row.closedAt as number),
  };
}

describe('the benefit in numbers (field-notes § 6.2)', () => {
  it.each([
    // part, mean, median, 90th percentile
    ['handover', 1.42, 0.02, 4.2],
    ['registration', 0.93, 0.6, 2.0],
    ['agency', 2.61, 0.7, 7.1],
    ['client', 1.32, 0, 5.4],
    ['check', 1.49, 1.1, 3.0],
    ['decision', 1.61, 1.2, 3.2],
    ['notice', 1.02, 0.2, 2.0],
    ['payment', 4.43, 4.0, 7.1],
    ['whole', 14.9, 12.9, 24.1],
  ] as const)(
    '%s stands near %d days in the mean, %d in the median, %d at the 90th percentile',
    (part, average, p50, p90) => {
      const values = usual.map((parts) => parts[part]);
      // Working hours and Saturdays move short parts by hours: a fifth, or half a day (a day at the tail).
      expect(Math.abs(mean(values) - average)).toBeLessThan(Math.max(0.2 * average, 0.25));
      expect(Math.abs(quantile(values, 0.5) - p50)).toBeLessThan(Math.max(0.15 * p50, 0.2));
      expect(Math.abs(quantile(values, 0.9) - p90)).toBeLessThan(Math.max(0.2 * p90, 0.85));
    },
  );

  it('medians do not add, and the requests spoil the tail more than the payment, which is the largest part', () => {
    const names = ['handover', 'registration', 'agency', 'client', 'check', 'decision', 'notice', 'payment'] as const;
    const medians = names.map((name) =>
      quantile(
        usual.map((parts) => parts[name]),
        0.5,
      ),
    );
    expect(medians.reduce((sum, value) => sum + value, 0)).toBeLessThan(9.5);
    const saved = (part: 'agency' | 'payment', budget: number) =>
      quantile(
        usual.map(({ whole }) => whole),
        0.9,
      ) -
      quantile(
        usual.map((parts) => parts.whole - Math.max(0, parts[part] - budget)),
        0.9,
      );
    expect(mean(usual.map(({ payment }) => payment))).toBeGreaterThan(mean(usual.map(({ agency }) => agency)));
    expect(saved('agency', 2)).toBeGreaterThan(saved('payment', 5) + 1);
  });
});

describe('what the demo hides', () => {
  it('month 15: an electronic hand-over in 9 of 14 offices, and the whole way is shorter there', () => {
    expect(ELECTRONIC_OFFICES.size).toBe(9);
    const counter = paid.filter(({ office }) => office !== undefined);
    const of = (isElectronic: boolean, isLater: boolean) =>
      counter.filter(
        ({ row, office }) =>
          ELECTRONIC_OFFICES.has(office as string) === isElectronic &&
          monthOf(plan, row.registeredAt as number) >= ELECTRONIC_FROM === isLater,
      );
    const gap = (rows: readonly Parts[]) => mean(rows.map(({ handover }) => handover));
    expect(gap(of(true, false))).toBeGreaterThan(2.5);
    expect(gap(of(true, true))).toBeLessThan(0.2);
    expect(Math.abs(gap(of(false, true)) - gap(of(false, false)))).toBeLessThan(0.6);
    const steady = (rows: readonly Parts[]) =>
      rows.filter(({ row }) => row.unit !== SLOW_UNIT && row.unit !== BUNCHING_UNIT);
    const whole = (rows: readonly Parts[]) =>
      quantile(
        steady(rows).map((parts) => parts.whole),
        0.5,
      );
    expect(whole(of(true, false)) - whole(of(true, true))).toBeGreaterThan(1.5);
  });

  it('unit 2 closes in the last day before the deadline; from month 18 it stops the clock on the last day', () => {
    const lastDays = (rows: readonly Parts[]) =>
      share(
        rows,
        ({ row }) =>
          (row.closedAt as number) <= (row.dueAt as number) &&
          (row.dueAt as number) - (row.closedAt as number) < 3.3 * DAY,
      );
    const inUnit = (rows: readonly Parts[], isUnit: boolean) =>
      rows.filter(({ row }) => (row.unit === BUNCHING_UNIT) === isUnit);
    expect(lastDays(inUnit(before, true))).toBeGreaterThan(0.24);
    expect(lastDays(inUnit(before, false))).toBeLessThan(0.12);
    const late = paid.filter(({ row }) => monthOf(plan, row.registeredAt as number) >= PAUSES_FROM);
    const paused = (rows: readonly Parts[]) =>
      share(rows, ({ events }) => events.some(({ kind }) => kind === 'suspend'));
    expect(paused(inUnit(before, true))).toBeLessThan(0.05);
    expect(paused(inUnit(late, true))).toBeGreaterThan(0.15);
    expect(paused(inUnit(late, false))).toBeLessThan(0.05);
    const onTime = (rows: readonly Parts[]) =>
      share(rows, ({ row }) => (row.closedAt as number) <= (row.dueAt as number));
    expect(onTime(inUnit(late, true))).toBeGreaterThan(0.97);
    expect(onTime(inUnit(late, true))).toBeGreaterThan(onTime(inUnit(late, false)) + 0.03);
  });

  it('unit 4 slows down in month 20, all its people alike, and nobody else does', () => {
    const work = (rows: readonly Parts[]) => mean(rows.map(({ check, decision }) => check + decision));
    const of = (unit: (id: string) => boolean, isLater: boolean, employee?: string) =>
      paid.filter(({ row }) => {
        const month = monthOf(plan, row.registeredAt as number);
        return (
          unit(row.unit as string) &&
          (isLater ? month >= SLOW_FROM : month < SLOW_FROM - 1) &&
          (!employee || row.employee === employee)
        );
      });
    const isSlow = (id: string) => id === SLOW_UNIT;
    const isOther = (id: string) => id !== SLOW_UNIT && id !== BUNCHING_UNIT;
    expect(work(of(isSlow, true)) / work(of(isSlow, false))).toBeGreaterThan(1.6);
    expect(Math.abs(work(of(isOther, true)) / work(of(isOther, false)) - 1)).toBeLessThan(0.15);
    for (const number of [1, 2, 3, 4]) {
      expect(work(of(isSlow, true, `${SLOW_UNIT}/${number}`)) / work(of(isSlow, false))).toBeGreaterThan(1.25);
    }
    expect(of(isSlow, true, `${SLOW_UNIT}/5`)).toHaveLength(0);
  });

  it('one specialist of unit 1 sends about twice as many cases back to the client', () => {
    const asks = (of: (employee: string) => boolean) =>
      share(
        benefits.filter(({ row }) => row.unit === 'МСП-1' && row.closedAt !== undefined && of(row.employee as string)),
        ({ events }) => events.some(({ kind, asked }) => kind === 'request' && asked === 'client'),
      );
    const ratio = asks((employee) => employee === SENDS_BACK) / asks((employee) => employee !== SENDS_BACK);
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.6);
  });

  it('МФЦ-3: tickets end at 15 minutes, patience does not; invitations reach mostly the granted', () => {
    const waits = (isPolished: boolean) =>
      demo.cases.flatMap(({ events }) =>
        events.flatMap((event) => {
          if (event.kind !== 'queue' || (event.unit === POLISHED_OFFICE) !== isPolished) return [];
          const call = events.find(({ kind, at }) => kind === 'call' && at >= event.at);
          return call ? [(call.at - event.at) / MINUTE] : [];
        }),
      );
    expect(share(waits(true), (minutes) => minutes <= 15)).toBe(1);
    expect(share(waits(true), (minutes) => minutes >= 14.5 && minutes <= 15)).toBeGreaterThan(0.2);
    expect(share(waits(false), (minutes) => minutes <= 15)).toBeLessThan(0.75);
    expect(share(waits(false), (minutes) => minutes >= 14.5 && minutes <= 15)).toBeLessThan(0.05);
    const patient = (isPolished: boolean) =>
      share(
        demo.answers.filter(
          ({ question, value, unit }) =>
            question === 'wait-acceptable' && value !== undefined && (unit === POLISHED_OFFICE) === isPolished,
        ),
        ({ value }) => (value as number) >= 4,
      );
    expect(patient(true)).toBeLessThan(patient(false) - 0.1);
    const refused = (isPolished: boolean) =>
      share(
        demo.invitations.filter(
          ({ body, unit, touchpoint, outcomeClass }) =>
            body === BODY.centre &&
            touchpoint === 'Приём заявления' &&
            outcomeClass !== 'other' &&
            (unit === POLISHED_OFFICE) === isPolished,
        ),
        ({ outcomeClass }) => outcomeClass === 'refused',
      );
    expect(refused(true)).toBeLessThan(0.4 * refused(false));
  });

  it('clients come back within 30 days, about 8 % where letters are hard and far fewer elsewhere', () => {
    const later = new Map<string, CaseRow[]>();
    for (const { row } of benefits) {
      const key = `${row.clientKey}|${row.service}`;
      later.set(key, [...(later.get(key) ?? []), row]);
    }
    const repeats = (isHard: boolean) =>
      share(
        benefits.filter(
          ({ row }) =>
            (row.unit === HARD_LETTERS_UNIT) === isHard &&
            row.closedAt !== undefined &&
            row.closedAt < plan.horizon - 30 * DAY &&
            row.outcome === 'granted',
        ),
        ({ row }) =>
          (later.get(`${row.clientKey}|${row.service}`) as CaseRow[]).some(
            ({ id, registeredAt }) =>
              id !== row.id &&
              (registeredAt as number) >= (row.closedAt as number) &&
              (registeredAt as number) - (row.closedAt as number) <= 30 * DAY,
          ),
      );
    expect(repeats(true)).toBeGreaterThan(0.055);
    expect(repeats(true)).toBeLessThan(0.105);
    expect(repeats(false)).toBeLessThan(0.045);
    const grades = (isHard: boolean, kind: string) =>
      quantile(
        demo.texts
          .filter((text) => text.kind === kind && (text.unit === HARD_LETTERS_UNIT) === isHard)
          .map(({ words, sentences, syllables }) => gradeOf(words, sentences, syllables)),
        0.5,
      );
    expect(grades(true, 'notice')).toBeGreaterThan(grades(false, 'notice') + 2);
    expect(grades(false, 'refusal')).toBeGreaterThan(13.5);
  });

  it('marks of the old kind stay at 97 % in every year and half', () => {
    const marks = demo.answers.filter(({ question }) => question.startsWith('mkgu-'));
    const half = plan.start + (plan.horizon - plan.start) / 2;
    for (const part of [marks.filter(({ at }) => at < half), marks.filter(({ at }) => at >= half)]) {
      const top = share(part, ({ value }) => (value as number) >= 4);
      expect(top).toBeGreaterThan(0.955);
      expect(top).toBeLessThan(0.985);
      expect(new Set(part.map(({ channel }) => channel))).toEqual(new Set(['kiosk']));
    }
  });

  it('births peak in July and fall by about 3 % a year', () => {
    const begun = (test: (at: number) => boolean) =>
      demo.cases.filter(({ row }) => row.registeredAt !== undefined && test(row.registeredAt)).length;
    const inMonth = (month: number) => begun((at) => dayFacts(dayOf(at)).month === month && at >= plan.start);
    expect(inMonth(6)).toBeGreaterThan(1.12 * inMonth(1));
    for (const month of [0, 1, 2, 3, 4, 8, 9, 10, 11]) expect(inMonth(6)).toBeGreaterThan(inMonth(month));
    const year = (from: number) => begun((at) => monthOf(plan, at) >= from && monthOf(plan, at) < from + 12);
    expect(year(13) / year(1)).toBeGreaterThan(0.94);
    expect(year(13) / year(1)).toBeLessThan(0.995);
  });

  it('month 9: the exchange of data stands still for two days', () => {
    const [from, to] = outage(plan, monthStart);
    expect(monthOf(plan, from)).toBe(9);
    expect((to - from) / DAY).toBe(2);
    const answers = (low: number, high: number) =>
      benefits
        .flatMap(({ events }) => events)
        .filter(
          ({ kind, asked, initiator, at }) =>
            kind === 'receive' && asked && initiator === 'system' && at >= low && at < high,
        ).length;
    expect(answers(from, to)).toBe(0);
    expect(answers(to, to + DAY)).toBeGreaterThan(answers(from - 7 * DAY, from - 6 * DAY));
  });

  it('staff act in the hours of their unit', () => {
    const decided = benefits.flatMap(({ events }) =>
      events.filter(({ kind }) => kind === 'decide' || kind === 'register'),
    );
    for (const { at } of decided) {
      const { weekday, holiday } = dayFacts(dayOf(at));
      const hour = (at % DAY) / 3600;
      expect(weekday >= 1 && weekday <= 5 && !holiday && hour >= 9 && hour <= 18).toBe(true);
    }
    const saturday = demo.cases
      .flatMap(({ events }) => events)
      .filter(({ kind, at }) => kind === 'call' && dayFacts(dayOf(at)).weekday === 6);
    expect(saturday.length).toBeGreaterThan(100);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Organisation, type OrganisationRow } from '#organisation';
import { EVENT_KINDS, INITIATORS } from '../codes.ts';
import { closingOnDay, registrationOf, type Span, type SpanCase, type SpanEvent, spansOfCase } from './of-case.ts';

const HOUR = 3600e6;
const place = (id: string, parent: string | null, more: Partial<OrganisationRow> = {}): OrganisationRow => ({
  id,
  kind: parent === null ? 'body' : 'unit',
  name: null,
  parent,
  zone: null,
  schedule: null,
  calendar: null,
  validFrom: null,
  validTo: null,
  ...more,
});
const organisation = new Organisation(
  [
    place('МФЦ', null),
    place('МФЦ-3', 'МФЦ'),
    place('МСП', null),
    place('МСП-2', 'МСП'),
    place('МСП-5', 'МСП'),
    place('Стол', 'МСП-2', { validTo: 50 * HOUR }),
    place('Стол', 'МСП-5', { validFrom: 50 * HOUR + 1 }),
    place('Фонд', null),
    place('Архив', 'МСП', { validTo: 50 * HOUR }),
    place('Архив', 'Фонд', { validFrom: 50 * HOUR + 1 }),
  ],
  { zone: 'Europe/Moscow', schedule: '24/7', calendar: 'ru' },
);

const open: SpanCase = { registeredAt: 0, closedAt: null, unit: 'МСП-2', body: null, employee: 'Иванова' };
const at = (hours: number, kind: SpanEvent['kind'], more: Partial<SpanEvent> = {}): SpanEvent => ({
  at: hours * HOUR,
  kind,
  ...more,
});
const spans = (events: readonly SpanEvent[], closed: number, life: Partial<SpanCase> = {}): readonly Span[] =>
  spansOfCase({ ...open, ...life, closedAt: closed * HOUR }, events, organisation, 1e6 * HOUR);
/** `kind holder hours`, a holder being unit/body/employee of work, giver→taker of a gap. */
const told = (list: readonly Span[]): readonly string[] =>
  list.map((span) => {
    const holder =
      span.kind === 'gap'
        ? `${span.giver ?? '?'}→${span.taker ?? '?'} ${span.recorded}`
        : (span.unit ?? span.body ?? '·');
    return `${span.kind} ${holder} ${(span.to - span.from) / HOUR}`;
  });

describe('the example of facts.md § 2', () => {
  const march = (day: number, time: string): number =>
    Date.parse(`2024-03-${String(day).padStart(2, '0')}T${time}Z`) * 1000;
  const events: readonly SpanEvent[] = [
    { at: march(1, '10:00'), kind: 'submit', unit: 'МФЦ-3' },
    { at: march(4, '09:00'), kind: 'register', unit: 'МСП-2' },
    { at: march(4, '15:00'), kind: 'request', unit: 'МСП-2', asked: 'Фонд' },
    { at: march(8, '12:00'), kind: 'receive', unit: 'МСП-2', asked: 'Фонд' },
    { at: march(9, '12:00'), kind: 'contact', initiator: 'client' },
    { at: march(11, '10:00'), kind: 'request', unit: 'МСП-2', items: 1 },
    { at: march(14, '18:00'), kind: 'submit' },
    { at: march(15, '11:00'), kind: 'decide', unit: 'МСП-2', touchpoint: 'решение' },
    { at: march(15, '12:00'), kind: 'notify', unit: 'МСП-2', touchpoint: 'извещение' },
    { at: march(18, '09:30'), kind: 'visit', unit: 'МФЦ-3' },
  ];
  const life = {
    registeredAt: march(1, '10:00'),
    closedAt: march(18, '09:30'),
    unit: null,
    body: null,
    employee: null,
  };
  const example = spansOfCase(life, events, organisation, march(31, '00:00'));

  it('has the spans that the page lists', () => {
    expect(told(example)).toEqual([
      'gap МФЦ-3→МСП-2 yes 71',
      'work МСП-2 6',
      'agency Фонд 93',
      'work МСП-2 70',
      'client · 80',
      'work МСП-2 17',
      'work МСП-2 1',
      'client · 69.5',
    ]);
  });

  it('sums to its life of 407.5 hours', () => {
    expect(example.reduce((sum, span) => sum + span.to - span.from, 0)).toBe(407.5 * HOUR);
  });

  it('the two stretches around the decision differ in their touchpoint only, and the last waits for the notice', () => {
    expect(example.slice(5).map((span) => span.touchpoint)).toEqual(['решение', 'извещение', 'извещение']);
    expect(example[6]!.body).toBe('МСП');
  });
});

describe('suspension', () => {
  it('goes before all else and carries what its event names, a missing body left missing', () => {
    const list = spans(
      [at(1, 'request', { items: 1 }), at(2, 'suspend', { unit: 'МСП-5', employee: 'Петров' }), at(5, 'resume')],
      9,
    );
    expect(told(list)).toEqual(['work МСП-2 1', 'client · 1', 'suspension МСП-5 3', 'client · 4']);
    expect(list[2]).toMatchObject({ body: null, employee: 'Петров' });
  });

  it('the latest of two counts, and one resume ends both', () => {
    const list = spans([at(1, 'suspend', { unit: 'МСП-2' }), at(2, 'suspend', { unit: 'МСП-5' }), at(3, 'resume')], 4);
    expect(told(list).slice(1, 3)).toEqual(['suspension МСП-2 1', 'suspension МСП-5 1']);
    expect(list[3]!.kind).toBe('work');
  });
});

describe('requests', () => {
  it('one without addressee goes to the client where it asks for items, else to another body, unknown', () => {
    expect(told(spans([at(1, 'request', { items: 2 })], 3))[1]).toBe('client · 2');
    expect(told(spans([at(1, 'request', { items: 0 })], 3))[1]).toBe('agency · 2');
    expect(told(spans([at(1, 'request')], 3))[1]).toBe('agency · 2');
  });

  it('a unit asked is a unit, a body or an unknown one a body', () => {
    const [unit, body, unknown] = ['МСП-5', 'Фонд', 'Росстат'].map(
      (asked) => spans([at(1, 'request', { asked })], 3)[1]!,
    );
    expect([unit!.unit, unit!.body]).toEqual(['МСП-5', null]);
    expect([body!.unit, body!.body]).toEqual([null, 'Фонд']);
    expect([unknown!.unit, unknown!.body]).toEqual([null, 'Росстат']);
  });

  it('an answer ends the requests of its sender; a later request waits on for another', () => {
    const asked = [at(1, 'request', { asked: 'Фонд' }), at(2, 'request', { asked: 'Росстат' })];
    expect(told(spans([...asked, at(4, 'receive', { asked: 'Фонд' }), at(6, 'receive')], 7))).toEqual([
      'work МСП-2 1',
      'agency Фонд 3',
      'agency Росстат 2',
      'work МСП-2 1',
    ]);
    expect(told(spans([...asked, at(4, 'receive', { asked: 'МФЦ' })], 7))).toEqual(['work МСП-2 1', 'agency Фонд 6']);
  });

  it('an answer of a known sender also ends a request to an unknown one; of an unknown sender only the earliest', () => {
    const asked = [at(1, 'request'), at(2, 'request', { asked: 'Росстат' })];
    expect(told(spans([...asked, at(4, 'receive', { asked: 'Фонд' })], 7))).toEqual([
      'work МСП-2 1',
      'agency · 3',
      'agency Росстат 3',
    ]);
    expect(told(spans([...asked, at(4, 'receive')], 7)).at(-1)).toBe('agency Росстат 3');
  });

  it("the client's answer ends all requests to the client, and none to others", () => {
    const events = [
      at(1, 'request', { asked: 'Фонд' }),
      at(2, 'request', { items: 1 }),
      at(3, 'request', { asked: 'client', touchpoint: 'второй' }),
      at(5, 'pay', { initiator: 'client' }),
    ];
    const list = spans(events, 8);
    expect(told(list)).toEqual(['work МСП-2 1', 'agency Фонд 1', 'client · 3', 'agency Фонд 3']);
    expect(list[2]!.touchpoint).toBeNull();
  });

  it('a decision ends every request', () => {
    expect(
      told(spans([at(1, 'request'), at(2, 'request', { items: 1 }), at(3, 'decide', { unit: 'МСП-2' })], 4)).at(-1),
    ).toBe('work МСП-2 1');
  });
});

describe('the client moves the case', () => {
  it('only while it is handed in, answering a request, or after a notice', () => {
    const status = at(2, 'visit', { touchpoint: 'окно' });
    expect(spans([status], 4)).toHaveLength(1);
    expect(spans([at(1, 'request', { items: 1 }), status], 4)).toHaveLength(3);
    expect(told(spans([at(1, 'notify', { unit: 'МСП-2' }), status], 4))).toEqual([
      'work МСП-2 1',
      'client · 1',
      'work МСП-2 2',
    ]);
    expect(
      told(spans([at(-1, 'draft'), at(0, 'submit', { unit: 'МФЦ-3' }), at(4, 'register', { unit: 'МСП-2' })], 4)),
    ).toEqual(['gap МФЦ-3→МСП-2 yes 4']);
  });

  it('a notice after which the body acts first was no waiting for the client', () => {
    expect(told(spans([at(1, 'notify', { unit: 'МСП-2' }), at(3, 'issue', { unit: 'МСП-2' })], 3))).toEqual([
      'work МСП-2 3',
    ]);
  });
});

describe("nobody's time", () => {
  it('runs between two known places that differ, recorded where a receipt ends it', () => {
    const events = [
      at(1, 'step', { unit: 'МСП-2' }),
      at(3, 'step', { unit: 'МСП-5' }),
      at(6, 'start', { body: 'Фонд' }),
    ];
    expect(told(spans(events, 8))).toEqual([
      'work МСП-2 1',
      'gap МСП-2→МСП-5 no 2',
      'gap МСП-5→Фонд yes 3',
      'work Фонд 2',
    ]);
  });

  it('there is none between a unit and the body above it', () => {
    expect(told(spans([at(1, 'step', { unit: 'МСП-2' }), at(3, 'step', { body: 'МСП' })], 3))).toEqual([
      'work МСП-2 1',
      'work МСП 2',
    ]);
  });

  it('what stands above is judged by the organisation when the stretch began', () => {
    const pass = (hours: number) => [at(hours, 'step', { unit: 'МСП-2' }), at(60, 'step', { unit: 'Стол' })];
    expect(told(spans(pass(49), 60))[1]).toBe('work Стол 11');
    expect(told(spans(pass(51), 60))[1]).toBe('gap МСП-2→Стол no 9');
  });

  it('after a transfer it is nobody’s even within one place or towards an unknown one', () => {
    expect(told(spans([at(1, 'transfer', { unit: 'МСП-2', asked: 'Фонд' })], 3))[1]).toBe('gap МСП-2→Фонд yes 2');
    expect(told(spans([at(1, 'transfer', { unit: 'МСП-2', asked: 'Фонд' }), at(3, 'step')], 3))[1]).toBe(
      'gap МСП-2→? yes 2',
    );
    expect(told(spans([at(1, 'transfer', { unit: 'МСП-2' }), at(3, 'step', { unit: 'МСП-2' })], 3))[1]).toBe(
      'gap МСП-2→МСП-2 yes 2',
    );
  });
});

describe('work', () => {
  it('takes unit, body and employee together from the first that names a place', () => {
    const [whole] = spans([at(2, 'step', { employee: 'Петров' })], 2);
    expect(whole).toMatchObject({ unit: 'МСП-2', body: 'МСП', employee: 'Иванова' });
    const ended = spans([at(1, 'step', { unit: 'МСП-5', employee: 'Петров' })], 2);
    expect(ended).toHaveLength(1);
    expect(ended[0]).toMatchObject({ unit: 'МСП-5', body: 'МСП', employee: 'Петров' });
    const [nowhere] = spans([], 2, { unit: null });
    expect(nowhere).toMatchObject({ unit: null, body: null, employee: null });
  });

  it('a missing body is the one above the unit when the stretch began', () => {
    const list = spans([at(49, 'step'), at(51, 'step')], 60, { unit: 'Архив' });
    expect(list.map((span) => [span.body, (span.to - span.from) / HOUR])).toEqual([
      ['МСП', 51],
      ['Фонд', 9],
    ]);
  });
});

describe('equal instants', () => {
  it('rows with a seq come first and in its order, the others in the order of the file', () => {
    const events = [
      at(1, 'step', { unit: 'МСП-5' }),
      at(1, 'resume', { seq: 2 }),
      at(1, 'suspend', { seq: 1 }),
      at(1, 'transfer', { unit: 'МФЦ-3', asked: 'Фонд' }),
    ];
    expect(told(spans(events, 3))[1]).toBe('gap МФЦ-3→Фонд yes 2');
    expect(spans(events, 3)).toHaveLength(2);
  });
});

describe('what a source leaves out', () => {
  it('a case is registered by its first event that is neither draft nor start', () => {
    expect(registrationOf([at(1, 'draft'), at(2, 'start'), at(4, 'register'), at(3, 'queue')])).toBe(3 * HOUR);
    expect(registrationOf([at(1, 'draft'), at(2, 'start')])).toBeNull();
    expect(spansOfCase({ ...open, registeredAt: null }, [at(1, 'draft')], organisation, HORIZON)).toEqual([]);
  });

  it('a closing known by its day is the latest registration or moving event of that day, else its beginning', () => {
    const day = (events: readonly SpanEvent[], registeredAt: number) =>
      closingOnDay(registeredAt * HOUR, events, organisation, 24 * HOUR, 48 * HOUR) / HOUR;
    expect(day([at(30, 'decide'), at(40, 'contact'), at(50, 'issue')], 0)).toBe(30);
    expect(day([at(30, 'notify'), at(40, 'visit')], 0)).toBe(40);
    expect(day([at(50, 'issue')], 0)).toBe(24);
    expect(day([], 25)).toBe(25);
  });
});

const HORIZON = 100 * HOUR;
const maybePlace = fc.option(fc.constantFrom('МФЦ-3', 'МСП-2', 'МСП-5', 'Стол', 'Икс'), { nil: null });
const anyEvent: fc.Arbitrary<SpanEvent> = fc.record({
  at: fc.integer({ min: -3, max: 12 }).map((hours) => hours * 10 * HOUR),
  kind: fc.constantFrom(...EVENT_KINDS),
  seq: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  initiator: fc.option(fc.constantFrom(...INITIATORS), { nil: null }),
  touchpoint: fc.option(fc.constantFrom('окно', 'портал'), { nil: null }),
  unit: maybePlace,
  body: fc.option(fc.constantFrom('МСП', 'МФЦ', 'Фонд'), { nil: null }),
  employee: fc.option(fc.constantFrom('а', 'б'), { nil: null }),
  asked: fc.option(fc.constantFrom('client', 'Фонд', 'МСП-5', 'Икс'), { nil: null }),
  items: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
});

describe('whatever the events', () => {
  it('spans tile the life exactly, in order, and no two neighbours are alike', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 30 }),
        fc.integer({ min: 0, max: 10 }),
        fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
        (events, start, length) => {
          const registeredAt = start * 10 * HOUR;
          const closedAt = length === null ? null : registeredAt + length * 10 * HOUR;
          const list = spansOfCase({ ...open, registeredAt, closedAt }, events, organisation, HORIZON);
          let until = registeredAt;
          for (const span of list) {
            expect(span.from).toBe(until);
            expect(span.to).toBeGreaterThan(span.from);
            until = span.to;
          }
          expect(until).toBe(Math.max(registeredAt, closedAt ?? HORIZON));
          list.slice(1).forEach((span, i) => {
            expect({ ...span, from: 0, to: 0 }).not.toEqual({ ...list[i], from: 0, to: 0 });
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('what each kind of span carries is as the table says', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        for (const span of spansOfCase(open, events, organisation, HORIZON)) {
          if (span.kind === 'client' || span.kind === 'gap')
            expect([span.unit, span.body, span.employee]).toEqual([null, null, null]);
          if (span.kind === 'agency')
            expect([span.unit === null || span.body === null, span.employee]).toEqual([true, null]);
          if (span.kind !== 'gap') expect([span.giver, span.taker, span.recorded]).toEqual([null, null, null]);
          else expect(span.recorded).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});

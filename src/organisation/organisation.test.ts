import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrganisation, NumberedPlaces, Organisation, type OrganisationRow } from './index.ts';

const INSTALLATION = { zone: 'Europe/Moscow', schedule: 'Mo-Fr 09:00-18:00', calendar: 'ru' };
const row = (id: string, parent: string | null, more: Partial<OrganisationRow> = {}): OrganisationRow => ({
  id,
  kind: 'unit',
  name: null,
  parent,
  zone: null,
  schedule: null,
  calendar: null,
  validFrom: null,
  validTo: null,
  ...more,
});

/** «Приём» moves from «А» to «Б» at 100; both stand in the body МСП. */
const MOVED: readonly OrganisationRow[] = [
  row('МСП', null, { kind: 'body' }),
  row('А', 'МСП', { zone: 'Asia/Omsk' }),
  row('Б', 'МСП', { schedule: '24/7' }),
  row('Приём', 'Б', { validFrom: 100 }),
  row('Приём', 'А', { validTo: 99 }),
  row('МФЦ', null, { kind: 'body', calendar: 'ru-ta' }),
];
const organisation = new Organisation(MOVED, INSTALLATION);
const codesOf = (rows: readonly OrganisationRow[]): string[] => codes(checkOrganisation(rows));
const codes = (refusals: readonly { code: string; row: number }[]): string[] =>
  refusals.map((refusal) => `${refusal.code} ${refusal.row}`);

describe('an organisation', () => {
  it('a unit that moved has the parent of the moment', () => {
    expect([organisation.parentAt('Приём', 99), organisation.parentAt('Приём', 100)]).toEqual(['А', 'Б']);
    expect(organisation.isBelow('Приём', 'А', 99)).toBe(true);
    expect(organisation.isBelow('Приём', 'А', 100)).toBe(false);
    expect(organisation.isBelow('Приём', 'МСП', 100)).toBe(true);
    expect(organisation.below('А', 99)).toEqual(['А', 'Приём']);
    expect(organisation.below('А', 100)).toEqual(['А']);
  });

  it('the body above a unit is the nearest one; a body is its own', () => {
    expect(organisation.bodyAbove('Приём', 0)).toBe('МСП');
    expect(organisation.bodyAbove('МСП', 0)).toBe('МСП');
    expect(organisation.bodyAbove('Неизвестно', 0)).toBeNull();
  });

  it('places are the same where one is the other or stands above it', () => {
    expect(organisation.same('Приём', 'МСП', 0)).toBe(true);
    expect(organisation.same('МСП', 'Приём', 0)).toBe(true);
    expect(organisation.same('А', 'Б', 0)).toBe(false);
    expect(organisation.same('Приём', 'А', 100)).toBe(false);
    expect(organisation.same('Неизвестно', 'Неизвестно', 0)).toBe(true);
    expect(organisation.same('Неизвестно', 'МСП', 0)).toBe(false);
  });

  it('clocks are inherited part by part from the newest rows, at last from the installation', () => {
    expect(organisation.clockKey('Приём')).toEqual({ ...INSTALLATION, schedule: '24/7' });
    expect(organisation.clockKey('А')).toEqual({ ...INSTALLATION, zone: 'Asia/Omsk' });
    expect(organisation.clockKey('МФЦ')).toEqual({ ...INSTALLATION, calendar: 'ru-ta' });
    expect(organisation.clockKey('Неизвестно')).toEqual(INSTALLATION);
    expect(organisation.clockKey(null)).toEqual(INSTALLATION);
  });

  it('outside of its validity a unit stands nowhere', () => {
    const gone = new Organisation([row('Р', null), row('У', 'Р', { validFrom: 10, validTo: 20 })], INSTALLATION);
    expect([9, 10, 20, 21].map((at) => gone.parentAt('У', at))).toEqual([null, 'Р', 'Р', null]);
    expect(gone.kindOf('У')).toBe('unit');
  });
});

describe('checking an organisation', () => {
  it('takes one that moved', () => expect(checkOrganisation(MOVED)).toEqual([]));

  it('refuses circles, with every row of them', () => {
    expect(codesOf([row('А', 'Б'), row('Б', 'А'), row('В', 'А')])).toEqual([
      'organisation.cycle 0',
      'organisation.cycle 1',
      'organisation.cycle 2',
    ]);
    expect(codesOf([row('А', 'А')])).toEqual(['organisation.cycle 0']);
  });

  it('refuses a circle that exists for a while only, and takes one that never existed at one time', () => {
    const while10 = { validFrom: 10, validTo: 20 };
    expect(codesOf([row('А', null, { validTo: 9 }), row('А', 'Б', while10), row('Б', 'А')])).toEqual([
      'organisation.cycle 1',
      'organisation.cycle 2',
    ]);
    expect(
      codesOf([
        row('А', 'Б', { validTo: 9 }),
        row('А', null, { validFrom: 10 }),
        row('Б', null, { validTo: 9 }),
        row('Б', 'А', { validFrom: 10 }),
      ]),
    ).toEqual([]);
  });

  it('refuses validity that overlaps or runs backwards, an unknown parent, two kinds of one id', () => {
    expect(codesOf([row('А', null), row('А', null, { validFrom: 5 })])).toEqual(['organisation.overlap 1']);
    expect(codesOf([row('А', null), row('А', null)])).toEqual(['organisation.overlap 1']);
    expect(codesOf([row('А', null, { validTo: 5 }), row('А', null, { validFrom: 5 })])).toEqual([]);
    expect(codesOf([row('А', null, { validFrom: 6, validTo: 5 })])).toEqual(['organisation.validity 0']);
    expect(codesOf([row('А', 'Я')])).toEqual(['organisation.unknownParent 0']);
    expect(codesOf([row('А', null, { validTo: 5 }), row('А', null, { kind: 'body', validFrom: 6 })])).toEqual([
      'organisation.kind 1',
    ]);
  });

  it('refuses zones and schedules that nobody can run', () => {
    expect(codesOf([row('А', null, { zone: 'Moscow' }), row('Б', null, { schedule: 'пн-пт' })])).toEqual([
      'organisation.zone 0',
      'organisation.schedule 1',
    ]);
  });
});

const IDS = ['а', 'б', 'в', 'г', 'д', 'е'];
/** A parent has a smaller number, so no circle arises; each id changes its parent at 10 and 20, or has a hole. */
const organisations = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 4 }), fc.boolean()), {
    minLength: 6,
    maxLength: 18,
  })
  .map((parts) => {
    const rows = new Map<string, OrganisationRow>();
    parts.forEach(([age, above, body], i) => {
      const number = i % 6;
      const parent = above >= 0 && above < number ? IDS[above]! : null;
      const kind = body && number % 2 === 0 ? 'body' : 'unit';
      const valid = { validFrom: age === 0 ? null : age * 10, validTo: age === 2 ? null : age * 10 + 9 };
      const clock = { zone: above === 2 ? 'Asia/Omsk' : null, schedule: above === 3 ? '24/7' : null };
      rows.set(`${number}.${age}`, row(IDS[number]!, parent, { kind, ...valid, ...clock }));
    });
    return new Organisation([...rows.values()], INSTALLATION);
  });

describe('other forms of an organisation answer alike', () => {
  const places = fc.constantFrom(...IDS, 'неизвестно');
  const instants = fc.integer({ min: -5, max: 35 });

  it('numbered', () => {
    fc.assert(
      fc.property(organisations, places, places, instants, (one, a, b, at) => {
        const words = ['', 'client'];
        const code = (id: string): number => {
          if (!words.includes(id)) words.push(id);
          return words.indexOf(id);
        };
        const numbered = new NumberedPlaces(one, code);
        const word = (number: number): string | null => (number === 0 ? null : words[number]!);
        expect(word(numbered.parentAt(code(a), at))).toBe(one.parentAt(a, at));
        expect(word(numbered.bodyAbove(code(a), at))).toBe(one.bodyAbove(a, at));
        expect(numbered.isBelow(code(a), code(b), at)).toBe(one.isBelow(a, b, at));
        expect(numbered.same(code(a), code(b), at)).toBe(one.same(a, b, at));
        expect(numbered.isUnit(code(a))).toBe(one.kindOf(a) === 'unit');
        expect(numbered.clocks[numbered.clockOf(code(a))]).toEqual(one.clockKey(a));
        expect(numbered.clocks[0]).toEqual(INSTALLATION);
      }),
      { numRuns: 500 },
    );
  });

  it('as a table of ancestries', () => {
    fc.assert(
      fc.property(organisations, fc.constantFrom(...IDS), fc.constantFrom(...IDS), instants, (one, a, b, at) => {
        const found = one
          .ancestries()
          .filter((step) => step.id === a && step.ancestor === b && step.from <= at && at < step.to);
        expect(found.length).toBe(one.rowsOf(a).length > 0 && one.isBelow(a, b, at) ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordHash } from '#catalogue';
import { type Condition, formOf, type MetricForm, type MetricSpec, OPS, type Simple, specOf } from './form.ts';

const folder = join(import.meta.dirname, '../../../catalogue/metrics');
const specs = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as MetricSpec);

describe('the form of a metric', () => {
  it('gives back each spec of the catalogue that it can hold, and holds most of them', () => {
    const held = specs.filter((spec) => {
      const form = formOf(spec);
      if (form) expect(recordHash(specOf(form)), spec.id).toBe(recordHash(spec));
      return form !== null;
    });
    const beyond = specs.filter((spec) => !held.includes(spec)).map(({ id }) => id);
    console.log(`forms hold ${held.length} of ${specs.length}; beyond: ${beyond.join(', ')}`);
    expect(held.length).toBeGreaterThan(50);
  });

  it('says that what is beyond it is beyond it', () => {
    const [any] = specs as [MetricSpec];
    const where = (predicate: object) => formOf({ ...any, of: 'case', where: predicate } as MetricSpec);
    const held = { field: 'closedAt', valid: true };
    expect(where({ or: [held, { is: 'decided' }] })).toBe(null);
    expect(where({ and: [held, { and: [held, { is: 'decided' }] }] })).toBe(null);
    expect(where({ not: { not: held } })).toBe(null);
    expect(where({ has: { case: true, link: 'sameMatter' } })).toBe(null);
    expect(formOf({ ...any, of: 'run' } as MetricSpec)).toBe(null);
  });

  const name = fc.constantFrom('kind', 'closedAt', 'outcome', 'items', 'x:Район');
  const not = fc.boolean();
  const scalar = fc.oneof(fc.string({ minLength: 1 }), fc.integer());
  const compared = fc
    .record({ field: name, op: fc.constantFrom(...OPS), value: scalar, other: fc.option(name), not })
    .map(({ field, op, value, other, not: negated }): Simple => {
      const bare = op === 'valid' || op === 'missing';
      const against = bare || op === 'oneOf' ? null : other;
      return { what: 'field', not: negated, field, op, values: bare || against ? [] : [value], other: against };
    });
  const simple: fc.Arbitrary<Simple> = fc.oneof(
    fc.record({
      what: fc.constant('concept' as const),
      not,
      concept: fc.constantFrom('closed', 'decided', 'byClient'),
    }),
    compared,
  );
  const duration = fc.option(fc.constantFrom('P7D', 'PT2H', 'W3D'));
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    simple,
    fc.record({
      what: fc.constant('event' as const),
      not,
      those: fc.array(simple, { maxLength: 3 }),
      after: fc.option(name),
      before: fc.option(name),
      within: duration,
      times: fc.option(fc.record({ op: fc.constantFrom('gte' as const, 'lte' as const), n: fc.nat(9) })),
    }),
    fc.record({
      what: fc.constant('time' as const),
      not,
      from: name,
      to: name,
      clock: fc.constantFrom('calendar' as const, 'working' as const),
      op: fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const),
      span: fc.constant('P7D'),
    }),
  );

  it('is what it was after it has been a spec, whatever a person puts together', () => {
    const { of: _, where: __, measure: ___, ...rest } = specs[0]!;
    fc.assert(
      fc.property(
        fc.array(condition, { maxLength: 4 }),
        fc.array(condition, { minLength: 1, maxLength: 3 }),
        (where, those) => {
          const form: MetricForm = { rest, of: 'case', where, measure: { kind: 'share', those } };
          expect(formOf(specOf(form))).toEqual(form);
        },
      ),
    );
  });
});

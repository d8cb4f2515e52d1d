import { describe, expect, it } from 'vitest';
import { marksOf, rules } from './rules.ts';

const within = { centre: 10, lower: 7, upper: 13 };
const marked = (name: string, values: readonly number[], limits = within) =>
  marksOf({ values, ...limits }).flatMap((names, at) => (names.some((one) => one === name) ? [at] : []));

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  it('marks its example as it says', () => {
    expect(rule.marks(rule.example)).toEqual(rule.example.marked);
  });

  it('marks the mirrored example alike', () => {
    const { values, centre, lower, upper } = rule.example;
    const mirrored = { values: values.map((x) => -x), centre: -centre, lower: -upper, upper: -lower };
    expect(rule.marks(mirrored)).toEqual(rule.example.marked);
  });
});

describe('outside', () => {
  it('a point on a limit is inside, also within a billionth', () => {
    expect(marked('outside', [13, 7, 13 + 5e-9, 7 - 5e-9])).toEqual([]);
    expect(marked('outside', [13 + 2e-8, 7 - 2e-8])).toEqual([0, 1]);
  });
});

describe('shift', () => {
  it('six in a row are none, seven are, and all are marked', () => {
    expect(marked('shift', [11, 11, 11, 11, 11, 11])).toEqual([]);
    expect(marked('shift', [9, 11, 11, 11, 11, 11, 11, 11, 9])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('a point on the centre breaks the run', () => {
    expect(marked('shift', [11, 11, 11, 10, 11, 11, 11, 11])).toEqual([]);
    expect(marked('shift', [11, 11, 11, 10 + 5e-9, 11, 11, 11, 11])).toEqual([]);
  });
});

describe('trend', () => {
  it('six rising points are none, seven are', () => {
    expect(marked('trend', [8, 8.5, 9, 9.5, 10, 10.5])).toEqual([]);
    expect(marked('trend', [8, 8.5, 9, 9.5, 10, 10.5, 11])).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('equal neighbours break it', () => {
    expect(marked('trend', [8, 8.5, 9, 9.5, 9.5, 10, 10.5, 11])).toEqual([]);
  });

  it('two trends may share their turning point', () => {
    const values = [8, 8.5, 9, 9.5, 10, 10.5, 11, 10.5, 10, 9.5, 9, 8.5, 8];
    expect(marked('trend', values)).toEqual([...values.keys()]);
  });
});

describe('two of three', () => {
  it('beyond means past two thirds of the way, not on it', () => {
    expect(marked('twoOfThree', [12, 10, 12.1])).toEqual([]);
    expect(marked('twoOfThree', [12.1, 10, 12.1])).toEqual([0, 2]);
  });

  it('must be near the same limit', () => {
    expect(marked('twoOfThree', [12.5, 7.5, 10])).toEqual([]);
  });

  it('a point outside counts too', () => {
    expect(marked('twoOfThree', [14, 10, 12.5])).toEqual([0, 2]);
  });

  it('differs from NHS tools: the third may lie on the other side of the centre', () => {
    expect(marked('twoOfThree', [12.5, 9, 12.5])).toEqual([0, 2]);
  });

  it('needs three neighbours', () => {
    expect(marked('twoOfThree', [12.5, 12.5])).toEqual([]);
  });
});

it('a constant series of 99.9 flags nothing', () => {
  const values = new Array(24).fill(99.9);
  const centre = values.reduce((a: number, b: number) => a + b, 0) / 24;
  expect(marksOf({ values, centre, lower: centre, upper: centre }).flat()).toEqual([]);
});

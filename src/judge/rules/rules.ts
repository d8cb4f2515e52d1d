import type { RuleName } from '../types.ts';
import { outside } from './outside.ts';
import type { Rule, Stretch } from './rule.ts';
import { shift } from './shift.ts';
import { trend } from './trend.ts';
import { twoOfThree } from './twoOfThree.ts';

/** The rules of the chart, the strongest evidence first. */
export const rules: readonly Rule[] = [outside, shift, twoOfThree, trend];

/** Names of the rules that mark each value of a stretch. */
export function marksOf(stretch: Stretch): RuleName[][] {
  const names: RuleName[][] = stretch.values.map(() => []);
  for (const rule of rules) for (const at of rule.marks(stretch)) names[at]!.push(rule.name);
  return names;
}

/** Whether a mark of this rule speaks of better or worse. */
export const givesVerdict = (name: RuleName): boolean => rules.some((rule) => rule.name === name && rule.givesVerdict);

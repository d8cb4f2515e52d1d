import type { TargetJudgement } from '../client/types.ts';
import { decimalsOf } from '../format.ts';
import type { Language } from '../language.tsx';

/** «Цель не больше 15 дней: то да, то нет». Also for the norm. */
export const targetWords = (
  kind: 'target' | 'norm',
  judgement: TargetJudgement,
  card: { readonly better: 'up' | 'down'; readonly unit: string },
  { say, format }: Language,
): string => {
  const value = format.value(judgement.value, card.unit, decimalsOf(judgement.value));
  const level = say(card.better === 'down' ? `${kind}.atMost` : `${kind}.atLeast`, { value });
  const met = judgement.class ? say(`target.${judgement.class}`) : '';
  const lately = judgement.of > 0 ? say('target.lately', { met: judgement.met, of: judgement.of }) : '';
  const tail = [met, lately].filter(Boolean).join(', ');
  return tail === '' ? level : `${level}: ${tail}`;
};

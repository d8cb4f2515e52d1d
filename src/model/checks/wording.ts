import { wordingFault } from '../wording.ts';
import type { Check } from './check.ts';
import { ofIndicator, ofPosition } from './places.ts';
import { changed } from './sound.ts';

/** Characters that a line of a card holds. */
const LONGEST_NAME = 60;
const LONGEST_POSITION = 100;
const LONGEST_GOAL = 140;

/** Names that fit a card, sentences that are understood at the first reading. */
export const wording: readonly Check[] = [
  {
    rule: 'longName',
    severity: 'warning',
    find: function* (index) {
      const { model } = index;
      for (const [no, { name }] of model.indicators.entries()) {
        if (name.length > LONGEST_NAME) yield ofIndicator(index, no, { length: name.length, most: LONGEST_NAME });
      }
      for (const [no, { name }] of model.positions.entries()) {
        if (name.length > LONGEST_POSITION)
          yield ofPosition(index, no, { length: name.length, most: LONGEST_POSITION });
      }
      for (const [no, { id, name }] of model.goals.entries()) {
        if (name.length > LONGEST_GOAL)
          yield {
            at: { of: 'goal', id },
            path: `goals[${no}]`,
            with: { name, length: name.length, most: LONGEST_GOAL },
          };
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, name: 'Доля '.repeat(20) })) })),
  },
  {
    rule: 'hardWording',
    severity: 'warning',
    find: function* (index) {
      for (const [no, { sentence }] of index.model.indicators.entries()) {
        const fault = wordingFault(sentence);
        if (fault) yield ofIndicator(index, no, { fault: fault.code, found: fault.found, most: fault.most });
      }
      for (const [no, { id, name }] of index.model.goals.entries()) {
        const fault = wordingFault(name);
        if (fault)
          yield {
            at: { of: 'goal', id },
            path: `goals[${no}]`,
            with: { name, fault: fault.code, found: fault.found, most: fault.most },
          };
      }
    },
    spoil: changed((model) => ({
      indicators: model.indicators.map((one) => ({
        ...one,
        sentence: 'В целях осуществления надлежащего исполнения вышеуказанного показателя принимаются меры.',
      })),
    })),
  },
];

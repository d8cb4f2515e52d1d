import type { Remark } from '../remarks.ts';
import { list } from '../typeset.ts';
import { CASES, ROWS } from './nouns.ts';
import * as words from './words.ts';

const signed = (value: number | undefined): string => words.number(value ?? 0).replace('-', '−');

export function remarkEn(remark: Remark): string {
  switch (remark.kind) {
    case 'otherKinds': {
      const kinds = list(
        remark.kinds.map((kind) => CASES[kind].forms.nomPl),
        'and',
      );
      return remark.of === 'case' ? `${kinds} do not count as cases here` : `events of ${kinds} are not counted`;
    }
    case 'leftOutcomes': {
      const named = list(
        remark.outcomes.map((one) => ({ withdrawn: 'withdrawn by the client', terminated: 'terminated' })[one]),
        'or',
      );
      return `cases ${named} are not counted${remark.of === 'case' ? '' : ', nor anything that belongs to them'}`;
    }
    case 'keptOutcomes':
      return `cases withdrawn by the client or terminated are counted too${remark.of === 'case' ? '' : ', with all that belongs to them'}`;
    case 'clients': {
      const external = list(
        remark.external.map((client) => words.CLIENTS[client].pl),
        'and',
      );
      if (external === '') return 'internal clients only; citizens and organisations are not counted';
      return remark.internal
        ? `${external} together; internal clients in a figure of their own, never added to the external ones`
        : `${external} only; internal clients are not counted`;
    }
    case 'russianOnly':
      return 'texts in Russian only';
    case 'noAnswer':
      return `the answer “${remark.scale?.none.en ?? "don't know"}” and a skipped question are not counted; one answer to a question counts per invitation, the last one`;
    case 'missing':
      return `${ROWS[remark.of].forms.nomPl} without the data needed (${remark.fields.map(words.labelOf).join(', ')}) are left out and shown apart`;
    case 'unrecorded':
      return 'where the source does not record such events, the case is left out: “not recorded” does not mean “did not happen”';
    case 'negative':
      return 'where the end is before the beginning, the time is left out and shown apart';
    case 'waits':
      return `each ${ROWS[remark.of].forms.nomSg} waits ${words.duration(remark.mature)} before it counts; until then the figure is preliminary`;
    case 'clock':
      return remark.clock === 'calendar'
        ? 'calendar time runs without a break: nights, weekends and holidays are included'
        : 'working time runs by the schedule of whoever holds the case: nights, weekends and holidays are not included';
    case 'pausesIncluded':
      return 'pauses (suspensions and waiting for the client) are included';
    case 'stops':
      return `the clock stops during ${list(
        remark.spans.map((kind) => words.SPAN_LESS[kind]),
        'and',
      )}`;
    case 'bounded':
      return `where the event has not happened yet, the time up to the closing of the case or to the latest data counts, at most ${words.duration(remark.most, 'calendar ')}`;
    case 'sameMatter':
      return 'the same matter means the same client and the same service, for appeals the same topic; without these a case is left out';
    case 'grade':
      return "a text's school grade = 0.36 × words per sentence + 5.76 × syllables per word − 11.97 (Solovyev, Ivanov, Solnyshkina 2018)";
    case 'scale': {
      const { values, labels } = remark.scale;
      return `scale from ${signed(values[0])} (${labels.en[0]}) to ${signed(values.at(-1))} (${labels.en.at(-1)})`;
    }
    case 'gap':
      return "nobody's time runs from the last record of one holder to the first record of the next";
    case 'instrument': {
      const { items, by } = remark.instrument;
      return `what is checked: ${items.en}; by whom: ${by.en}; items that do not apply are taken out`;
    }
    case 'small': {
      const noun = remark.of === 'answer' ? { nomSg: 'answer', nomPl: 'answers' } : ROWS[remark.of].forms;
      return `shown from ${words.number(remark.show)} ${remark.show === 1 ? noun.nomSg : noun.nomPl}, judged from ${words.number(remark.judge)}`;
    }
  }
}

import type { RowType } from '#facts';
import type { Remark } from '../remarks.ts';
import { list } from '../typeset.ts';
import { CASES, ROWS } from './nouns.ts';
import * as words from './words.ts';

/** «от 21 дела», «от 5 дел»: genitives of what is counted. */
const COUNTED: Readonly<Record<RowType, readonly [one: string, many: string]>> = {
  case: ['дела', 'дел'],
  run: ['клиентского пути', 'клиентских путей'],
  event: ['события', 'событий'],
  span: ['промежутка', 'промежутков'],
  answer: ['ответа', 'ответов'],
  text: ['текста', 'текстов'],
  reading: ['проверки', 'проверок'],
  invitation: ['приглашения', 'приглашений'],
};

const signed = (value: number | undefined): string => words.number(value ?? 0).replace('-', '−');

export function remarkRu(remark: Remark): string {
  switch (remark.kind) {
    case 'otherKinds':
      return remark.of === 'case'
        ? `среди дел не считаются ${list(
            remark.kinds.map((kind) => CASES[kind].forms.nomPl),
            'и',
          )}`
        : `не считаются события по ${list(
            remark.kinds.map((kind) => words.CASES_DATIVE[kind]),
            'и',
          )}`;
    case 'leftOutcomes': {
      const named = remark.outcomes.map(
        (one) => ({ withdrawn: 'отозванные клиентом', terminated: 'прекращённые' })[one],
      );
      return `не считаются дела, ${list(named, 'и')}${remark.of === 'case' ? '' : ', и всё, что к ним относится'}`;
    }
    case 'keptOutcomes':
      return `дела, отозванные клиентом и прекращённые, тоже считаются${remark.of === 'case' ? '' : ' со всем, что к ним относится'}`;
    case 'clients': {
      const external = list(
        remark.external.map((client) => words.CLIENTS[client].nom),
        'и',
      );
      if (external === '') return 'только внутренние клиенты; граждане и организации не считаются';
      return remark.internal
        ? `${external} вместе; внутренние клиенты — отдельной цифрой, в одну цифру с внешними не входят`
        : `только ${external}; внутренние клиенты не считаются`;
    }
    case 'russianOnly':
      return 'только тексты на русском языке';
    case 'noAnswer':
      return `ответ «${remark.scale?.none.ru ?? 'не знаю'}» и пропуск вопроса не считаются; по одному приглашению учитывается один ответ на вопрос, последний`;
    case 'missing': {
      const fields = remark.fields.map(words.labelOf).join(', ');
      return `${ROWS[remark.of].forms.nomPl} без нужных данных (${fields}) в показатель не входят и показываются отдельно`;
    }
    case 'unrecorded':
      return 'если источник таких событий не записывает, дело не входит в показатель: «не записано» не значит «не было»';
    case 'negative':
      return 'если конец раньше начала, время не считается и показывается отдельно';
    case 'waits': {
      const { forms, gender } = ROWS[remark.of];
      const each = { n: 'каждое', m: 'каждый', f: 'каждая' }[gender];
      return `${each} ${forms.nomSg} ждёт ${words.durationAccusative(remark.mature)}, прежде чем войти в показатель; до того показатель предварительный`;
    }
    case 'clock':
      return remark.clock === 'calendar'
        ? 'календарное время идёт без перерыва: ночи, выходные и праздники входят'
        : 'рабочее время идёт по графику того, у кого дело: ночи, выходные и праздники не входят';
    case 'pausesIncluded':
      return 'паузы (приостановки и ожидание клиента) входят';
    case 'stops':
      return `часы останавливаются на время ${list(
        remark.spans.map((kind) => words.SPAN_LESS[kind]),
        'и',
      )}`;
    case 'bounded':
      return `если события ещё не было, считается время до закрытия дела или до последних данных, но не больше ${words.durationGenitive(remark.most, 'календарных ')}`;
    case 'sameMatter':
      return 'тот же вопрос — тот же клиент и та же услуга, у обращений — та же тема; без них дело в показатель не входит';
    case 'grade':
      return 'школьный класс текста = 0,36 × слов в предложении + 5,76 × слогов в слове − 11,97 (Соловьёв, Иванов, Солнышкина, 2018)';
    case 'scale': {
      const { values, labels } = remark.scale;
      return `шкала от ${signed(values[0])} (${labels.ru[0]}) до ${signed(values.at(-1))} (${labels.ru.at(-1)})`;
    }
    case 'gap':
      return 'ничьё время — от последней записи одного исполнителя до первой записи следующего';
    case 'instrument': {
      const { items, by } = remark.instrument;
      return `что проверяют: ${items.ru}; кто: ${by.ru}; неприменимые пункты исключены`;
    }
    case 'small': {
      const [one, many] = COUNTED[remark.of];
      const { show, judge } = remark;
      const counted = show % 10 === 1 && show % 100 !== 11 ? one : many;
      return `показываем от ${words.number(show)} ${counted}, судим от ${words.number(judge)}`;
    }
  }
}

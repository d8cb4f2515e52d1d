export const messages = {
  'help.journey': 'пути клиентов: список, картина времени, черновик из данных, перенос',
  'help.journey.list': 'показать пути и то, что есть в данных, но ещё не нарисовано',
  'help.journey.show': 'показать, из чего складывается время пути',
  'help.journey.id': 'код пути',
  'help.journey.toBe': 'по бюджетам вида «как будет»',
  'help.journey.discover': 'предложить путь по данным',
  'help.journey.discover.journey': 'значение поля journey в данных',
  'help.journey.discover.service': 'услуга; можно повторять',
  'help.journey.discover.name': 'название черновика',
  'help.journey.discover.json': 'напечатать черновик пути как JSON для journey import',
  'help.journey.import': 'сохранить путь из файла JSON',
  'help.journey.import.file': 'файл, записанный journey export или journey discover --json',
  'help.journey.import.over': 'версия, поверх которой сохранить; без неё путь новый',
  'help.journey.export': 'напечатать путь как JSON',
  'journey.saved': 'Сохранён путь «{name}» ({id}), версия {version}.',
  'journey.none': 'Путей ещё нет. Предложить путь по данным: luchshe journey discover.',
  'journey.undrawn':
    'В данных есть путь «{value}»: {cases, plural, one {# дело} few {# дела} many {# дел} other {# дела}}, {runs, plural, one {# прохождение} few {# прохождения} many {# прохождений} other {# прохождения}}. Его ещё не нарисовали.',
  'journey.tooFew': 'За этот период завершённых путей нет или их слишком мало, чтобы показывать.',
  'journey.unknownPlace': 'без точки',
  'journey.gap': 'ничьё: {giver} → {taker}',
  'journey.suspension': 'остановка: {place}',
  'journey.whole':
    '{of, select, run {{n, plural, one {# прохождение} few {# прохождения} many {# прохождений} other {# прохождения}}} other {{n, plural, one {# дело} few {# дела} many {# дел} other {# дела}}}}, {from}–{to}. В\u00a0среднем {mean}\u00a0дн., половина не дольше {p50}\u00a0дн., девять из десяти не дольше {p90}\u00a0дн.',
  'journey.weakest':
    'Слабое звено: {step}. Держи оно бюджет, срок, за который проходят девять из десяти, был бы короче на {days}\u00a0дн.',
  'journey.largest': 'Больше всего времени: {step}, {share}\u00a0%.',
  'journey.medians':
    'Средние складываются, медианы нет: сумма медиан шагов {sum}\u00a0дн., а медиана всего пути {p50}\u00a0дн.',
  'journey.found':
    'Черновик «{name}» по {of, select, run {{n, plural, one {# прохождению} few {# прохождениям} many {# прохождениям} other {# прохождения}}} other {{n, plural, one {# делу} few {# делам} many {# делам} other {# дела}}}}.',
  'journey.foundHow':
    'Бюджет предложен: медиана, округлённая вверх до половины дня. Сохранить: добавьте --json, проверьте файл и передайте его luchshe journey import.',
  'journey.column': {
    id: 'код',
    name: 'название',
    version: 'версия',
    touchpoints: 'точек',
    step: 'шаг',
    cases: 'дел',
    mean: 'в\u00a0среднем',
    share: 'доля, %',
    p50: 'половина',
    p90: '9\u00a0из\u00a010',
    budget: 'бюджет',
    fallP90: '9\u00a0из\u00a010 короче на',
    touchpoint: 'точка',
    body: 'орган',
    proposed: 'бюджет',
  },
  journey: {
    // Written into a proposed journey, for a person to rename
    budgetProposed: 'Бюджет предложен: медиана, округлённая вверх до половины дня.',
    allCases: 'Все дела',
    stage: { apply: 'Обращение', consider: 'Рассмотрение', result: 'Результат' },
    invalid: {
      reason: 'Путь записан неверно, поле «{field}». {question}',
      remedy: 'Исправьте это поле; ничего из пути пока не сохранено.',
    },
    idTwice: {
      reason: 'Код «{got}» стоит дважды ({field}).',
      remedy: 'Дайте второму другой код: по нему точки и этапы отличают друг от друга.',
    },
    factsTwice: {
      reason: 'Точка из данных «{got}» занята дважды: её уже взяла точка «{other}».',
      remedy: 'Оставьте её в одной точке пути: иначе одни и те же секунды считались бы дважды.',
    },
    handOffTwice: {
      reason: 'Передача {got} описана дважды.',
      remedy: 'Оставьте одну строку с её бюджетом.',
    },
    stageUnknown: {
      reason: 'Точка «{name}» стоит на этапе «{got}», а такого этапа нет.',
      remedy: 'Добавьте этап или переставьте точку на другой.',
    },
    closingWithoutFacts: {
      reason: 'Точка «{got}» завершает путь, но в данных её нет.',
      remedy: 'Назовите её точку в данных: без этого ни один путь никогда не кончится.',
    },
    budgetsAboveTarget: {
      reason: 'Бюджеты ({budgets} дн.) и запас ({reserve} дн.) вместе {sum} дн., а цель {got} дн.',
      remedy: 'Уменьшите бюджеты или запас либо поднимите цель.',
    },
    promiseEmpty: {
      reason: 'Будущий путь вступает в силу {got}, но в нём нет ни одной точки.',
      remedy: 'Нарисуйте будущий путь или снимите дату.',
    },
    noToBe: {
      reason: 'У пути «{got}» нет вида «как будет».',
      remedy: 'Сначала нарисуйте, как будет.',
    },
    nothingToUndo: {
      reason: 'У пути «{got}» одна версия: отменять нечего.',
      remedy: 'Чтобы убрать сам путь, удалите его.',
    },
    nothingSeen: {
      reason: 'Здесь нет ни одного завершённого дела: {got}.',
      remedy: 'Выберите другой период, путь или услугу или загрузите события дел.',
    },
  },
} as const;

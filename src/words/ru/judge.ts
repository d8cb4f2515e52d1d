// Words of judging. Plain: середина, пределы, обычное, промежуток; no blame, no praise by machine.
const percent = '{unit, select, percent {\u00a0%} other {}}';
const value = '{value, number, ::.######}';
const than = '{than, number, ::.######}';
const by = '{by, number, ::.######}';
const centre = '{centre, number, ::.######}';
const lower = '{lower, number, ::.######}';
const upper = '{upper, number, ::.######}';
const limit = '{limit, number, ::.######}';

const count = '{n, plural, =7 {Семь} =8 {Восемь} =9 {Девять} =10 {Десять} one {#} few {#} many {#} other {#}}';
const steps =
  '{step, select,' +
  ' month {{n, plural, one {месяц} few {месяца} many {месяцев} other {месяца}}}' +
  ' quarter {{n, plural, one {квартал} few {квартала} many {кварталов} other {квартала}}}' +
  ' year {{n, plural, one {год} few {года} many {лет} other {года}}}' +
  ' other {{n, plural, one {точка} few {точки} many {точек} other {точки}}}}';
const times = '{n, plural, one {раз} few {раза} many {раз} other {раза}}';
const centreDays = '{centre, plural, one {# день} few {# дня} many {# дней} other {# дня}}';
const limitDays = '{limit, plural, one {# день} few {# дня} many {# дней} other {# дня}}';
const valueDays = '{value, plural, one {# день} few {# дня} many {# дней} other {# дня}}';
const upToDays = '{upper, plural, one {# дня} few {# дней} many {# дней} other {# дня}}';
const twoSteps =
  '{step, select, month {Два месяца} quarter {Два квартала} year {Два года} other {Две точки}} из трёх последних';

const above = '{side, select, above {выше} other {ниже}}';
const longer = '{side, select, above {длиннее} other {короче}}';
const more = '{side, select, above {больше} other {меньше}}';
const whichLimit = '{side, select, above {верхнего} other {нижнего}}';
const yearAgo = 'разница с прошлым годом';

const shift =
  `{of, select, yearOnYear {${count}\u00a0${steps} подряд ${yearAgo} ${above} середины ${centre}${percent}}` +
  ` daysBetween {${count}\u00a0${times} подряд промежуток между случаями ${longer} середины, ${centreDays}}` +
  ` other {${count}\u00a0${steps} подряд ${above} середины ${centre}${percent}}}`;
const outside =
  `{of, select, yearOnYear {Разница с прошлым годом ${above} обычной: ${value}${percent} при пределе ${limit}${percent}}` +
  ` daysBetween {Промежуток между случаями ${longer} обычного: ${valueDays} при пределе ${limitDays}}` +
  ` other {{side, select, above {Выше} other {Ниже}} обычного: ${value}${percent} при пределе ${limit}${percent}}}`;
const twoOfThree =
  `{of, select, yearOnYear {${twoSteps} ${yearAgo} у ${whichLimit} предела ${limit}${percent}}` +
  ` daysBetween {Два промежутка между случаями из трёх последних у ${whichLimit} предела, ${limitDays}}` +
  ` other {${twoSteps} у ${whichLimit} предела ${limit}${percent}}}`;
const shiftOutside = `${shift}, и уже за пределом обычного: ${value}${percent}`;

const earlier =
  '{against, select, year {год назад}' +
  ' other {{step, select, month {месяцем раньше} quarter {кварталом раньше} year {годом раньше} other {в прошлый раз}}}}';
const withEarlier =
  '{against, select, year {прошлым годом}' +
  ' other {{step, select, month {прошлым месяцем} quarter {прошлым кварталом} year {прошлым годом} other {прошлой точкой}}}}';
const changed = `На ${by} ${more}, чем ${earlier}: ${value} против ${than}`;
const points = 'Точек пока {points}, для пределов нужно {need}.';
const noDirection = 'Куда лучше, не сказано.';

const goal = `{better, select, down {не больше} other {не меньше}} ${value}${percent}`;
const metOf = '{met} из {of}';

export const messages = {
  judge: {
    kind: { better: 'Лучше', same: 'Без изменений', worse: 'Хуже', unclear: 'Неясно' },
    verdict: {
      shift: `${shift}.`,
      shiftNoDirection: `${shift}. ${noDirection}`,
      outside: `${outside}.`,
      outsideNoDirection: `${outside}. ${noDirection}`,
      twoOfThree: `${twoOfThree}.`,
      twoOfThreeNoDirection: `${twoOfThree}. ${noDirection}`,
      shiftOutside: `${shiftOutside}.`,
      shiftOutsideNoDirection: `${shiftOutside}. ${noDirection}`,
      within:
        `{of, select, yearOnYear {Разница с прошлым годом как обычно, от ${lower} до ${upper}${percent}.}` +
        ` daysBetween {Случаи идут как обычно: между ними от ${lower} до ${upToDays}.}` +
        ` other {Колеблется как обычно, ${lower}–${upper}${percent}.}}`,
      constant:
        `{of, select, yearOnYear {Разница с прошлым годом не меняется: ${centre}${percent}.}` +
        ` daysBetween {Случаи идут ровно: между ними ${centreDays}.}` +
        ` other {Не меняется: ${centre}${percent}.}}`,
      changed: `${changed}. Случайно столько бывает редко.`,
      changedNoDirection: `${changed}. ${noDirection}`,
      alike: `Почти как ${earlier}: разница от ${lower} до ${upper}, это мало.`,
      tooWide: `${points} Разница с ${withEarlier} меньше ошибки.`,
      noInterval: `${points} Промежутка у значений нет, и разницу с ${withEarlier} не оценить.`,
      disagree: `{against, select, year {Больше, чем год назад, но меньше, чем в прошлый раз.} other {Больше, чем в прошлый раз, но меньше, чем год назад.}}`,
      alone: 'Пока одна точка: сравнить не с чем.',
      noYear: 'Год назад значения нет: сезонный показатель сравнить не с чем.',
      fewEvents: 'Случаев мало: промежутков между ними {points}, для пределов нужно {need}.',
      hollow: 'Наблюдений {n}: мало, чтобы судить.',
      hollowUncounted: 'Наблюдений мало, чтобы судить.',
      missing: 'За этот период значения нет.',
      empty: 'Значений пока нет.',
    },
    target: {
      consistentlyMet: `Цель ${goal}: обычные колебания её не срывают, ${metOf}.`,
      hitOrMiss: `Цель ${goal}: то да, то нет, ${metOf}.`,
      consistentlyMissed: `Цель ${goal}: стабильно мимо, ${metOf}; усилий людей не хватит.`,
      counted: `Цель ${goal}: достигнута ${metOf}.`,
      unknown: `Цель ${goal}: сравнить не с чем.`,
    },
    norm: {
      consistentlyMet: `Норма ${goal}: обычные колебания её не срывают, ${metOf}.`,
      hitOrMiss: `Норма ${goal}: то да, то нет, ${metOf}.`,
      consistentlyMissed: `Норма ${goal}: стабильно мимо, ${metOf}; усилий людей не хватит.`,
      counted: `Норма ${goal}: соблюдена ${metOf}.`,
      unknown: `Норма ${goal}: сравнить не с чем.`,
    },
    proposal: {
      withinNoise: 'Это не лучше, чем сейчас.',
      reachable: 'Достижимо: лежит в обычных пределах.',
      needsSystemChange:
        'За пределами обычного: усилий людей не хватит. Назовите перемену порядка, которая к этому приведёт.',
    },
    rule: {
      outside: 'за пределом',
      shift: 'семь на одной стороне',
      trend: 'семь подряд в одну сторону',
      twoOfThree: 'две из трёх у предела',
    },
    chart: {
      trial:
        'Пробно, по {n, plural, one {# точке} few {# точкам} many {# точкам} other {# точки}}: ряд вокруг медианы, без пределов.',
      trialSignal: 'Пробно: ряд держится одной стороны дольше обычного.',
      short: 'Пределы появятся с двенадцати точек.',
      daysBetween: 'Случаев мало, поэтому показаны дни между ними.',
      seasonal: 'Сезонный показатель: показана разница с тем же периодом год назад.',
      excluded: 'Из расчёта пределов исключены слишком большие размахи: {n}. Они кончаются в точках {periods}.',
      arithmetic: `Пределы = середина ± 2,66 × средний размах соседних точек: ${centre} ± 2,66 × {range, number, ::.######} = ${lower}–${upper} по {n, plural, one {# точке} few {# точкам} many {# точкам} other {# точки}}.`,
      chance:
        'Знаков {marked} из {judged}. Случай один дал бы около {byChance, number, ::.#}, обычно не больше {atMost}.',
    },
  },
  series: {
    empty: { reason: 'В ряду нет ни одной строки.', remedy: 'Нужны строки вида «период,значение».' },
    csv: { reason: 'Это не похоже на CSV: кавычка открыта и не закрыта.', remedy: 'Закройте кавычку или уберите её.' },
    noPeriod: { reason: 'Нет периода: «{got}».', remedy: 'Первый столбец называет период, например 2024-03.' },
    repeated: { reason: 'Период {got} уже был в строке {first}.', remedy: 'Оставьте одну строку на период.' },
    order: { reason: 'Период {got} стоит после {after}.', remedy: 'Расположите строки от старых к новым.' },
    columns: {
      reason: 'Столбцов {columns}, а нужно два или три.',
      remedy: 'Период, значение и, если есть, n. Дробную запятую отделяйте точкой с запятой между столбцами.',
    },
    value: { reason: 'Значение «{got}» не число.', remedy: 'Напишите число или оставьте пусто, если значения нет.' },
    n: { reason: 'n «{got}» не целое число.', remedy: 'n — сколько наблюдений за значением; его можно не указывать.' },
    baseline: {
      reason: 'Периода {got} в ряду нет.',
      remedy: 'Назовите начало и конец основы так, как они стоят в ряду.',
    },
    baselineOrder: { reason: 'Основа {got} кончается раньше, чем начинается.', remedy: 'Поменяйте периоды местами.' },
  },
} as const;

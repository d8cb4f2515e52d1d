/** Why a metric's spec is refused. `field` is the place in its JSON. Codes: src/catalogue/checks/. */
const row =
  '{row, select, case {дела} event {события} span {промежутка} run {клиентского пути} answer {ответа} invitation {приглашения} text {текста} reading {проверки} other {{row}}}';

export const messages = {
  'metric.shape': {
    reason: 'В месте {field} стоит то, чего язык показателей не знает: {got}.',
    remedy: 'Сверьтесь с описанием языка: luchshe catalogue show on-time печатает готовый пример.',
  },
  'metric.missing': {
    reason: 'Не хватает {field}.',
    remedy: 'Добавьте {field}; ожидается {expected}.',
  },
  'metric.wrongKind': {
    reason: 'В {field} стоит {got}, а ожидается {expected}.',
    remedy: 'Замените значение {field}.',
  },
  'metric.unknownKey': {
    reason: 'Слова {got} здесь нет в языке показателей (место: {field}).',
    remedy: 'Уберите его или исправьте опечатку.',
  },
  'metric.notOneOf': {
    reason: 'Значение {got} в {field} не из списка.',
    remedy: 'Выберите одно из: {allowed}.',
  },
  'metric.exactlyOne': {
    reason: 'В {field} должно стоять ровно одно из слов: {allowed}.',
    remedy: 'Оставьте одно; несколько условий соединяет and.',
  },
  'metric.repeated': {
    reason: 'В списке {field} есть повторы: {got}.',
    remedy: 'Оставьте каждое значение один раз.',
  },
  'metric.fileName': {
    reason: 'Файл назван иначе, чем показатель: {got}.',
    remedy: 'Назовите файл по имени показателя: {got}.json.',
  },
  'metric.nameTooLong': {
    reason:
      'Название «{got}» длиннее карточки: {length, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}.',
    remedy: 'Сократите {field} до {most, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}.',
  },
  'metric.unknownParameter': {
    reason: 'Параметр {got} не объявлен (место: {field}).',
    remedy: 'Объявите его в params или возьмите объявленный.',
  },
  'metric.idleParameter': {
    reason: 'Параметр {got} объявлен, но нигде не стоит.',
    remedy: 'Поставьте ${got} туда, где он нужен, или уберите его из params.',
  },
  'metric.notADuration': {
    reason: 'В {field} нужна длительность, а стоит {got}.',
    remedy: 'Пишите P30D, P2W, PT4H, PT15M или W5D (рабочие дни по 8 часов); месяцев и лет нет.',
  },
  'metric.unknownField': {
    reason: `У ${row} нет поля {got} (место: {field}).`,
    remedy: 'Возьмите одно из: {allowed}; или признак x:ИМЯ из исходного файла.',
  },
  'metric.notATime': {
    reason: `Поле {got} у ${row} — не момент времени (место: {field}).`,
    remedy: 'Возьмите одно из: {allowed}.',
  },
  'metric.notANumber': {
    reason: 'Поле {got} — не число, его нельзя складывать и усреднять (место: {field}).',
    remedy: 'Возьмите числовое поле или посчитайте строки: count.',
  },
  'metric.wrongType': {
    reason: 'Сравнение с {got} не подходит к полю: его тип — {type} (место: {field}).',
    remedy:
      'Моменты сравнивают с моментами, числа с числами, коды через equal и oneOf, списки через contains, время — с длительностью.',
  },
  'metric.unknownCode': {
    reason: 'Кода {got} у этого поля не бывает (место: {field}).',
    remedy: 'Возьмите один из: {allowed}.',
  },
  'metric.unknownConcept': {
    reason: 'Понятия {got} нет (место: {field}).',
    remedy: 'Возьмите одно из: {allowed}.',
  },
  'metric.conceptOnOtherRow': {
    reason: `Понятие {got} сказано о другой строке: {on, select, case {о деле} event {о событии} answer {об ответе} other {{on}}}, а здесь строка ${row} (место: {field}).`,
    remedy: 'Перенесите условие туда, где такая строка, или опишите его полями.',
  },
  'metric.withinWithoutAfter': {
    reason: 'Окно within не от чего отсчитать (место: {field}).',
    remedy: 'Добавьте after: момент, с которого идёт окно.',
  },
  'metric.workingWindow': {
    reason: 'Окна идут по календарным часам (место: {field}).',
    remedy: 'Запишите окно как P5D или PT4H; рабочие дни W5D годятся для сравнения времени.',
  },
  'metric.clockMisfit': {
    reason:
      'Длительность записана для других часов: время здесь {clock, select, calendar {календарное} other {рабочее}} (место: {field}).',
    remedy: '{clock, select, calendar {Запишите P5D или PT4H.} other {Запишите W5D (дни по 8 часов) или PT4H.}}',
  },
  'metric.immature': {
    reason: 'Окно ещё не прошло, когда строка входит в показатель (место: {field}).',
    remedy: 'Поставьте mature не короче самого длинного окна.',
  },
  'metric.nestedHorizon': {
    reason: '«orHorizon» стоит внутри условия связанных строк ({field}).',
    remedy: 'Ждать ответа может только строка, которую считает показатель: вынесите момент из условия.',
  },
  'metric.horizonWithoutMature': {
    reason: 'orHorizon ждёт без предела (место: {field}).',
    remedy: 'Поставьте mature: сколько самое большее ждать события.',
  },
  'metric.linkMisfit': {
    reason: `От ${row} связь {got} не ведёт к {fact, select, event {событиям} case {делам} span {промежуткам} text {текстам} other {{fact}}} (место: {field}).`,
    remedy: 'Возможные связи: {allowed}.',
  },
  'metric.unitMisfit': {
    reason: 'Единица {got} не подходит к тому, что считается (место: {field}).',
    remedy: 'Подходит: {allowed}.',
  },
  'metric.rollMisfit': {
    reason: 'Так, как сказано в {field} ({got}), эта величина не складывается.',
    remedy: 'Подходит: {allowed}.',
  },
  'metric.nestedMeasure': {
    reason: 'Внутри worst не может стоять {got} (место: {field}).',
    remedy: 'Возьмите долю, среднее, медиану или ответы.',
  },
  'metric.notOfThisRow': {
    reason: `Для строки ${row} величины {got} нет (место: {field}).`,
    remedy: 'Она есть у: {allowed}.',
  },
  'metric.stockOfRow': {
    reason: 'На конец периода считают только дела, а показатель считает {got}.',
    remedy: 'Поставьте в by момент времени строки или считайте дела.',
  },
  'metric.askMissing': {
    reason: '{group, select, subjective {У субъективного показателя} other {У показателя по ответам}} нет вопроса.',
    remedy: 'Поставьте of: answer и ask: имя вопроса.',
  },
  'metric.askOfAnswersOnly': {
    reason: 'Вопрос ask есть только у ответов, а показатель считает {got}.',
    remedy: 'Поставьте of: answer или уберите ask.',
  },
  'metric.unknownQuestion': {
    reason: 'Вопроса {got} в анкетах нет.',
    remedy: 'Возьмите вопрос из каталога.',
  },
  'metric.unknownInstrument': {
    reason: 'Вид проверки {got} в каталоге не описан.',
    remedy: 'Опишите его в instruments.json, чтобы определение назвало его словами.',
  },
  'metric.noPeople': {
    reason: `У ${row} не записан сотрудник, до должности показатель не разложить.`,
    remedy: 'Уберите position из levels.',
  },
  'metric.minOrder': {
    reason: 'Показывают от {show, number}, а судят уже от {judge, number}.',
    remedy: 'Поставьте judge не меньше show.',
  },
  'metric.ownCounter': {
    reason: 'Показатель {got} назван противовесом самому себе.',
    remedy: 'Назовите тот, по которому видно, что этот подогнали.',
  },
  'metric.unknownCounter': {
    reason: 'Показателя-противовеса {got} нет (место: {field}).',
    remedy: 'Возьмите показатель каталога или добавьте такой.',
  },
  'metric.longSentence': {
    reason:
      'Определение {lang, select, ru {по-русски} other {по-английски}} длинное: {words, plural, one {# слово} few {# слова} many {# слов} other {# слова}}, лучше не больше {most, number}.',
    remedy: 'Уберите часть условий или разделите показатель на два.',
  },
};

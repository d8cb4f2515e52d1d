export const messages = {
  'input.invalid': {
    reason: 'Поле «{field}» заполнено неверно. {question}',
    remedy: 'Исправьте значение; что допустимо, сказано в /api/openapi.json и в luchshe --help.',
  },
  // What does not fit a schema: said inside the refusals above (`with.question`)
  'shape.missing': {
    reason:
      'Значения нет, а нужно: {expected, select, string {текст} number {число} int {целое число} boolean {true или false} array {список} object {объект} record {объект} other {{expected}}}.',
  },
  'shape.kind': {
    reason:
      'Стоит «{got}», а нужно: {expected, select, string {текст} number {число} int {целое число} boolean {true или false} array {список} object {объект} record {объект} other {{expected}}}.',
  },
  'shape.notOneOf': { reason: 'Значение «{got}» не из списка: {expected}.' },
  'shape.unknownKey': { reason: 'Такого поля здесь нет.' },
  'shape.empty': { reason: 'Здесь пусто.' },
  'shape.tooSmall': { reason: 'Число «{got}» меньше наименьшего: {limit}.' },
  'shape.tooBig': { reason: 'Число «{got}» больше наибольшего: {limit}.' },
  'shape.period': { reason: 'Периода «{got}» не бывает: пишите 2024, 2024-Q1 или 2024-03.' },
  'shape.other': { reason: 'Значение «{got}» сюда не подходит.' },
  'act.unknown': {
    reason: 'Действия «{got}» нет.',
    remedy: 'Список действий: /api/openapi.json.',
  },
  'settings.zoneUnknown': {
    reason: 'Часового пояса «{got}» нет в базе IANA.',
    remedy: 'Назовите пояс так: Europe/Moscow, Asia/Omsk.',
  },
  'change.reasonMissing': {
    reason: 'Пересчёт пределов без причины не принимается.',
    remedy: 'Напишите, что изменилось в работе с этого периода.',
  },
  'change.unknown': {
    reason: 'Записанного изменения {got} нет.',
    remedy: 'Обновите страницу: возможно, его уже убрали.',
  },
  'document.changedMeanwhile': {
    reason: 'Пока вы правили «{got}», его сохранил кто-то ещё: у вас версия {seen}, а новая — {newest}.',
    remedy: 'Откройте новую версию, сравните её со своей и внесите правку ещё раз: ничего не потеряно.',
  },
  'document.unknown': {
    reason: 'Такого документа нет: «{got}».',
    remedy: 'Выберите его из списка: возможно, его переименовали или убрали.',
  },
  'indicator.changedMeanwhile': {
    reason: 'Показатель тем временем изменил кто-то другой.',
    remedy: 'Посмотрите новое состояние и внесите правку ещё раз.',
  },
  'indicator.baselineReversed': {
    reason: 'Базовый период кончается раньше, чем начинается.',
    remedy: 'Поменяйте начало и конец местами.',
  },
  'file.missing': {
    reason: 'Файла «{file}» нет.',
    remedy: 'Проверьте путь и имя; загруженные файлы хранятся ограниченное время, загрузите файл ещё раз.',
  },
  'file.notAFile': {
    reason: '«{file}» не файл.',
    remedy: 'Назовите сами файлы, а не папку.',
  },
  'file.notJson': {
    reason: 'Файл «{file}» не читается как JSON: ошибка в строке {line}.',
    remedy: 'Исправьте файл; проверить его можно в любом редакторе, который знает JSON.',
  },
  'file.pathForbidden': {
    reason: 'Файлы этой машины может назвать только её пользователь.',
    remedy: 'Загрузите файл на странице «Данные» или выполните команду luchshe на самой машине.',
  },
  'file.pathRelative': {
    reason: 'Путь «{file}» не полный.',
    remedy: 'Назовите путь от корня.',
  },
  'scope.unknownField': {
    reason: 'Поля «{got}» в фактах нет.',
    remedy:
      'Отбирать можно по unit, body, service, journey, clientStatus, segment, channel, touchpoint, employee и другим полям фактов; свои столбцы пишутся x:НАЗВАНИЕ.',
  },
  'metric.taken': {
    reason: 'Имя «{got}» занято метрикой каталога.',
    remedy: 'Назовите свою иначе или скажите прямо, что она встаёт на место каталожной.',
  },
  'metric.notOwn': {
    reason: 'Метрика «{got}» не ваша: её даёт каталог.',
    remedy: 'Убрать можно только то, что орган написал сам.',
  },
  'metric.inUse': {
    reason:
      'По метрике «{got}» считают {count, plural, one {# модель} few {# модели} many {# моделей} other {# модели}}: {names}.',
    remedy: 'Сначала уберите её показатели из этих моделей.',
  },
  'metric.isCounter': {
    reason:
      'Метрика «{got}» — встречная у {count, plural, one {# другой} few {# других} many {# других} other {# других}}: {names}.',
    remedy: 'Сначала назовите там другую встречную метрику.',
  },
  'metric.fileFaulty': {
    reason: 'Файл «{file}» уже есть, и в нём ошибка: сохранение его затёрло бы.',
    remedy: 'Исправьте или уберите файл, либо назовите свою метрику иначе.',
  },
  'metric.changedMeanwhile': {
    reason: 'Пока вы писали, метрику «{got}» сохранил или убрал другой человек.',
    remedy: 'Откройте её заново и повторите правки: чужие не пропадут.',
  },
  'metric.unknown': {
    reason: 'Метрики «{got}» в каталоге нет.',
    remedy: 'Имена метрик: luchshe catalogue list.',
  },
  'input.period': {
    reason: 'Периода «{got}» не бывает.',
    remedy: 'Назовите период так: 2024, 2024-Q1 или 2024-03.',
  },
  'input.horizon': {
    reason: 'Момент «{got}» не читается.',
    remedy: 'Назовите день или момент так: 2025-12-31 или 2025-12-31T18:00:00+03:00.',
  },
  'measure.beyondHorizon': {
    reason: 'Период {got} ещё не начался: данные кончаются раньше.',
    remedy: 'Возьмите более ранний период или загрузите свежие данные.',
  },
  'mapping.unknown': {
    reason: 'Нет ни файла «{got}», ни сохранённого сопоставления с таким именем.',
    remedy:
      'Проверьте путь или имя источника{saved, select, none {; сохранённых сопоставлений пока нет} other {, сохранены: {known}}}. Новое сопоставление: luchshe mapping guess ФАЙЛ.',
  },
  'metric.notAnInstant': {
    reason: '«{got}» в метрике не момент времени.',
    remedy: 'Напишите момент так: 2025-12-31T18:00:00+03:00.',
  },
  'schedule.empty': {
    reason: 'Расписание пусто.',
    remedy: 'Напишите его так: Mo-Th 09:00-13:00,13:45-18:00; Fr 09:00-16:45.',
  },
  'schedule.unknown': {
    reason: 'В расписании не понять «{got}».',
    remedy: 'Дни: Mo Tu We Th Fr Sa Su, часы: 09:00-18:00, между правилами точка с запятой.',
  },
  'schedule.impossible': {
    reason: 'В расписании невозможные часы «{got}».',
    remedy: 'Начало должно быть раньше конца, в пределах одних суток.',
  },
  'schedule.overlap': {
    reason: 'В расписании часы «{got}» пересекаются с другими.',
    remedy: 'Разделите их: 09:00-13:00,13:45-18:00.',
  },
  'calendar.header': {
    reason: 'Первая строка календаря не date,kind,moved: «{got}».',
    remedy: 'Поставьте её первой строкой файла.',
  },
  'calendar.columns': {
    reason: 'В строке календаря лишние столбцы: «{got}».',
    remedy: 'Оставьте три: date,kind,moved.',
  },
  'calendar.date': {
    reason: 'В календаре невозможная дата: «{got}».',
    remedy: 'Пишите даты так: 2025-05-09.',
  },
  'calendar.kind': {
    reason: 'В календаре неизвестный вид дня: «{got}».',
    remedy: 'Виды дней: holiday, dayoff, short, workday.',
  },
  'calendar.moved': {
    reason: 'У рабочей субботы не сказано, за какой она день: «{got}».',
    remedy: 'Поставьте в столбец moved дату того дня, чьи часы она берёт.',
  },
  'calendar.twice': {
    reason: 'День стоит в календаре дважды: «{got}».',
    remedy: 'Уберите лишнюю строку.',
  },
  'import.nothing': {
    reason: 'В «{file}» нет таблицы, которую можно загрузить.',
    remedy: 'Проверьте, что выбран нужный файл и лист; что в нём, скажет luchshe mapping guess.',
  },
  'mapping.shape': {
    reason: 'Сопоставление написано неверно в месте «{field}». {question}',
    remedy: 'Исправьте его или начните с luchshe mapping guess.',
  },
  cancelled: {
    reason: 'Отменено.',
    remedy: 'Ничего не изменилось; действие можно повторить.',
  },
  'scoreboard.empty': 'Фактов пока нет: загрузите выгрузку дел на странице «Данные».',
  'scoreboard.parted.deedsBetter': 'По делам стало лучше, а клиенты говорят, что хуже. Чего мы не видим в делах?',
  'scoreboard.parted.wordsBetter': 'По делам стало хуже, а клиенты довольнее. Кого мы спрашиваем и что считаем?',
  'scoreboard.answer.both':
    'Стало лучше: {better}{moreBetter, plural, =0 {} one { и ещё # показатель} few { и ещё # показателя} other { и ещё # показателей}}. Стало хуже: {worse}{moreWorse, plural, =0 {} one { и ещё # показатель} few { и ещё # показателя} other { и ещё # показателей}}.',
  'scoreboard.answer.better':
    'Стало лучше: {better}{moreBetter, plural, =0 {} one { и ещё # показатель} few { и ещё # показателя} other { и ещё # показателей}}. Хуже не стало ничего.',
  'scoreboard.answer.worse':
    'Стало хуже: {worse}{moreWorse, plural, =0 {} one { и ещё # показатель} few { и ещё # показателя} other { и ещё # показателей}}. Лучше пока не стало.',
  'scoreboard.answer.same':
    'За период ничего не сдвинулось дальше обычных колебаний: без изменений — {same, plural, one {# показатель} few {# показателя} other {# показателей}}, неясно — {unclear}.',
  'indicator.comparison.moved': 'Разница с прошлым периодом больше случайных колебаний.',
  'indicator.comparison.noise': 'Разница с прошлым периодом не больше случайных колебаний.',
  'indicator.comparison.unknown': 'Промежутка для разницы нет: слишком мало данных.',
  'indicator.early': 'Ещё рано: данные за этот период полны после {date}.',
  'measure.noFacts': {
    reason: 'Фактов пока нет.',
    remedy: 'Загрузите выгрузку дел: страница «Данные» или luchshe import.',
  },
  'measure.cohort': {
    reason: 'У показателя {got} нет счёта по периоду начала.',
    remedy:
      'Уберите --cohort или возьмите медиану либо процентиль времени от регистрации до закрытия (time-to-result).',
  },
};

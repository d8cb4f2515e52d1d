// Refusals, notes and questions of the import. The place (file, line, field) is shown beside the sentence; the sentence
// says what was found and what to do. Questions (`ask.*`) are asked where a guess is not sure.
export const messages = {
  // The file as a whole
  'file.empty': {
    reason: 'Файл «{file}» пуст.',
    remedy: 'Выгрузите данные ещё раз и проверьте, что файл сохранился целиком.',
  },
  'file.headerOnly': {
    reason: 'В «{file}» есть заголовок, но нет ни одной строки данных.',
    remedy: 'Проверьте период и отбор при выгрузке: возможно, за этот срок записей не было.',
  },
  'file.nul': {
    reason: 'В «{file}» встретился нулевой байт: так бывает, если файл повреждён или сохранён не как текст.',
    remedy: 'Сохраните таблицу заново как CSV UTF-8 или XLSX.',
  },
  'file.encoding': {
    reason: 'Кодировка файла «{file}» не распознана: «{got}».',
    remedy: 'Сохраните файл в UTF-8 или укажите кодировку в сопоставлении: "encoding": "windows-1251".',
  },
  'file.mixedEncoding': {
    reason: 'В «{file}» часть строк в одной кодировке, часть в другой; здесь они расходятся: «{got}».',
    remedy: 'Похоже, склеены два файла. Загрузите их по отдельности или сохраните целиком в UTF-8.',
  },
  'file.unclosedQuote': {
    reason: 'В «{file}» на этой строке открыта кавычка, у которой нет пары.',
    remedy: 'Закройте кавычку; кавычку внутри текста удвойте: "ООО ""Ромашка""".',
  },
  'file.strayQuote': {
    reason: 'В «{file}» на этой строке после закрывающей кавычки идёт текст.',
    remedy: 'Возьмите ячейку в кавычки целиком, а кавычки внутри неё удвойте: "ООО ""Ромашка""".',
  },
  'file.lineTooLong': {
    reason: 'В «{file}» строка длиннее 10 МБ.',
    remedy: 'Проверьте, разделены ли строки переводом строки и нет ли в ячейке вложенного файла.',
  },
  'file.csv': {
    reason: 'Файл «{file}» не читается как таблица: «{got}».',
    remedy: 'Откройте файл, исправьте названную строку и сохраните его как CSV UTF-8.',
  },
  'file.columns': {
    reason: 'Столбцы «{file}» не похожи на поля фактов: «{got}».',
    remedy: 'Назовите столбцы полями канонического файла или дайте сопоставление: luchshe mapping guess ФАЙЛ.',
  },
  // Its header
  'header.duplicate': {
    reason: 'Столбец «{got}» встречается в «{file}» дважды; строчные и прописные буквы не различаются.',
    remedy: 'Переименуйте или уберите один из столбцов.',
  },
  'header.missing': {
    reason: 'В «{file}» не найдена строка с названиями всех столбцов: «{got}».',
    remedy: 'Добавьте первой строкой названия; у каждого столбца со значениями должно быть своё.',
  },
  'header.fieldMissing': {
    reason: 'В «{file}» нет обязательного столбца «{field}».',
    remedy: 'Добавьте столбец или дайте сопоставление, если он назван иначе.',
  },
  // Formats
  'xls.old': {
    reason: '«{file}» сохранён в старом формате XLS или закрыт паролем.',
    remedy: 'Откройте его и сохраните как XLSX без пароля или как CSV UTF-8.',
  },
  'xls.html': {
    reason: '«{file}» внутри веб-страница, а не таблица, хотя назван таблицей.',
    remedy: 'Откройте его в табличном редакторе и сохраните как XLSX или CSV UTF-8.',
  },
  'xlsx.broken': {
    reason: 'Книга «{file}» повреждена: «{got}».',
    remedy: 'Откройте её в табличном редакторе и сохраните заново как XLSX.',
  },
  'xlsx.bomb': {
    reason: 'Книга «{file}» при распаковке становится непомерно большой («{got}»), читать её опасно.',
    remedy: 'Сохраните нужные листы в CSV и загрузите их.',
  },
  'xlsx.password': {
    reason: 'Книга «{file}» закрыта паролем.',
    remedy: 'Сохраните её без пароля.',
  },
  'gzip.bomb': {
    reason: 'Архив «{file}» при распаковке становится непомерно большим, читать его опасно.',
    remedy: 'Распакуйте архив сами, проверьте содержимое и загрузите файл без сжатия.',
  },
  'gzip.broken': {
    reason: 'Архив «{file}» повреждён или обрезан: «{got}».',
    remedy: 'Скачайте или выгрузите его ещё раз.',
  },
  'xml.dtd': {
    reason: 'В «{file}» есть объявление DOCTYPE; журналы с ним не принимаются: в нём прячут опасные подстановки.',
    remedy: 'Выгрузите журнал без DOCTYPE: стандарту XES он не нужен.',
  },
  'xml.truncated': {
    reason: 'Журнал «{file}» обрывается: «{got}».',
    remedy: 'Выгрузите его ещё раз и проверьте, что файл сохранился целиком.',
  },
  'xml.broken': {
    reason: 'Журнал «{file}» не читается как XML: «{got}».',
    remedy: 'Исправьте названное место или выгрузите журнал ещё раз.',
  },
  'xes.notLog': {
    reason: '«{file}» это XML, но не журнал XES: он начинается с «{got}».',
    remedy: 'Выгрузите журнал в XES, CSV или XLSX.',
  },
  'xes.noTraces': {
    reason: 'В журнале «{file}» нет ни одного дела.',
    remedy: 'Проверьте период и отбор при выгрузке.',
  },
  'xes.traceWithoutName': {
    reason: 'В журнале «{file}» у дела нет номера (concept:name).',
    remedy: 'Добавьте номер каждому делу при выгрузке.',
  },
  // Rows
  'row.columns': {
    reason:
      'В строке {found, plural, one {# ячейка} few {# ячейки} many {# ячеек} other {# ячейки}}, а в таблице {expected, plural, one {# столбец} few {# столбца} many {# столбцов} other {# столбца}}: «{got}».',
    remedy: 'Проверьте разделители в строке; текст с разделителем внутри возьмите в кавычки.',
  },
  'row.malformed': {
    reason: 'Строка не читается: «{got}».',
    remedy: 'Проверьте строку в исходном файле.',
  },
  'row.required': {
    reason: 'Поле «{field}» обязательно, а здесь пусто.',
    remedy: 'Заполните его в исходной системе; если значение в другом столбце, поправьте сопоставление.',
  },
  'row.dateImpossible': {
    reason: 'Такого дня или часа нет: «{got}» в поле «{field}».',
    remedy: 'Исправьте дату; если месяц стоит раньше дня, укажите в сопоставлении "dateOrder": "mdy".',
  },
  'row.dateMalformed': {
    reason: 'Не похоже на дату: «{got}» в поле «{field}».',
    remedy:
      'Запишите дату как 05.03.2024 10:00 или 2024-03-05T10:00; если так обозначено «нет значения», добавьте это в "empty" сопоставления.',
  },
  'row.dateOrder': {
    reason: 'По «{got}» в поле «{field}» не понять, где день, а где месяц.',
    remedy: 'Укажите в сопоставлении "dateOrder": "dmy" (сначала день) или "mdy" (сначала месяц).',
  },
  'row.instantTooPrecise': {
    reason: 'В «{got}» больше шести знаков долей секунды (поле «{field}»).',
    remedy: 'Округлите до микросекунд.',
  },
  'row.endBeforeStart': {
    reason: 'Дело закрыто раньше, чем зарегистрировано: «{got}».',
    remedy: 'Проверьте обе даты в исходной системе.',
  },
  'row.idTwice': {
    reason: 'Номер «{got}» стоит в загрузке у двух разных строк.',
    remedy: 'Оставьте одну строку; если номера каждый день начинаются заново, добавьте к номеру дату в сопоставлении.',
  },
  'row.unknownCase': {
    reason: 'Событие дела «{got}», которого нет среди дел этого источника.',
    remedy: 'Загрузите вместе с событиями файл дел или проверьте номер дела.',
  },
  'row.numberMalformed': {
    reason: 'Не число: «{got}» в поле «{field}».',
    remedy: 'Запишите число без слов; какой знак отделяет дробь, говорит "decimal" в сопоставлении.',
  },
  'row.numberOutOfRange': {
    reason: 'Число вне допустимых границ: «{got}» в поле «{field}».',
    remedy: 'Количества бывают от 0 до 2 147 483 647; проверьте, не сместились ли столбцы.',
  },
  'row.codeUnknown': {
    reason: 'Значение «{got}» поля «{field}» не из списка.',
    remedy: 'Скажите в сопоставлении, что оно значит ("values"), или исправьте его.',
  },
  'row.knownOverItems': {
    reason: 'Документов, которые у органа уже есть, больше, чем всего запрошено: «{got}».',
    remedy: 'Проверьте столбцы items и known: known считает часть от items.',
  },
  'row.valueOverMax': {
    reason: 'Балл больше наибольшего возможного: «{got}».',
    remedy: 'Проверьте столбцы value и max.',
  },
  'row.afterClock': {
    reason: 'Момент «{got}» в поле «{field}» ещё не наступил.',
    remedy: 'Проверьте дату и часовой пояс источника; плановые даты кладите в dueAt или promisedFor.',
  },
  'row.wordsWithoutCounts': {
    reason: 'У текста заполнены не все счётчики: нужны words, sentences и syllables вместе.',
    remedy: 'Дайте все три числа или сам текст в content: мы посчитаем их сами.',
  },
  // The import as a whole
  'import.eventsWholeOrAdded': {
    reason:
      'Часть прежних событий в этой загрузке не повторилась ({cases, plural, =0 {есть такие дела} one {# дело} few {# дела} many {# дел} other {# дела}}, например «{got}»): неясно, заменять события или добавлять.',
    remedy:
      'Если файл содержит все события своих дел, добавьте --events whole; если только новые, --events added. Ответ можно сохранить в сопоставлении.',
  },
  'import.unsettled': {
    reason: 'Сопоставление «{file}» угадано не до конца. {question}',
    remedy: 'Запишите его в файл (luchshe mapping guess ФАЙЛ), ответьте на вопросы и загрузите с --mapping.',
  },
  'import.replacesUnknown': {
    reason: 'Загрузки «{got}» нет.',
    remedy: 'Номера загрузок показывает luchshe batches.',
  },
  'import.noInstant': {
    reason: 'В загрузке нет ни одного момента, поэтому неизвестно, до какого дня она полна.',
    remedy: 'Укажите этот день: --horizon 2024-12-31.',
  },
  // The mapping
  'mapping.tableUnknown': {
    reason: 'В сопоставлении нет таблицы «{got}».',
    remedy: 'Добавьте её или назовите таблицу «*»: тогда она подойдёт к файлу с любым именем.',
  },
  'mapping.columnMissing': {
    reason: 'В таблице «{file}» нет столбца «{got}», на который ссылается сопоставление.',
    remedy: 'Проверьте название столбца; если его больше не выгружают, уберите его из сопоставления.',
  },
  'mapping.fieldUnknown': {
    reason: 'Поля «{got}» у факта «{fact}» нет.',
    remedy: 'Исправьте название или сделайте поле признаком: x:{got}.',
  },
  'mapping.fieldMissing': {
    reason: 'Не сказано, откуда брать обязательное поле «{field}» факта «{fact}».',
    remedy: 'Назовите столбец или постоянное значение.',
  },
  'mapping.codeUnknown': {
    reason: 'В сопоставлении для поля «{field}» стоит код «{got}», которого нет.',
    remedy: 'Выберите код из списка: docs/mapping.md.',
  },
  // The organisation
  'organisation.cycle': {
    reason: 'Подразделение по цепочке вышестоящих подчинено само себе: «{got}».',
    remedy: 'Исправьте столбец parent: вышестоящее не может стоять ниже.',
  },
  'organisation.unknownParent': {
    reason: 'Вышестоящего «{got}» нет среди подразделений.',
    remedy: 'Добавьте его строкой или исправьте parent.',
  },
  'organisation.overlap': {
    reason: 'У «{got}» две строки действуют в одно и то же время.',
    remedy: 'Закройте прежнюю строку (validTo) до начала новой (validFrom).',
  },
  'organisation.kind': {
    reason: '«{got}» назван то органом, то подразделением.',
    remedy: 'Оставьте в столбце kind одно: body или unit.',
  },
  'organisation.validity': {
    reason: 'Строка кончается раньше, чем начинается: «{got}».',
    remedy: 'Проверьте validFrom и validTo.',
  },
  'organisation.zone': {
    reason: 'Часового пояса «{got}» нет в базе IANA.',
    remedy: 'Назовите пояс так: Europe/Moscow, Asia/Omsk.',
  },
  'organisation.schedule': {
    reason: 'Часы работы не читаются: «{got}».',
    remedy: 'Запишите их так: Mo-Th 09:00-18:00; Fr 09:00-16:45.',
  },
  'organisation.calendar': {
    reason: 'Календаря «{got}» нет; есть: {known}.',
    remedy: 'Положите его файлом рядом с другими или назовите имеющийся.',
  },
  'organisation.csv': {
    reason: 'Строка организации не читается: «{got}».',
    remedy: 'Проверьте столбцы и кавычки в этой строке.',
  },
  // What was recognised, and is said
  'note.titles': {
    reason:
      'Над заголовком {count, plural, one {пропущена # строка} few {пропущено # строки} many {пропущено # строк} other {пропущено # строки}} с названием отчёта.',
  },
  'note.headerMerged': { reason: 'Заголовок занимает две строки: названия столбцов составлены из обеих.' },
  'note.columnNumbers': { reason: 'Строка с номерами столбцов пропущена.' },
  'note.totals': { reason: 'Итоги не считаются данными; пропущены строки: {lines} (всего {count}).' },
  'note.headerRepeated': { reason: 'Заголовок встретился снова и пропущен; строки: {lines} (всего {count}).' },
  'note.signatures': { reason: 'Подписи под таблицей пропущены; строки: {lines} (всего {count}).' },
  'note.sep': { reason: 'Разделитель «{got}» назван первой строкой файла.' },
  'note.encoding': { reason: 'Кодировка {encoding}: файл переведён в UTF-8.' },
  'note.sheetHidden': { reason: 'Скрытый лист «{got}» не читался.' },
  'note.sheetEmpty': { reason: 'На листе «{got}» нет таблицы.' },
  'note.leftWithCase': {
    reason: 'Вместе с отклонёнными делами не загружены их события: {count}.',
  },
  'note.valuesLeft': { reason: 'В столбце «{field}» этим значениям ничего не подошло, они останутся пустыми: {got}.' },
  'note.valuesAsSteps': { reason: 'В столбце «{field}» эти действия приняты за шаги без особого вида: {got}.' },
  'note.eventAsStep': { reason: 'Дата «{field}» принята за шаг без особого вида.' },
  'note.personalLeft': { reason: 'Столбец «{field}» не сохраняется: в нём имена, контакты или свободный текст.' },
  'note.plannedLeft': {
    reason: 'Плановая дата «{field}» оставлена признаком: сроком дела считается первый назначенный.',
  },
  'note.groundsToPlace': {
    reason: 'Основания отказа в «{field}» можно разложить на fixable (можно исправить) и substantive (по существу).',
  },
  'note.noClosing': { reason: 'Не найдено, чем кончается дело («{field}»): дела останутся открытыми.' },
  'note.closingBySight': { reason: 'Дело считается законченным на действии, которое почти всегда последнее: {got}.' },
  // Questions to a person
  'ask.sure': { reason: 'Верно ли угадано в «{column}»: {values}?' },
  'ask.rows': { reason: 'Что значит одна строка таблицы «{table}»?' },
  'ask.id': { reason: 'В каком столбце таблицы «{table}» номер дела?' },
  'ask.idRepeats': { reason: 'Номер «{column}» повторяется: какой столбец добавить, чтобы он стал единственным?' },
  'ask.outcome': { reason: 'Чем кончилось дело, если в «{column}» стоит: {values}?' },
  'ask.clientStatus': { reason: 'Кто клиент, если в «{column}» стоит: {values}?' },
  'ask.answerDate': { reason: 'В каком столбце таблицы «{table}» дата ответа?' },
  'ask.answerValue': { reason: 'Сколько баллов значит в «{column}»: {values}?' },
  'ask.question': { reason: 'На какие вопросы каталога похожи: {values}?' },
  'ask.values': { reason: 'Что значит в «{column}»: {values}?' },
  'date.order': {
    reason: 'В «{column}» не понять, что стоит раньше, день или месяц: {values}.',
    remedy: 'Укажите в сопоставлении "dateOrder": "dmy" (сначала день) или "mdy" (сначала месяц).',
  },
} as const;

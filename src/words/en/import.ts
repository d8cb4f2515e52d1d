export const messages = {
  'file.empty': {
    reason: 'The file “{file}” is empty.',
    remedy: 'Export the data again and check that the file was saved whole.',
  },
  'file.headerOnly': {
    reason: '“{file}” has a header but no row of data.',
    remedy: 'Check the period and the filter of the export: perhaps there were no records.',
  },
  'file.nul': {
    reason: '“{file}” holds a zero byte: the file is damaged or was not saved as text.',
    remedy: 'Save the table again as CSV UTF-8 or XLSX.',
  },
  'file.encoding': {
    reason: 'The encoding of “{file}” is not recognised: “{got}”.',
    remedy: 'Save the file in UTF-8, or name its encoding in the mapping: "encoding": "windows-1251".',
  },
  'file.mixedEncoding': {
    reason: 'Some lines of “{file}” are in one encoding, some in another; here they part: “{got}”.',
    remedy: 'Two files seem to be glued together. Import them one by one, or save the whole in UTF-8.',
  },
  'file.unclosedQuote': {
    reason: 'In “{file}” a quote opens on this line and never closes.',
    remedy: 'Close the quote; double a quote inside a text: "the ""Daisy"" shop".',
  },
  'file.strayQuote': {
    reason: 'In “{file}” text follows a closing quote on this line.',
    remedy: 'Quote the whole cell and double the quotes inside it: "the ""Daisy"" shop".',
  },
  'file.lineTooLong': {
    reason: 'A line of “{file}” is longer than 10 MB.',
    remedy: 'Check that rows end with line breaks and that no cell holds a file.',
  },
  'file.csv': {
    reason: '“{file}” cannot be read as a table: “{got}”.',
    remedy: 'Open the file, mend the line named and save it as CSV UTF-8.',
  },
  'file.columns': {
    reason: 'The columns of “{file}” do not look like fields of facts: “{got}”.',
    remedy: 'Name the columns as canonical files do, or give a mapping: luchshe mapping guess FILE.',
  },
  'header.duplicate': {
    reason: 'The column “{got}” occurs twice in “{file}”; letter case makes no difference.',
    remedy: 'Rename or remove one of the columns.',
  },
  'header.missing': {
    reason: 'No line of “{file}” names all its columns: “{got}”.',
    remedy: 'Put the names into the first line; each column with values needs one.',
  },
  'header.fieldMissing': {
    reason: '“{file}” lacks the required column “{field}”.',
    remedy: 'Add the column, or give a mapping if it has another name.',
  },
  'xls.old': {
    reason: '“{file}” is in the old XLS format or locked by a password.',
    remedy: 'Open it and save it as XLSX without a password, or as CSV UTF-8.',
  },
  'xls.html': {
    reason: '“{file}” is a web page inside, though it is named a table.',
    remedy: 'Open it in a spreadsheet program and save it as XLSX or CSV UTF-8.',
  },
  'xlsx.broken': {
    reason: 'The workbook “{file}” is damaged: “{got}”.',
    remedy: 'Open it in a spreadsheet program and save it again as XLSX.',
  },
  'xlsx.bomb': {
    reason: 'The workbook “{file}” grows beyond measure when it is unpacked (“{got}”); reading it is dangerous.',
    remedy: 'Save the sheets you need as CSV and import those.',
  },
  'xlsx.password': {
    reason: 'The workbook “{file}” is locked by a password.',
    remedy: 'Save it without the password.',
  },
  'gzip.bomb': {
    reason: 'The archive “{file}” grows beyond measure when it is unpacked; reading it is dangerous.',
    remedy: 'Unpack it yourself, check what is in it and import the file without compression.',
  },
  'gzip.broken': {
    reason: 'The archive “{file}” is damaged or cut short: “{got}”.',
    remedy: 'Download or export it again.',
  },
  'xml.dtd': {
    reason: '“{file}” declares a DOCTYPE; such logs are not taken, as dangerous substitutions hide there.',
    remedy: 'Export the log without a DOCTYPE: XES does not need it.',
  },
  'xml.truncated': {
    reason: 'The log “{file}” breaks off: “{got}”.',
    remedy: 'Export it again and check that the file was saved whole.',
  },
  'xml.broken': {
    reason: 'The log “{file}” cannot be read as XML: “{got}”.',
    remedy: 'Mend the place named, or export the log again.',
  },
  'xes.notLog': {
    reason: '“{file}” is XML but no XES log: it begins with “{got}”.',
    remedy: 'Export the log as XES, CSV or XLSX.',
  },
  'xes.noTraces': {
    reason: 'The log “{file}” holds no case.',
    remedy: 'Check the period and the filter of the export.',
  },
  'xes.traceWithoutName': {
    reason: 'In the log “{file}” a case has no number (concept:name).',
    remedy: 'Give every case a number when exporting.',
  },
  'row.columns': {
    reason:
      'The row has {found, plural, one {# cell} other {# cells}}, the table {expected, plural, one {# column} other {# columns}}: “{got}”.',
    remedy: 'Check the delimiters of the row; quote a text that holds a delimiter.',
  },
  'row.malformed': {
    reason: 'The row cannot be read: “{got}”.',
    remedy: 'Check the row in the source file.',
  },
  'row.required': {
    reason: 'The field “{field}” is required and is empty here.',
    remedy: 'Fill it in the source system; if the value is in another column, correct the mapping.',
  },
  'row.dateOutOfRange': {
    reason: 'The year is beyond belief: “{got}” in the field “{field}”; 1700 to 2199 are taken.',
    remedy: 'Correct the date. If this is how the system writes “no date”, add it to the mapping’s list "empty".',
  },
  'row.dateImpossible': {
    reason: 'There is no such day or hour: “{got}” in the field “{field}”.',
    remedy:
      '{order, select, mdy {If months come before days, say "dateOrder": "mdy" in the mapping; else correct the date.} dmy {If days come before months, say "dateOrder": "dmy" in the mapping; else correct the date.} other {Correct it where it comes from and export again.}}',
  },
  'row.dateMalformed': {
    reason: 'This does not look like a date: “{got}” in the field “{field}”.',
    remedy:
      'Write the date as 05.03.2024 10:00 or 2024-03-05T10:00; if it stands for “no value”, add it to "empty" in the mapping.',
  },
  'row.dateOrder': {
    reason: '“{got}” in the field “{field}” does not tell the day from the month.',
    remedy: 'Say in the mapping "dateOrder": "dmy" (day first) or "mdy" (month first).',
  },
  'row.instantTooPrecise': {
    reason: '“{got}” has more than six digits of a second (field “{field}”).',
    remedy: 'Round it to microseconds.',
  },
  'row.endBeforeStart': {
    reason: 'The case was closed before it was registered: “{got}”.',
    remedy: 'Check both dates in the source system.',
  },
  'row.idTwice': {
    reason: 'Two different rows of this import have the number “{got}”.',
    remedy: 'Keep one of them; if numbers begin anew each day, add the date to the number in the mapping.',
  },
  'row.unknownCase': {
    reason: 'An event of the case “{got}”, which is not among the cases of this source.',
    remedy: 'Import the file of cases together with the events, or check the number.',
  },
  'row.numberMalformed': {
    reason: 'Not a number: “{got}” in the field “{field}”.',
    remedy: 'Write the number without words; "decimal" in the mapping says which sign begins the fraction.',
  },
  'row.numberOutOfRange': {
    reason: 'The number is out of range: “{got}” in the field “{field}”.',
    remedy: 'Counts run from 0 to 2 147 483 647; check that the columns have not shifted.',
  },
  'row.codeUnknown': {
    reason: 'The value “{got}” of the field “{field}” is not in the list.',
    remedy: 'Say in the mapping what it means ("values"), or correct it.',
  },
  'row.knownOverItems': {
    reason: 'More documents that the body already had than were asked for: “{got}”.',
    remedy: 'Check the columns items and known: known counts a part of items.',
  },
  'row.valueOverMax': {
    reason: 'The mark is above the highest possible: “{got}”.',
    remedy: 'Check the columns value and max.',
  },
  'row.afterClock': {
    reason: 'The moment “{got}” in the field “{field}” has not come yet.',
    remedy: 'Check the date and the zone of the source; planned dates belong to dueAt or promisedFor.',
  },
  'row.wordsWithoutCounts': {
    reason: 'The text has not all its counts: words, sentences and syllables are needed together.',
    remedy: 'Give all three numbers, or the text itself in content: we count it ourselves.',
  },
  'import.eventsWholeOrAdded': {
    reason:
      'Some earlier events did not come again in this import ({cases, plural, =0 {there are such cases} one {# case} other {# cases}}, for example “{got}”): it is unclear whether to replace or to add events.',
    remedy:
      'If the file holds all events of its cases, add --events whole; if only new ones, --events added. The answer can be kept in the mapping.',
  },
  'import.unsettled': {
    reason: 'The mapping of “{file}” is not fully guessed. {question}',
    remedy: 'Write it to a file (luchshe mapping guess FILE), answer the questions and import with --mapping.',
  },
  'import.replacesUnknown': {
    reason: 'There is no batch “{got}”.',
    remedy: 'luchshe batches lists them.',
  },
  'import.noInstant': {
    reason: 'The import holds no moment, so it is unknown up to which day it is complete.',
    remedy: 'Name that day: --horizon 2024-12-31.',
  },
  'mapping.tableUnknown': {
    reason: 'The mapping has no table “{got}”.',
    remedy: 'Add it, or name the table “*”: then it fits a file of any name.',
  },
  'mapping.columnMissing': {
    reason: 'The table “{file}” has no column “{got}”, which the mapping names.',
    remedy: 'Check the name of the column; if it is no longer exported, remove it from the mapping.',
  },
  'mapping.fieldUnknown': {
    reason: 'The fact “{fact}” has no field “{got}”.',
    remedy: 'Correct the name, or make it an attribute: x:{got}.',
  },
  'mapping.fieldMissing': {
    reason: 'The mapping does not say where the required field “{field}” of “{fact}” comes from.',
    remedy: 'Name a column or a constant.',
  },
  'mapping.codeUnknown': {
    reason: 'In the mapping the field “{field}” is given the code “{got}”, which does not exist.',
    remedy: 'Choose a code from the list in docs/mapping.md.',
  },
  'organisation.cycle': {
    reason: 'Up the chain of parents the unit stands above itself: “{got}”.',
    remedy: 'Correct the column parent: what is above cannot be below.',
  },
  'organisation.unknownParent': {
    reason: 'The parent “{got}” is not among the units.',
    remedy: 'Add a row for it, or correct parent.',
  },
  'organisation.overlap': {
    reason: 'Two rows of “{got}” are valid at the same time.',
    remedy: 'Close the earlier row (validTo) before the later begins (validFrom).',
  },
  'organisation.kind': {
    reason: '“{got}” is called a body in one row and a unit in another.',
    remedy: 'Keep one of them in the column kind: body or unit.',
  },
  'organisation.validity': {
    reason: 'The row ends before it begins: “{got}”.',
    remedy: 'Check validFrom and validTo.',
  },
  'organisation.zone': {
    reason: 'The IANA database has no time zone “{got}”.',
    remedy: 'Name the zone like this: Europe/Moscow, Asia/Omsk.',
  },
  'organisation.schedule': {
    reason: 'The opening hours cannot be read: “{got}”.',
    remedy: 'Write them like this: Mo-Th 09:00-18:00; Fr 09:00-16:45.',
  },
  'organisation.calendar': {
    reason: 'There is no calendar “{got}”; there are: {known}.',
    remedy: 'Put it beside the others as a file, or name one that is there.',
  },
  'organisation.csv': {
    reason: 'The row of the organisation cannot be read: “{got}”.',
    remedy: 'Check the columns and quotes of this row.',
  },
  'note.titles': { reason: '{count, plural, one {# title row} other {# title rows}} above the header skipped.' },
  'note.headerMerged': { reason: 'The header takes two rows: names of columns are made of both.' },
  'note.columnNumbers': { reason: 'The row that numbers the columns is skipped.' },
  'note.totals': { reason: 'Totals are no data; rows skipped: {lines} ({count} in all).' },
  'note.headerRepeated': { reason: 'The header came again and is skipped; rows: {lines} ({count} in all).' },
  'note.signatures': { reason: 'Signatures below the table are skipped; rows: {lines} ({count} in all).' },
  'note.sep': { reason: 'The first line of the file names the delimiter “{got}”.' },
  'note.encoding': { reason: 'Encoding {encoding}: the file was turned into UTF-8.' },
  'note.sheetHidden': { reason: 'The hidden sheet “{got}” was not read.' },
  'note.sheetEmpty': { reason: 'The sheet “{got}” holds no table.' },
  'note.leftWithCase': {
    reason: 'Events left out with their refused cases: {count}.',
  },
  'note.valuesLeft': { reason: 'In the column “{field}” nothing fits these values, they stay empty: {got}.' },
  'note.valuesAsSteps': {
    reason: 'In the column “{field}” these activities are taken as steps of no special kind: {got}.',
  },
  'note.eventAsStep': { reason: 'The date “{field}” is taken as a step of no special kind.' },
  'note.personalLeft': { reason: 'The column “{field}” is not kept: it holds names, contacts or free text.' },
  'note.plannedLeft': {
    reason: 'The planned date “{field}” is kept as an attribute: the term first set is the case’s.',
  },
  'note.groundsToPlace': { reason: 'The grounds of refusal in “{field}” can be placed as fixable or substantive.' },
  'note.noClosing': { reason: 'It was not found what ends a case (“{field}”): cases stay open.' },
  'note.closingBySight': { reason: 'A case is taken as ended by the activity that nearly always comes last: {got}.' },
  'why.export.appeals':
    'Looks like appeals exported from a document system: registration number, way of receipt, question, control.',
  'why.export.mfc': 'Looks like an export of the one-stop-shop system: case number, agency, hand-over and issue.',
  'why.export.queue': 'Looks like an export of the electronic queue: ticket, issue, call.',
  'why.export.services':
    'Looks like an export of a body’s service system: application, current status, dates of stages.',
  'why.export.smev':
    'Looks like the log of interagency requests (СМЭВ): sender, receiver, moments of sending and answer.',
  'why.export.pos':
    'Looks like an export of the feedback platform (ПОС): category, subcategory, fast track, mark of the author.',
  'why.export.mkgu': 'Looks like an export of “Ваш контроль”: marks by criteria.',
  'why.export.calls': 'Looks like the log of a contact centre: call, waiting, talk, operator.',
  'why.export.approvals': 'Looks like the approval sheet of a document system: document, approver, dates.',
  'why.rows.case': 'A row looks like a case: a number and columns of dates.',
  'why.rows.event': 'A row looks like an event: the number of the case, a moment and an activity.',
  'why.rows.answer': 'A row looks like an answer: question, value, date.',
  'why.rows.questions': 'The columns are named after questions of a survey.',
  'why.rows.canonical': 'The columns are named as the fields of a canonical file.',
  'why.rows.telling': 'Only such rows have columns like these.',
  'why.numbersByDay': 'Numbers begin anew each day.',
  'why.ignored.rowNumber': 'The number of the row.',
  'why.ignored.persons': 'Names, contacts or free text: not kept.',
  'why.ignored.computed': 'Computed from the marks.',
  'why.ignored.joins': 'An answer is never joined to a case or a person.',
  'ask.sure': { reason: 'Is this guessed right in “{column}”: {values}?' },
  'ask.rows': { reason: 'What is one row of the table “{table}”?' },
  'ask.id': { reason: 'Which column of “{table}” holds the number of the case?' },
  'ask.idRepeats': { reason: 'The number “{column}” comes again: which column makes it unique?' },
  'ask.outcome': { reason: 'How did the case end when “{column}” says: {values}?' },
  'ask.clientStatus': { reason: 'Who is the client when “{column}” says: {values}?' },
  'ask.answerDate': { reason: 'Which column of “{table}” holds the date of the answer?' },
  'ask.answerValue': { reason: 'How many points in “{column}” are: {values}?' },
  'ask.question': { reason: 'Which questions of the catalogue are these: {values}?' },
  'ask.values': { reason: 'What does this mean in “{column}”: {values}?' },
  'date.order': {
    reason: 'In “{column}” it is unclear whether the day or the month comes first: {values}.',
    remedy: 'Say in the mapping "dateOrder": "dmy" (day first) or "mdy" (month first).',
  },
} as const;

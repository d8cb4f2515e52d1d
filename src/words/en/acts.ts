export const messages = {
  'input.invalid': {
    reason: 'The field “{field}” is not filled in right. {question}',
    remedy: 'Correct the value; what is allowed is said in /api/openapi.json and luchshe --help.',
  },
  'shape.missing': {
    reason:
      'A value is missing; needed: {expected, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} record {an object} other {{expected}}}.',
  },
  'shape.kind': {
    reason:
      'It says “{got}”; needed: {expected, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} record {an object} other {{expected}}}.',
  },
  'shape.notOneOf': { reason: '“{got}” is not in the list: {expected}.' },
  'shape.unknownKey': { reason: 'There is no such field here.' },
  'shape.empty': { reason: 'It is empty.' },
  'shape.tooSmall': { reason: '“{got}” is below the least: {limit}.' },
  'shape.tooBig': { reason: '“{got}” is above the greatest: {limit}.' },
  'shape.period': { reason: 'There is no period “{got}”: write 2024, 2024-Q1 or 2024-03.' },
  'shape.other': { reason: '“{got}” does not fit here.' },
  'act.unknown': {
    reason: 'There is no act “{got}”.',
    remedy: 'All acts are listed in /api/openapi.json.',
  },
  'settings.zoneUnknown': {
    reason: 'The IANA database knows no time zone “{got}”.',
    remedy: 'Name a zone like Europe/Moscow or Asia/Omsk.',
  },
  'change.reasonMissing': {
    reason: 'Limits are not computed anew without a reason.',
    remedy: 'Write what changed in the work from this period on.',
  },
  'change.unknown': {
    reason: 'There is no recorded change {got}.',
    remedy: 'Reload the page: it may have been taken back already.',
  },
  'document.changedMeanwhile': {
    reason: 'While you were editing “{got}”, somebody else saved it: you have version {seen}, the newest is {newest}.',
    remedy: 'Open the newest version, compare it with yours and make your change again: nothing is lost.',
  },
  'document.unknown': {
    reason: 'There is no such document: “{got}”.',
    remedy: 'Choose it from the list: it may have been renamed or taken away.',
  },
  'indicator.changedMeanwhile': {
    reason: 'Somebody else has changed the indicator meanwhile.',
    remedy: 'Look at its new state and make your change again.',
  },
  'indicator.baselineReversed': {
    reason: 'The baseline ends before it begins.',
    remedy: 'Swap its beginning and end.',
  },
  'file.missing': {
    reason: 'There is no file “{file}”.',
    remedy: 'Check path and name; uploads are kept for a limited time, upload the file again.',
  },
  'file.notAFile': {
    reason: '“{file}” is not a file.',
    remedy: 'Name the files themselves, not their folder.',
  },
  'file.notJson': {
    reason: 'The file “{file}” cannot be read as JSON: a mistake in line {line}.',
    remedy: 'Correct the file; any editor that knows JSON can check it.',
  },
  'file.pathForbidden': {
    reason: 'Only the user of this machine may name its files.',
    remedy: 'Upload the file on the page “Data”, or run the luchshe command on the machine itself.',
  },
  'file.pathRelative': {
    reason: 'The path “{file}” is not complete.',
    remedy: 'Name the path from the root.',
  },
  'scope.unknownField': {
    reason: 'The facts have no field “{got}”.',
    remedy:
      'Choose by unit, body, service, journey, clientStatus, segment, channel, touchpoint, employee or another field of the facts; columns of your own are written x:NAME.',
  },
  'metric.taken': {
    reason: 'The name “{got}” belongs to a metric of the catalogue.',
    remedy: 'Give yours another name, or say outright that it takes the place of the catalogue’s.',
  },
  'metric.notOwn': {
    reason: 'The metric “{got}” is not yours: the catalogue gives it.',
    remedy: 'Only what the body wrote itself can be taken away.',
  },
  'metric.inUse': {
    reason: '{count, plural, one {# model counts} other {# models count}} by the metric “{got}”: {names}.',
    remedy: 'Take its indicators out of these models first.',
  },
  'metric.isCounter': {
    reason: 'The metric “{got}” is the counter-metric of {count, plural, one {another one} other {# others}}: {names}.',
    remedy: 'Name another counter-metric there first.',
  },
  'metric.fileFaulty': {
    reason: 'The file “{file}” is there already and faulty: saving would overwrite it.',
    remedy: 'Mend or remove the file, or give your metric another name.',
  },
  'metric.changedMeanwhile': {
    reason: 'While you were writing, somebody else saved or took away the metric “{got}”.',
    remedy: 'Open it anew and repeat your changes: theirs are not lost.',
  },
  'metric.unknown': {
    reason: 'The catalogue has no metric “{got}”.',
    remedy: 'Names of metrics: luchshe catalogue list.',
  },
  'input.period': {
    reason: '“{got}” is no period.',
    remedy: 'Name a period like 2024, 2024-Q1 or 2024-03.',
  },
  'input.horizon': {
    reason: 'The moment “{got}” cannot be read.',
    remedy: 'Name a day or a moment like 2025-12-31 or 2025-12-31T18:00:00+03:00.',
  },
  'measure.beyondHorizon': {
    reason: 'The period {got} has not begun: the data end before it.',
    remedy: 'Take an earlier period, or import newer data.',
  },
  'mapping.unknown': {
    reason: 'There is neither a file “{got}” nor a saved mapping of that name.',
    remedy:
      'Check the path, or the name of the source{saved, select, none {; no mapping is saved yet} other {; saved: {known}}}. A new mapping: luchshe mapping guess FILE.',
  },
  'metric.notAnInstant': {
    reason: '“{got}” in the metric is no moment.',
    remedy: 'Write a moment like 2025-12-31T18:00:00+03:00.',
  },
  'schedule.empty': {
    reason: 'The schedule is empty.',
    remedy: 'Write it like Mo-Th 09:00-13:00,13:45-18:00; Fr 09:00-16:45.',
  },
  'schedule.unknown': {
    reason: '“{got}” in the schedule cannot be understood.',
    remedy: 'Days are Mo Tu We Th Fr Sa Su, hours 09:00-18:00, rules are separated by a semicolon.',
  },
  'schedule.impossible': {
    reason: 'The hours “{got}” of the schedule are impossible.',
    remedy: 'The beginning must come before the end, within one day.',
  },
  'schedule.overlap': {
    reason: 'The hours “{got}” of the schedule overlap others.',
    remedy: 'Separate them: 09:00-13:00,13:45-18:00.',
  },
  'calendar.header': {
    reason: 'The first line of the calendar is not date,kind,moved: “{got}”.',
    remedy: 'Make it the first line of the file.',
  },
  'calendar.columns': {
    reason: 'The line of the calendar has too many columns: “{got}”.',
    remedy: 'Keep three: date,kind,moved.',
  },
  'calendar.date': {
    reason: 'The calendar has an impossible date: “{got}”.',
    remedy: 'Write dates like 2025-05-09.',
  },
  'calendar.kind': {
    reason: 'The calendar has an unknown kind of day: “{got}”.',
    remedy: 'Kinds of days are holiday, dayoff, short, workday.',
  },
  'calendar.moved': {
    reason: 'The worked Saturday does not say which day it stands for: “{got}”.',
    remedy: 'Put the date of the day whose hours it takes into the column moved.',
  },
  'calendar.twice': {
    reason: 'The day stands in the calendar twice: “{got}”.',
    remedy: 'Remove one line.',
  },
  'import.nothing': {
    reason: '“{file}” has no table that could be imported.',
    remedy: 'Check that it is the right file and sheet; luchshe mapping guess says what is in it.',
  },
  'mapping.shape': {
    reason: 'The mapping is not written right at “{field}”. {question}',
    remedy: 'Correct it, or begin with luchshe mapping guess.',
  },
  cancelled: {
    reason: 'Cancelled.',
    remedy: 'Nothing has changed; you can do it again.',
  },
  'scoreboard.empty': 'No facts yet: import a log of cases on the Data page.',
  'scoreboard.parted.deedsBetter':
    'By the records it got better, yet clients say that it got worse. What do the records not show?',
  'scoreboard.parted.wordsBetter':
    'By the records it got worse, yet clients are happier. Whom do we ask, and what do we count?',
  'scoreboard.answer.both':
    'Better: {better}{moreBetter, plural, =0 {} other { and # more}}. Worse: {worse}{moreWorse, plural, =0 {} other { and # more}}.',
  'scoreboard.answer.better': 'Better: {better}{moreBetter, plural, =0 {} other { and # more}}. Nothing got worse.',
  'scoreboard.answer.worse': 'Worse: {worse}{moreWorse, plural, =0 {} other { and # more}}. Nothing got better yet.',
  'scoreboard.answer.same':
    'Nothing moved beyond its usual noise in this period: no change in {same, plural, one {# indicator} other {# indicators}}, unclear in {unclear}.',
  'indicator.comparison.moved': 'The difference from the period before is larger than chance.',
  'indicator.comparison.noise': 'The difference from the period before is no larger than chance.',
  'indicator.comparison.unknown': 'There is no interval for the difference: too few data.',
  'indicator.early': 'Too early: the data of this period are complete after {date}.',
  'measure.noFacts': {
    reason: 'There are no facts yet.',
    remedy: 'Import a log of cases: the Data page or luchshe import.',
  },
  'measure.cohort': {
    reason: '{got} has no figure by the period of the beginning.',
    remedy:
      'Leave out --cohort, or measure a median or quantile of the time from registration to closing (time-to-result).',
  },
};

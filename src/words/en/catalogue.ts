/** Why a metric's spec is refused. `field` is the place in its JSON. Codes: src/catalogue/checks/. */
const row =
  '{row, select, case {a case} event {an event} span {a span} run {a client journey} answer {an answer} invitation {an invitation} text {a text} reading {a reading} other {{row}}}';

export const messages = {
  'metric.shape': {
    reason: 'At {field} stands what the language of metrics does not know: {got}.',
    remedy: 'Compare with the description of the language; luchshe catalogue show on-time prints an example.',
  },
  'metric.missing': {
    reason: '{field} is missing.',
    remedy: 'Add {field}; expected is {expected}.',
  },
  'metric.wrongKind': {
    reason: '{field} holds {got}, expected is {expected}.',
    remedy: 'Replace the value of {field}.',
  },
  'metric.unknownKey': {
    reason: 'The language of metrics has no word {got} here (at {field}).',
    remedy: 'Remove it or mend the typing error.',
  },
  'metric.notOneOf': {
    reason: 'The value {got} of {field} is not on the list.',
    remedy: 'Choose one of: {allowed}.',
  },
  'metric.exactlyOne': {
    reason: '{field} must hold exactly one of: {allowed}.',
    remedy: 'Keep one; several conditions are joined by and.',
  },
  'metric.repeated': {
    reason: 'The list {field} repeats values: {got}.',
    remedy: 'Keep each value once.',
  },
  'metric.fileName': {
    reason: 'The file is named otherwise than the metric {got}.',
    remedy: 'Name the file after the metric: {got}.json.',
  },
  'metric.nameTooLong': {
    reason: 'The name “{got}” is longer than a card: {length, plural, one {# character} other {# characters}}.',
    remedy: 'Shorten {field} to {most, plural, one {# character} other {# characters}}.',
  },
  'metric.unknownParameter': {
    reason: 'The parameter {got} is not declared (at {field}).',
    remedy: 'Declare it in params or use a declared one.',
  },
  'metric.idleParameter': {
    reason: 'The parameter {got} is declared and stands nowhere.',
    remedy: 'Put ${got} where it is needed or remove it from params.',
  },
  'metric.notADuration': {
    reason: '{field} needs a duration and holds {got}.',
    remedy: 'Write P30D, P2W, PT4H, PT15M or W5D (working days of 8 hours); there are no months or years.',
  },
  'metric.unknownField': {
    reason: `There is no field {got} of ${row} (at {field}).`,
    remedy: 'Use one of: {allowed}; or an attribute x:NAME of the source file.',
  },
  'metric.notATime': {
    reason: `The field {got} of ${row} is no moment in time (at {field}).`,
    remedy: 'Use one of: {allowed}.',
  },
  'metric.notANumber': {
    reason: 'The field {got} is no number: it cannot be added or averaged (at {field}).',
    remedy: 'Use a numeric field or count rows: count.',
  },
  'metric.wrongType': {
    reason: 'A comparison with {got} does not suit the field, whose type is {type} (at {field}).',
    remedy:
      'Moments are compared with moments, numbers with numbers, codes by equal and oneOf, lists by contains, times with durations.',
  },
  'metric.unknownCode': {
    reason: 'This field has no code {got} (at {field}).',
    remedy: 'Use one of: {allowed}.',
  },
  'metric.unknownConcept': {
    reason: 'There is no concept {got} (at {field}).',
    remedy: 'Use one of: {allowed}.',
  },
  'metric.conceptOnOtherRow': {
    reason: `The concept {got} is said of {on, select, case {a case} event {an event} answer {an answer} other {{on}}}, not of ${row} (at {field}).`,
    remedy: 'Move the condition to where such a row stands, or write it with fields.',
  },
  'metric.withinWithoutAfter': {
    reason: 'The window within has nothing to be counted from (at {field}).',
    remedy: 'Add after: the moment at which the window opens.',
  },
  'metric.workingWindow': {
    reason: 'Windows run on the calendar clock (at {field}).',
    remedy: 'Write the window as P5D or PT4H; working days such as W5D are for comparing times.',
  },
  'metric.clockMisfit': {
    reason:
      'The duration is written for the other clock: this time is {clock, select, calendar {calendar} other {working}} time (at {field}).',
    remedy: '{clock, select, calendar {Write P5D or PT4H.} other {Write W5D (days of 8 hours) or PT4H.}}',
  },
  'metric.immature': {
    reason: 'The window is still open when the row begins to count (at {field}).',
    remedy: 'Set mature to the longest window at least.',
  },
  'metric.nestedHorizon': {
    reason: '“orHorizon” stands inside a condition of related rows ({field}).',
    remedy: 'Only the row that the metric counts can wait for an answer: move the point out of the condition.',
  },
  'metric.horizonWithoutMature': {
    reason: 'orHorizon waits without limit (at {field}).',
    remedy: 'Set mature: how long to wait for the event at most.',
  },
  'metric.linkMisfit': {
    reason: `From ${row} the link {got} leads to no {fact, select, event {events} case {cases} span {spans} text {texts} other {{fact}}} (at {field}).`,
    remedy: 'Possible links: {allowed}.',
  },
  'metric.unitMisfit': {
    reason: 'The unit {got} does not suit what is measured (at {field}).',
    remedy: 'Suitable: {allowed}.',
  },
  'metric.rollMisfit': {
    reason: 'This value does not add up in the way that {field} says ({got}).',
    remedy: 'Suitable: {allowed}.',
  },
  'metric.nestedMeasure': {
    reason: '{got} may not stand inside worst (at {field}).',
    remedy: 'Use a share, a mean, a median or answers.',
  },
  'metric.notOfThisRow': {
    reason: `There is no {got} of ${row} (at {field}).`,
    remedy: 'It exists for: {allowed}.',
  },
  'metric.stockOfRow': {
    reason: "At the period's end only cases are counted, and this metric counts rows of {got}.",
    remedy: 'Put a moment of the row into by, or count cases.',
  },
  'metric.askMissing': {
    reason: '{group, select, subjective {The subjective metric} other {The metric of answers}} has no question.',
    remedy: 'Set of: answer and ask: the name of a question.',
  },
  'metric.askOfAnswersOnly': {
    reason: 'Only answers have a question ask, and this metric counts rows of {got}.',
    remedy: 'Set of: answer or remove ask.',
  },
  'metric.unknownQuestion': {
    reason: 'The surveys have no question {got}.',
    remedy: 'Use a question of the catalogue.',
  },
  'metric.unknownInstrument': {
    reason: 'The instrument {got} is not described in the catalogue.',
    remedy: 'Describe it in instruments.json, so that the definition can name it in words.',
  },
  'metric.noPeople': {
    reason: `No employee is recorded on ${row}: the metric cannot go down to positions.`,
    remedy: 'Remove position from levels.',
  },
  'metric.minOrder': {
    reason: 'It is shown from {show, number} and judged already from {judge, number}.',
    remedy: 'Set judge not below show.',
  },
  'metric.ownCounter': {
    reason: 'The metric {got} is named as its own counter-metric.',
    remedy: 'Name the one that shows when this one is gamed.',
  },
  'metric.unknownCounter': {
    reason: 'There is no counter-metric {got} (at {field}).',
    remedy: 'Use a metric of the catalogue or add this one.',
  },
  'metric.longSentence': {
    reason:
      'The definition in {lang, select, ru {Russian} other {English}} is long: {words, plural, one {# word} other {# words}}, better at most {most, number}.',
    remedy: 'Drop some conditions or make two metrics of it.',
  },
};

// Words of pilots, closed periods and revision.
const indicators = '{all, plural, one {# indicator} other {# indicators}}';

export const messages = {
  'pilot.answer': `Tried ${indicators}: {keep, plural, =0 {none can stay as it is} other {# can stay}}, {change, plural, =0 {none needs a change} other {# should change}}, {drop, plural, =0 {none should go} other {# had better go}}. People decide.`,
  'pilot.sound': 'Nothing against it: it is measured, it is steady, and those who answer for it understand it.',
  'pilot.noObjections': 'Nothing against it, but not all of it was tried.',
  'pilot.shortPast':
    'Periods that can be judged: {points} of the twelve needed; how far chance alone moves it does not show yet.',
  'pilot.notHeard': 'Nobody has said yet whether it is clear and can be influenced.',
  'pilot.tooFew':
    'In {faint} of {all} periods there are too few cases or answers to judge: take a quarter instead of a month, or a unit instead of a position.',
  'pilot.unmeasured': 'No period has a value: the indicator cannot be computed from these facts.',
  'pilot.hopelessNoise':
    'Chance moves it {ratio, number, ::.#} times as far as the change that matters: an improvement will not show for years.',
  'pilot.noisy':
    'Chance moves it {ratio, number, ::.#} times as far as the change that matters: take a quarter instead of a month, or a unit instead of a position.',
  'pilot.thin': 'Only {coverage} % of the rows can be used: data first.',
  'pilot.unclear': 'Not clear to {unclear} of {asked}: say it in one plain sentence.',
  'pilot.outOfHands': '{cannot} of {asked} cannot influence it: move it up or replace it.',
  'pilot.wordsAgainstDeeds':
    'Over {pairs, plural, one {# period} other {# periods}} deeds got better and the clients’ words worse (relation {rank, number, ::.#}): what is counted is not what matters to the client.',
  'pilot.noCounter': 'No counter-indicator: it can be improved at the client’s cost, and nobody would notice.',
  'pilot.ceiling': 'Almost 100 % for a year: it measures nothing any more.',
  'pilot.dear': 'Collecting takes {hours, plural, one {# hour} other {# hours}} of work a period: find it in a log.',
  'pilot.advice.unmeasured': 'The indicator cannot be computed from the facts that are there: check before the order.',
  'pilot.advice.hopelessNoise': 'The indicator was placed where there are too few cases to see anything.',
  'pilot.advice.tooFew': 'A period holds too few cases or answers: take a quarter or a unit.',
  'pilot.advice.noisy': 'The period is too short or the place too narrow: take a quarter or a unit.',
  'pilot.advice.thin': 'Much is missing in the data: put the log in order first.',
  'pilot.advice.unclear': 'Those who answer for it do not understand its wording: say it in one sentence.',
  'pilot.advice.outOfHands': 'The indicator was given to those who cannot influence it: move it up.',
  'pilot.advice.wordsAgainstDeeds': 'Deeds and clients’ words part ways: look for what matters to the client.',
  'pilot.advice.noCounter': 'A risky indicator was left without its counter.',
  'pilot.advice.ceiling': 'The indicator has reached its ceiling: replace it.',
  'pilot.advice.dear': 'Collecting by hand costs more than it tells: take it from logs.',
  'pilot.endsBeforeItBegins': {
    reason: 'The pilot ends before it begins: {got} is before {from}.',
    remedy: 'Set the last month no earlier than the first.',
  },
  'pilot.notDraft': {
    reason: 'The model “{got}” is in force or superseded: it is too late to try it.',
    remedy: 'Make a new draft of it and begin the pilot with that.',
  },
  'pilot.ended': {
    reason: 'The pilot “{got}” has ended: its report does not change any more.',
    remedy: 'Begin a new one if there is something to add.',
  },
  'pilot.indicatorUnknown': {
    reason: 'The model on trial has no indicator “{got}”.',
    remedy: 'Choose an indicator of its report.',
  },
  'pilot.positionUnknown': {
    reason: 'The model has no position “{got}”.',
    remedy: 'Choose a position of the model that is on trial.',
  },
  'pilot.indicatorNotHeld': {
    reason: 'This position does not answer for the indicator “{got}”.',
    remedy: 'Mark only indicators that stand on its card.',
  },
  'period.modelNotInForce': {
    reason: 'The model “{got}” is not in force: it is too early to close its periods.',
    remedy: 'Put the model in force by an order, then its figures can be published.',
  },
  'period.notBound': {
    reason: 'The model “{name}” was not in force in {got}: it is from {from}{to, select, none {} other { until {to}}}.',
    remedy: 'Take a period in which it was in force, or the model that was in force then.',
  },
  'period.reasonMissing': {
    reason: 'The period {got} is closed already: another edition needs a reason.',
    remedy: 'Write what was corrected in the facts, and why.',
  },
  'period.notOver': {
    reason:
      'There are not facts for all of {got}{from, select, none {: none are loaded} other {: they go from {from} to {to}}}.',
    remedy: 'Wait for the end of the period and load its facts, then it can be closed.',
  },
  'period.notWhole': {
    reason:
      'The period {got} is not ripe yet: {count, plural, one {# figure} other {# figures}} may still change, such as “{name}”.',
    remedy: 'Import the facts up to {until}: the figures are final then and the period can be closed.',
  },
  'period.nothingChanged': {
    reason: 'The figures of {got} are those that were published: no new edition is needed.',
    remedy: 'If you expected a difference, check that the corrected facts are imported.',
  },
  'period.unreadable': {
    reason: 'The period “{got}” is not understood.',
    remedy: 'Write 2025-03, 2025-Q1 or 2025.',
  },
  'revision.answer':
    '{count, plural, =0 {Nothing to revise} one {# indicator of {all} should be looked at again} other {# indicators of {all} should be looked at again}}{overdue, select, yes {; the revision is overdue} other {}}.',
  'revision.ceiling': 'Almost 100 % for {periods} periods: it measures nothing any more.',
  'revision.unmeasured':
    '{faint, plural, =0 {No figures: no data come for this indicator.} one {In # period too few cases or answers to judge by.} other {In # periods too few cases or answers to judge by.}}',
  'revision.ignored':
    'In force for {months, plural, one {# month} other {# months}}{missed, select, yes {, its target is missed all the time} other {, without a target or a norm}}, and in all that time nobody said a word of it or recorded a change.',
  'revision.gamed':
    'The target is always met while the clients’ words (“{partner}”) say the contrary: it looks formal.',
  'revision.tooNoisy': 'Chance moves it {ratio, number, ::.#} times as far as the change that matters.',
  'revision.noGoal': 'It leads to no strategic goal any more.',
  'recommendations.title': 'Methodical recommendations after the pilots',
  'recommendations.section.tried': 'What was tried',
  'recommendations.section.worked': 'What worked, and where',
  'recommendations.section.mistakes': 'Typical mistakes, and how to avoid them',
  'recommendations.section.voices': 'What people said',
  'recommendations.month':
    '{month, select, 01 {January} 02 {February} 03 {March} 04 {April} 05 {May} 06 {June} 07 {July} 08 {August} 09 {September} 10 {October} 11 {November} other {December}} {year}',
  'recommendations.tried': `“{name}”, model “{model}”, {from} to {to}: ${indicators}, keep {keep}, change {change}, drop {drop}.`,
  'recommendations.kept':
    '“{name}”, model “{model}”{owner, select, none {} other {, {owner}}}{reason, select, none {} other {: {reason}}}',
  'recommendations.whole': 'Of the pilot “{name}” as a whole: {words}',
  'recommendations.mistake': '{advice} Met {count, plural, one {# time} other {# times}} ({names}).',
  'recommendations.voice': '“{name}”: {words}',
};

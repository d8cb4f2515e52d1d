export const messages = {
  'help.journey': 'client journeys: list, picture of time, a draft from the facts, transfer',
  'help.journey.list': 'list journeys, and what the facts tell of and nobody has drawn',
  'help.journey.show': 'show what the time of a journey is made of',
  'help.journey.id': 'id of the journey',
  'help.journey.toBe': 'by the budgets of the journey to be',
  'help.journey.discover': 'propose a journey from the facts',
  'help.journey.discover.journey': 'value of the facts’ field journey',
  'help.journey.discover.service': 'service; may be repeated',
  'help.journey.discover.name': 'name of the draft',
  'help.journey.discover.json': 'print the draft as JSON for journey import',
  'help.journey.import': 'save a journey from a JSON file',
  'help.journey.import.file': 'file written by journey export or journey discover --json',
  'help.journey.import.over': 'version to save over; without it the journey is new',
  'help.journey.export': 'print a journey as JSON',
  'journey.saved': 'Journey “{name}” ({id}) saved, version {version}.',
  'journey.none': 'No journeys yet. To propose one from the facts: luchshe journey discover.',
  'journey.undrawn':
    'The facts tell of the journey “{value}”: {cases, plural, one {# case} other {# cases}}, {runs, plural, one {# run} other {# runs}}. Nobody has drawn it yet.',
  'journey.tooFew': 'No journey ended in this period, or too few to show.',
  'journey.unknownPlace': 'no touchpoint',
  'journey.gap': 'nobody’s: {giver} → {taker}',
  'journey.suspension': 'suspended: {place}',
  'journey.whole':
    '{of, select, run {{n, plural, one {# run} other {# runs}}} other {{n, plural, one {# case} other {# cases}}}}, {from}–{to}. Mean {mean}\u00a0days, half within {p50}\u00a0days, nine of ten within {p90}\u00a0days.',
  'journey.weakest':
    'Weakest link: {step}. Had it kept its budget, nine of ten would be through {days}\u00a0days sooner.',
  'journey.largest': 'Most of the time: {step}, {share}\u00a0%.',
  'journey.medians':
    'Means add up, medians do not: the medians of the steps sum to {sum}\u00a0days, the median of the whole is {p50}\u00a0days.',
  'journey.found':
    'Draft “{name}” from {of, select, run {{n, plural, one {# run} other {# runs}}} other {{n, plural, one {# case} other {# cases}}}}.',
  'journey.foundHow':
    'A proposed budget is the median rounded up to half a day. To save: add --json, check the file and give it to luchshe journey import.',
  'journey.column': {
    id: 'id',
    name: 'name',
    version: 'version',
    touchpoints: 'touchpoints',
    step: 'step',
    cases: 'cases',
    mean: 'mean',
    share: 'share, %',
    p50: 'half',
    p90: '9\u00a0of\u00a010',
    budget: 'budget',
    fallP90: '9\u00a0of\u00a010 sooner by',
    touchpoint: 'touchpoint',
    body: 'body',
    proposed: 'budget',
  },
  journey: {
    // Written into a proposed journey, for a person to rename
    budgetProposed: 'A proposed budget: the median rounded up to half a day.',
    allCases: 'All cases',
    stage: { apply: 'Applying', consider: 'Considering', result: 'Result' },
    invalid: {
      reason: 'The journey is written wrongly, field “{field}”. {question}',
      remedy: 'Mend this field; nothing of the journey is saved yet.',
    },
    idTwice: {
      reason: 'The id “{got}” stands twice ({field}).',
      remedy: 'Give the second another id: touchpoints and stages are told by it.',
    },
    factsTwice: {
      reason: 'The touchpoint of the facts “{got}” is taken twice: “{other}” has it already.',
      remedy: 'Leave it with one touchpoint of the journey: else the same seconds would count twice.',
    },
    handOffTwice: {
      reason: 'The hand-off {got} is described twice.',
      remedy: 'Leave one line with its budget.',
    },
    stageUnknown: {
      reason: 'The touchpoint “{name}” stands at stage “{got}”, and there is no such stage.',
      remedy: 'Add the stage, or put the touchpoint at another.',
    },
    closingWithoutFacts: {
      reason: 'The touchpoint “{got}” closes the journey, but no facts tell of it.',
      remedy: 'Name its touchpoint in the facts: else no run would ever end.',
    },
    budgetsAboveTarget: {
      reason: 'Budgets ({budgets} days) and reserve ({reserve} days) make {sum} days, and the target is {got} days.',
      remedy: 'Lower budgets or the reserve, or raise the target.',
    },
    promiseEmpty: {
      reason: 'The journey to be comes into force on {got}, but it has no touchpoint.',
      remedy: 'Draw the journey to be, or take the date away.',
    },
    noToBe: {
      reason: 'The journey “{got}” has no “to be”.',
      remedy: 'Draw first how it will be.',
    },
    nothingToUndo: {
      reason: 'The journey “{got}” has one version: there is nothing to undo.',
      remedy: 'To take the journey itself away, remove it.',
    },
    nothingSeen: {
      reason: 'No case ended here: {got}.',
      remedy: 'Choose another period, journey or service, or import the events of cases.',
    },
  },
} as const;

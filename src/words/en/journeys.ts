export const messages = {
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

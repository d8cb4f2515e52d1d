// Words of models: what checks find, why something is proposed, what a proof shows.
export const messages = {
  modelCheck: {
    repeatedId: {
      reason: 'The id “{id}” is taken twice.',
      remedy: 'Give one of the two another id, or remove the repetition.',
    },
    unknownMetric: {
      reason: 'The catalogue has no metric “{metric}”.',
      remedy: 'Choose a metric of the catalogue, or describe your own first.',
    },
    unknownParameter: {
      reason: 'The metric “{metric}” has no parameter “{param}”.',
      remedy: 'Remove the parameter, or take one that the metric’s description names.',
    },
    tooManyIndicators: {
      reason: 'The position “{name}” has {count} indicators; not more than {most} are allowed, shared ones included.',
      remedy:
        'Keep {most}: {over, plural, one {remove # indicator} other {remove # indicators}} or give it to another position.',
    },
    unknownReference: {
      reason: '“{name}” refers to what the model has not: {field}, “{got}”.',
      remedy: 'Mend the reference, or add what it points to.',
    },
    unknownPlace: {
      reason:
        'There is no such place: {field, select, body {body} unit {unit} service {service} journey {journey} other {{field}}} “{got}”.',
      remedy: 'Choose the place from the list: it may have been renamed; or add it to the organisation.',
    },
    linkToNothing: {
      reason: 'The link leads nowhere: the model has no indicator “{missing}”.',
      remedy: 'Remove the link, or bring the indicator back.',
    },
    repeatedLink: {
      reason: 'The link between “{upper}” and “{lower}” is written twice.',
      remedy: 'Keep one.',
    },
    linkCycle: {
      reason: 'The links go round in a circle: {way}.',
      remedy: 'Break the circle: remove one of these links, so that one indicator is on top.',
    },
    linkMisfit: {
      reason:
        '“{upper}” and “{lower}” cannot be linked this way ({kind, select, sumOfParts {sum of parts} weightedParts {weighted parts} budget {budget} shared {shared} driver {driver} pooled {pooled} other {{kind}}}): {why, select, otherMetric {they are different metrics, and the link is between one and the same} otherUnit {the parts are counted in other units than the whole} doesNotAdd {such values do not add up} other {a budget is given to time or to a count}}.',
      remedy:
        'Take the link {instead, select, sumOfParts {“sum of parts”} weightedParts {“weighted parts”} shared {“shared”} pooled {“pooled”: it says honestly that the parts do not add up} other {“driver”: it is tested on facts}}.',
    },
    linkNotProved: {
      reason:
        'On the facts of the last 12 months the link of “{upper}” and “{lower}” ({kind, select, sumOfParts {sum of parts} weightedParts {weighted parts} budget {budget} shared {shared} driver {driver} pooled {pooled} other {{kind}}}) {outcome, select, fails {does not hold} other {cannot be seen}}.',
      remedy:
        'Open the proofs of links. {kind, select, driver {There is no such influence: take below what truly moves the upper indicator.} budget {The budgets bring the target no nearer: revise them or the target.} other {The parts do not make the whole: check their places or take “pooled”.}}',
    },
    outsideLevels: {
      reason:
        'The metric “{metric}” is not computed at this level: {level, select, body {body} unit {unit} journey {journey} touchpoint {touchpoint} position {position} other {{level}}}.',
      remedy: 'Raise the indicator to one of its levels ({levels}), or take a metric that has this level.',
    },
    otherClients: {
      reason:
        'The metric “{metric}” is not about such clients: {status, select, citizen {citizens} organisation {organisations} internal {internal clients} other {{status}}}.',
      remedy: 'Remove the client status of the indicator, or take a metric about these clients.',
    },
    budgetAboveTarget: {
      reason:
        'The budgets of “{name}” are together above the target: {sum, number, ::.##}{reserved, select, none {} other { and a reserve of {reserve, number, ::.##}}} with a target of {target, number, ::.##}.',
      remedy: 'Lower the budgets or the reserve, or agree on a larger target.',
    },
    noGoals: {
      reason: 'The model has no strategic goal.',
      remedy: 'Write down a goal and the document that it comes from: all indicators lead to it.',
    },
    noWayToGoal: {
      reason: 'No way leads from “{name}” up to a strategic goal.',
      remedy: 'Link it to a higher indicator or to a goal, or remove it.',
    },
    overlappingTouchpoints: {
      reason: 'Journey “{journey}”: “{value}” belongs to two touchpoints at once, “{other}” and “{name}”.',
      remedy: 'Leave the value with one touchpoint, else its time is counted twice.',
    },
    overlappingParts: {
      reason: 'One place is counted twice under “{upper}”: “{lower}” and “{other}”.',
      remedy: 'Keep one of the two below it, and share the other or link it to the first.',
    },
    budgetWithoutTarget: {
      reason: '“{name}” has budgets but no target.',
      remedy: 'Set a target: the budgets add up to it.',
    },
    budgetMissing: {
      reason: 'The link between “{upper}” and “{lower}” is a budget, but how much is given is not said.',
      remedy: 'Write the budget in the unit of the higher indicator.',
    },
    kpiUncovered: {
      reason:
        'The KPI {kpi, select, informing {“informing”} effort {“effort”} speed {“speed”} resolution {“resolution”} culture {“culture”} other {{kpi}}} has no {group, select, objective {objective indicator: what happened} other {subjective indicator: what clients say}}.',
      remedy: 'Add at least one: the pair shows when words and deeds part.',
    },
    goalReachesNobody: {
      reason: 'The goal “{name}” has reached nobody: no position answers for it.',
      remedy: 'Find an indicator below it that somebody’s work moves, and name who answers.',
    },
    positionHoldsNothing: {
      reason: 'The position “{name}” has no indicators.',
      remedy: 'Give it a shared one and at least one that it moves, or take it out of the model.',
    },
    noSharedIndicator: {
      reason: 'The position “{name}” has no shared end-to-end indicator.',
      remedy: 'Add the journey’s end-to-end indicator: all who take part hold it together.',
    },
    noCounter: {
      reason: 'The metric “{metric}” has no counter-metric in the model.',
      remedy: 'Add one of its counters, at least to be watched: {counters}.',
    },
    alike: {
      reason: '“{name}” and “{other}” are the same: one metric at one place.',
      remedy: 'Remove one of the two, or say the place more exactly.',
    },
    clientsUncovered: {
      reason:
        '{why, select, none {It is not said which clients the model is about.} unheard {No indicator hears these clients: {status, select, citizen {citizens} organisation {organisations} internal {internal clients} other {{status}}}.} journey {The journey “{from}” also leads those whom the model leaves out: {status, select, citizen {citizens} organisation {organisations} internal {internal clients} other {{status}}}.} other {The service “{from}” also has clients whom the model leaves out: {status, select, citizen {citizens} organisation {organisations} internal {internal clients} other {{status}}}.}}',
      remedy: 'Name their status in the model and add indicators that speak of them.',
    },
    valueUnserved: {
      reason: 'No indicator serves the value “{name}”.',
      remedy: 'Mark it at an indicator that fits, or add one.',
    },
    targetMissing: {
      reason: '“{name}” has no target.',
      remedy: 'Propose a target from its baseline, or only watch the indicator.',
    },
    targetNotAgreed: {
      reason: 'The target of “{name}” is not agreed yet.',
      remedy: 'Agree on it with whoever answers: it takes both sides.',
    },
    baselineUnknown: {
      reason: '“{name}” has no baseline.',
      remedy: 'Take a value of its own past: the year or quarter before the start.',
    },
    staleLimit: {
      reason: 'The known limit “{name}” ended on {to}, and indicators still refer to it.',
      remedy: 'Take the limit off the indicators, or prolong it if it lasts.',
    },
    positionWithoutFacts: {
      reason: 'Position “{name}”: it is not said on whose facts its indicators are measured.',
      remedy:
        'Name {needs, select, unit {its unit} touchpoint {the touchpoints where it works} journey {the journey} body {the body} other {its employees, or the touchpoints where it works}}.',
    },
    positionAbsent: {
      reason: 'Position “{name}”: the facts have no such {count, plural, one {code} other {codes}}: {missing}.',
      remedy: 'Correct them by the log, or import facts that have them.',
    },
    cannotInfluence: {
      reason: '“{name}”: in the facts nobody of the position “{position}” works at the touchpoint “{touchpoint}”.',
      remedy: 'Take a touchpoint where its people work, or another indicator: one can answer for what one influences.',
    },
    notMeasurable: {
      reason:
        '“{name}” cannot be measured now: {state, select, tooFew {too few cases} unmeasured {the sources lack the fields that it needs} other {the facts have no case of it}}.',
      remedy:
        '{state, select, tooFew {Take a quarter or a wider place.} unmeasured {Import a source with these fields, or take another metric.} other {Check the indicator’s place, or import facts.}}',
    },
    thinCoverage: {
      reason: '“{name}” stands on {coverage}% of the cases: the others lack data.',
      remedy: 'Complete the data, or name this in the passport as a limitation.',
    },
    noise: {
      reason:
        'With {n, number} {n, plural, one {case} other {cases}} {by, select, month {a month} quarter {a quarter} other {a year}} “{name}” moves by ±{chance, number, ::.##}{unit, select, percent { points} other {}} by chance alone, while a change of {matters, number, ::.##} matters.',
      remedy:
        '{wider, select, none {Neither a year nor a wider place will help: take another indicator, or watch it without a target.} other {Take a {wider, select, month {month} quarter {quarter} other {year}}{place, select, same {} other { and a wider place: {placeName}}}: it has {widerN, number} cases there and moves by ±{widerChance, number, ::.##}.}}',
    },
    longName: {
      reason: 'The name “{name}” is long: {length} characters where {most} are seen.',
      remedy: 'Shorten it to {most} characters: the sentence says the rest.',
    },
    hardWording: {
      reason:
        '“{name}” is hard to read: {fault, select, officialese {officialese, “{found}”} manySentences {{found} sentences, while one or two are remembered} longSentence {a sentence of {found} words, while up to {most} read easily} other {long words, {found} letters on average}}.',
      remedy: 'Say it in one short sentence, as you would to a client.',
    },
  },
  'model.notModel': {
    reason:
      'This is not a model: {found, select, list {the list is empty} several {the file holds several} other {it has neither indicators nor the short form of a model}}.',
    remedy: 'Take a file that Luchshe exported, or the short form: model, clients, body, watch, positions.',
  },
  'model.shape': {
    reason: 'The record does not fit. {question}',
    remedy: 'Mend this place after a sample: export any model and compare.',
  },
  'model.notEditable': {
    reason: 'The model “{got}” is not edited any more: it is in force or superseded.',
    remedy: 'Make its next version as a draft and edit that.',
  },
  'model.stateByMove': {
    reason: 'The state “{got}” is not set by editing.',
    remedy: 'Move the model by a step of its own: draft, pilot, in force, superseded.',
  },
  'model.nothingToUndo': {
    reason: '“{got}” has no earlier version.',
    remedy: 'Choose a version from the list.',
  },
  'model.noSuchMove': {
    reason:
      'There is no way from here to there: {from, select, draft {draft} pilot {pilot} inForce {in force} other {superseded}} to {to, select, draft {draft} pilot {pilot} inForce {in force} other {superseded}}.',
    remedy: 'The order is draft, pilot, in force, superseded. From a pilot it may go back to a draft.',
  },
  'model.orderMissing': {
    reason: 'To be in force a model needs its first day and an order: number and date.',
    remedy: 'Write the day from which it is in force, and the number and date of the order.',
  },
  'model.idTaken': {
    reason: 'The id “{got}” belongs to another model already.',
    remedy: 'Take another id, or open that model.',
  },
  'model.starterUnknown': {
    reason: 'There is no starter model “{got}”.',
    remedy: 'Choose one from the list of starter models.',
  },
  'model.indicatorUnknown': {
    reason: 'The model has no indicator “{got}”.',
    remedy: 'Choose the top indicator from the model.',
  },
  'modelRollout.lifeSituation':
    'Begin with one life situation: few people and indicators, facts that are easier to check, and a mistake that does not touch the whole body. What works is carried over to the rest.',
  'modelRollout.wholeBody':
    'The whole body at once: for when everybody has the same deadline. Agreeing takes longer, and disputed indicators will have to wait.',
  'modelValueSource.declaration': 'Declaration of values of client-centricity',
  'modelValueSource.people': 'Standard “State for people”',
  'modelValueSource.business': 'Standard “State for business”',
  'modelValueSource.internal': 'Standard of the internal client',
  'modelProof.broken': 'The link cannot be proved: at one end there is no indicator or no metric.',
  'modelProof.noCut': 'It is not visible in what the parts differ from the whole: name their places.',
  'modelProof.tooFew': 'There are too few cases to show the parts.',
  'modelProof.sumOfParts': 'It holds: {parts, plural, one {# part adds} other {# parts add}} up to the whole.',
  'modelProof.weightedParts':
    'It holds: {parts, plural, one {# part} other {# parts}} weighted by their cases give the whole.',
  'modelProof.fails':
    'It does not hold: whole and parts differ by {difference, number, ::.###}. The parts overlap, or do not cover everything.',
  'modelProof.noTarget': 'There is nothing to test the budget on: the higher indicator has no target.',
  'modelProof.notTime': 'A budget is tested on the time of cases, and the higher indicator is not time.',
  'modelProof.noCases': 'No case ended in these months.',
  'modelProof.budget':
    'Of {cases, plural, one {# case} other {# cases}} {then}% met the target; had each part kept its budget, {then2}%. Queues are held as they were.',
  'modelProof.budgetUnmatched':
    'Of {cases, plural, one {# case} other {# cases}} {then}% met the target; with the budgets {then2}%. The facts do not have {missing, plural, one {# part} other {# parts}} with a budget.',
  'modelProof.fewMonths':
    'It is too early to speak of a relation: both indicators have {months} months, at least 12 are needed.',
  'modelProof.driver.holds':
    'It looks true: over {months, plural, one {# month} other {# months}} both got better together (relation {rho, number, ::.##}, interval {lower, number, ::.##}–{upper, number, ::.##}). Moving together is not yet a cause.',
  'modelProof.driver.weak':
    'No relation is seen: over {months, plural, one {# month} other {# months}} {rho, number, ::.##}, and the interval from {lower, number, ::.##} to {upper, number, ::.##} holds zero.',
  'modelProof.driver.fails':
    'It goes the other way: over {months, plural, one {# month} other {# months}} one got better while the other got worse (relation {rho, number, ::.##}, interval {lower, number, ::.##}–{upper, number, ::.##}).',
  'modelProof.oneFigure': 'There is nothing to add: it is one figure for all.',
  'modelProof.notAdditive': 'It does not add up: it is computed anew at each level.',
  'modelProof.meanBeside':
    'It does not add up: it is computed anew at each level. The mean adds up: {mean, number, ::.###} over {n, plural, one {# case} other {# cases}}.',
  'modelProposal.shared': 'the shared figure: all who take part hold it',
  'modelProposal.sameMetric': 'the same metric, for this place alone',
  'modelProposal.sameKpi': 'of the same KPI, and it is computed here',
  'modelProposal.counter': 'a counter-metric: it keeps one from improving at the cost of another',
  'modelProposal.clientsVoice': 'what those who are met here say of it',
  'modelProposal.factsThere': 'facts are there already',
  'modelProposal.worksHere': 'people of the position are seen in the facts',
  'modelProposal.noFacts': 'there are no facts yet',
  'modelProposal.tooFew': 'there are few cases yet',
  'modelProposal.cardFull': 'the position has five indicators already',
  'modelProposal.nobodySeen': 'people of this position are not seen in the facts',
  'modelProposal.belief': 'the influence is believed: it is tested on facts',
};

// Words of the guide: the method in short.
export const guideMessages = {
  'guide.crumb': 'How it works and how to read it',
  'guide.answer':
    'The line is your own past, the dot is now. A dot above the line: it got better for the client. Nobody is compared with anybody but themselves.',
  'guide.first': 'The first ten minutes',
  'guide.step1': 'Import an export of cases.',
  'guide.step1Text':
    'Any, as it is: columns are recognised, doubts are asked. A try without writing shows what is refused.',
  'guide.step2': 'Look at the five indicators.',
  'guide.step2Text':
    'At left what the cases show, at right what clients say. Where they part, a bracket asks a question.',
  'guide.step3': 'Doubt.',
  'guide.step3Text':
    'Behind each figure stands a page: what exactly is counted, the chart with its limits and the cases themselves, counted and left out.',
  'guide.step4': 'Record a change.',
  'guide.step4Text':
    'If the way of working changed, note from which month and why. Limits are computed anew only where you decide so.',
  'guide.forming': 'From a journey to the order in half an hour',
  'guide.form1': 'Draw the journey.',
  'guide.form1Text':
    'It is made of the cases that were imported: steps in the order in which they are walked. Name and accept it.',
  'guide.form2': 'Put the model together.',
  'guide.form2Text':
    'Take a starter and adapt it: at most five indicators for a position, each leading to a goal. A metric of your own is written in a form.',
  'guide.form3': 'Try it.',
  'guide.form3Text':
    'A pilot reckons the model on past cases and asks those who will work with it: is it clear, can they influence it.',
  'guide.form4': 'Bring it into force.',
  'guide.form4Text': 'The annex to the order is ready. Then close periods, and revise the model once a year.',
  'guide.verdicts': 'Verdict',
  'guide.verdict.better': 'A rule marks the latest point, and it lies on the side that is good for the client.',
  'guide.verdict.same':
    'The figure moves as usual. A month better or worse than the one before, inside the limits, is no news.',
  'guide.verdict.worse': 'A rule marks the latest point, and it lies on the side that is bad for the client.',
  'guide.verdict.unclear':
    'Fewer than twelve points, few observations, or a period that has not matured. This too is an answer, and it says what is missing.',
  'guide.rules': 'Four rules',
  'guide.rule.outside':
    'A point farther from the centre than the usual movement: above the upper or below the lower limit. A point on a limit is still inside.',
  'guide.rule.shift': 'Seven points in a row on one side of the centre. A point on the centre itself breaks the run.',
  'guide.rule.trend':
    'Seven points in a row rising or falling. It is drawn but gives no verdict: on honest data the rule adds nothing.',
  'guide.rule.twoOfThree': 'Two of three neighbouring points beyond two thirds of the way to the same limit.',
  'guide.chart': 'The chart',
  'guide.chart.limits': 'Centre and limits',
  'guide.chart.limitsText':
    'The centre is the mean of your own periods. The limits are the centre ± 2.66 of the mean range of neighbouring points; ranges too large to count are left out, and that is said. Twelve points are needed.',
  'guide.chart.change': 'A recorded change',
  'guide.chart.changeText':
    'A solid numbered line: from here the limits start anew, because a person decided so. A dotted one: an event is noted, the limits go on.',
  'guide.chart.trial': 'Trial chart',
  'guide.chart.trialText':
    'Eight to eleven points: a median line and two tests, a long run on one side and the number of crossings. The verdict stays “unclear”.',
  'guide.chart.days': 'Days between events',
  'guide.chart.daysText':
    'Where a period holds fewer than five events, the days between them are counted: else a small unit would learn nothing for years.',
  'guide.chart.season': 'Season',
  'guide.chart.seasonText': 'An indicator marked as seasonal is compared with the same period a year ago.',
  'guide.chart.target': 'Target and norm',
  'guide.chart.targetText':
    'A target is consistently met where even the bad limit meets it, consistently missed where even the good one does not. A norm is what law or a public promise gives, with its source.',
  'guide.chart.marks': 'Marks by chance',
  'guide.chart.marksText':
    'With many indicators some rules fire for nothing. The foot of the page says how many marks chance alone would give.',
  'guide.figure': 'Numbers beside the value',
  'guide.figure.interval': '95% interval',
  'guide.figure.intervalText':
    'Where the true value lies if the period is taken as a sample. Narrow: the figure can be trusted; wide: there were few cases.',
  'guide.figure.n': 'n',
  'guide.figure.nText': 'How many cases or answers were counted. No figure stands without its n.',
  'guide.figure.hidden': 'Hidden',
  'guide.figure.hiddenText':
    'Fewer than five answers: the figure is not shown, so that nobody can be recognised. Sometimes a neighbouring group is hidden too, so that subtraction does not tell.',
  'guide.figure.few': 'Too few cases',
  'guide.figure.fewText': 'It cannot be judged. Take a quarter instead of a month, or a larger unit.',
  'guide.figure.early': 'Too early',
  'guide.figure.earlyText':
    'The period has not ended, or its consequences have not shown yet: the figure is preliminary.',
  'guide.figure.unrecorded': 'Not recorded',
  'guide.figure.unrecordedText':
    'The source does not keep what is needed. This is neither zero nor a hundred per cent.',
  'guide.figure.parted': 'They part',
  'guide.figure.partedText':
    'Better by cases while clients say “worse”, or the reverse. A question for a conversation, not an accusation.',
  'guide.never': 'What Luchshe does not do',
  'guide.never.rank': 'It ranks no bodies, units or people: lists are always by name.',
  'guide.never.bonus': 'It computes no bonuses.',
  'guide.never.cause': 'It names no causes: it shows, people decide.',
  'guide.never.name': 'It keeps no names of clients.',
} as const;

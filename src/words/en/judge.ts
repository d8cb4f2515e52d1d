// Words of judging. Plain: centre, limits, the usual; no blame, no praise by machine.
const percent = '{unit, select, percent {%} other {}}';
const value = '{value, number, ::.######}';
const than = '{than, number, ::.######}';
const by = '{by, number, ::.######}';
const centre = '{centre, number, ::.######}';
const lower = '{lower, number, ::.######}';
const upper = '{upper, number, ::.######}';
const limit = '{limit, number, ::.######}';

const count = '{n, plural, =7 {Seven} =8 {Eight} =9 {Nine} =10 {Ten} other {#}}';
const steps =
  '{step, select,' +
  ' month {{n, plural, one {month} other {months}}}' +
  ' quarter {{n, plural, one {quarter} other {quarters}}}' +
  ' year {{n, plural, one {year} other {years}}}' +
  ' other {{n, plural, one {point} other {points}}}}';
const times = '{n, plural, one {time} other {times}}';
const centreDays = '{centre, plural, one {# day} other {# days}}';
const limitDays = '{limit, plural, one {# day} other {# days}}';
const valueDays = '{value, plural, one {# day} other {# days}}';
const upToDays = '{upper, plural, one {# day} other {# days}}';
const twoSteps = 'Two of the last three {step, select, month {months} quarter {quarters} year {years} other {points}}';

const above = '{side, select, above {above} other {below}}';
const longer = '{side, select, above {longer} other {shorter}}';
const more = '{side, select, above {more} other {less}}';
const whichLimit = '{side, select, above {upper} other {lower}}';

const shift =
  `{of, select, yearOnYear {${count} ${steps} in a row with the difference from a year ago ${above} its centre, ${centre}${percent}}` +
  ` daysBetween {${count} ${times} in a row the gap between events was ${longer} than the centre, ${centreDays}}` +
  ` other {${count} ${steps} in a row ${above} the centre, ${centre}${percent}}}`;
const outside =
  `{of, select, yearOnYear {The difference from a year ago is ${above} the usual: ${value}${percent}, limit ${limit}${percent}}` +
  ` daysBetween {The gap between events is ${longer} than usual: ${valueDays}, limit ${limitDays}}` +
  ` other {{side, select, above {Above} other {Below}} the usual: ${value}${percent}, limit ${limit}${percent}}}`;
const twoOfThree =
  `{of, select, yearOnYear {${twoSteps} differ from a year ago close to the ${whichLimit} limit, ${limit}${percent}}` +
  ` daysBetween {Two of the last three gaps between events are close to the ${whichLimit} limit, ${limitDays}}` +
  ` other {${twoSteps} are close to the ${whichLimit} limit, ${limit}${percent}}}`;
const shiftOutside = `${shift}, and by now outside the usual: ${value}${percent}`;

const earlier =
  '{against, select, year {a year ago}' +
  ' other {{step, select, month {the month before} quarter {the quarter before} year {the year before} other {last time}}}}';
const withEarlier =
  '{against, select, year {a year ago}' +
  ' other {{step, select, month {last month} quarter {last quarter} year {last year} other {the last point}}}}';
const changed = `${by} ${more} than ${earlier}: ${value} against ${than}`;
const points = 'Points so far: {points}; limits need {need}.';
const noDirection = 'Which way is better was not said.';

const goal = `of {better, select, down {at most} other {at least}} ${value}${percent}`;
const metOf = '{met} of {of}';

export const messages = {
  judge: {
    kind: { better: 'Better', same: 'No change', worse: 'Worse', unclear: 'Unclear' },
    verdict: {
      shift: `${shift}.`,
      shiftNoDirection: `${shift}. ${noDirection}`,
      outside: `${outside}.`,
      outsideNoDirection: `${outside}. ${noDirection}`,
      twoOfThree: `${twoOfThree}.`,
      twoOfThreeNoDirection: `${twoOfThree}. ${noDirection}`,
      shiftOutside: `${shiftOutside}.`,
      shiftOutsideNoDirection: `${shiftOutside}. ${noDirection}`,
      within:
        `{of, select, yearOnYear {The difference from a year ago varies as usual, ${lower} to ${upper}${percent}.}` +
        ` daysBetween {Events come as usual: ${lower} to ${upToDays} apart.}` +
        ` other {Varies as usual, ${lower}–${upper}${percent}.}}`,
      constant:
        `{of, select, yearOnYear {The difference from a year ago does not change: ${centre}${percent}.}` +
        ` daysBetween {Events come evenly: ${centreDays} apart.}` +
        ` other {Does not change: ${centre}${percent}.}}`,
      changed: `${changed}. Chance seldom does that.`,
      changedNoDirection: `${changed}. ${noDirection}`,
      alike: `Much as ${earlier}: a difference of ${lower} to ${upper}, which is little.`,
      tooWide: `${points} The difference from ${withEarlier} is smaller than its error.`,
      noInterval: `${points} The values have no interval, so the difference from ${withEarlier} cannot be judged.`,
      disagree: `{against, select, year {More than a year ago, but less than last time.} other {More than last time, but less than a year ago.}}`,
      alone: 'A single point so far: nothing to compare with.',
      noYear: 'No value a year ago: a seasonal indicator has nothing to be compared with.',
      fewEvents: 'Few events: {points} gaps between them so far, limits need {need}.',
      hollow: '{n, plural, one {# observation} other {# observations}}: too few to judge.',
      hollowUncounted: 'Too few observations to judge.',
      missing: 'No value for this period.',
      empty: 'No values yet.',
    },
    target: {
      consistentlyMet: `Target ${goal}: the usual variation does not break it, ${metOf}.`,
      hitOrMiss: `Target ${goal}: now met, now missed, ${metOf}.`,
      consistentlyMissed: `Target ${goal}: missed as a rule, ${metOf}; people's effort will not be enough.`,
      counted: `Target ${goal}: met ${metOf}.`,
      unknown: `Target ${goal}: nothing to compare with.`,
    },
    norm: {
      consistentlyMet: `Norm ${goal}: the usual variation does not break it, ${metOf}.`,
      hitOrMiss: `Norm ${goal}: now kept, now not, ${metOf}.`,
      consistentlyMissed: `Norm ${goal}: missed as a rule, ${metOf}; people's effort will not be enough.`,
      counted: `Norm ${goal}: kept ${metOf}.`,
      unknown: `Norm ${goal}: nothing to compare with.`,
    },
    proposal: {
      withinNoise: 'This is no better than today.',
      reachable: 'Reachable: it lies inside the usual limits.',
      needsSystemChange:
        "Beyond the usual limits: people's effort will not be enough. Name the change of the system that will get there.",
    },
    rule: {
      outside: 'outside a limit',
      shift: 'seven on one side',
      trend: 'seven in a row one way',
      twoOfThree: 'two of three near a limit',
    },
    chart: {
      trial: 'On trial, from {n, plural, one {# point} other {# points}}: a run chart around the median, no limits.',
      trialSignal: 'On trial: the series stays on one side longer than usual.',
      short: 'Limits appear from twelve points on.',
      daysBetween: 'Events are few, so the days between them are shown.',
      seasonal: 'A seasonal indicator: shown are differences from the same period a year ago.',
      excluded: 'Left out of the limits are moving ranges that are too large: {n}. They end at {periods}.',
      arithmetic: `Limits = centre ± 2.66 × mean moving range: ${centre} ± 2.66 × {range, number, ::.######} = ${lower}–${upper} from {n, plural, one {# point} other {# points}}.`,
      chance:
        'Marks: {marked} of {judged}. Chance alone would give about {byChance, number, ::.#}, seldom more than {atMost}.',
    },
  },
  series: {
    empty: { reason: 'The series has no rows.', remedy: 'It needs rows of “period,value”.' },
    csv: {
      reason: 'This does not look like CSV: a quote is opened and never closed.',
      remedy: 'Close the quote or remove it.',
    },
    noPeriod: { reason: 'No period: “{got}”.', remedy: 'The first column names the period, such as 2024-03.' },
    repeated: { reason: 'Period {got} was already in line {first}.', remedy: 'Keep one row for each period.' },
    order: { reason: 'Period {got} stands after {after}.', remedy: 'Put the rows in order, oldest first.' },
    columns: {
      reason: '{columns} columns instead of two or three.',
      remedy: 'Period, value and, if known, n. With decimal commas separate the columns by semicolons.',
    },
    value: {
      reason: 'The value “{got}” is not a number.',
      remedy: 'Write a number, or leave it empty where there is none.',
    },
    n: {
      reason: 'n “{got}” is not a whole number.',
      remedy: 'n is the number of observations behind the value; it may be left out.',
    },
    baseline: {
      reason: 'The series has no period {got}.',
      remedy: 'Name the first and last period of the baseline as they stand in the series.',
    },
    baselineOrder: { reason: 'The baseline {got} ends before it begins.', remedy: 'Swap the periods.' },
  },
} as const;

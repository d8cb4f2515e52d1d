export const messages = {
  'help.links': 'show who holds the time and where the weakest link is',
  'help.links.journey': 'runs of this client journey; without it single cases',
  'help.links.budgets': 'time budgets of links: a JSON file, a list of entries link and budgetSeconds',
  'links.kind': {
    work: 'at work',
    gap: "nobody's time",
    client: 'with the client',
    agency: 'at another body',
    suspension: 'suspended',
  },
  'links.column': {
    link: 'link',
    cases: 'cases',
    share: 'share',
    mean: 'mean',
    p50: 'half',
    p90: '9 in 10',
    budget: 'budget',
    fallMean: 'shorter by: mean',
    fallP50: 'half',
    fallP90: '9 in 10',
  },
  'links.population':
    'End to end: {of, select, run {{cases, plural, one {# run} other {# runs}}} other {{cases, plural, one {# case} other {# cases}}}}. Mean {mean} days, half within {p50} days, nine in ten within {p90} days.',
  'links.weakest':
    'Weakest link: {link}. Had it kept its budget, the time within which nine in ten pass would be shorter by {days} days.',
  'links.largest': 'Most of the time: {link}, {share}\u00a0%.',
  'links.reading':
    'All in days. Means, over all cases, add up to the mean end to end; halves and 9 in 10 do not: each link has them of the cases where it is.\n“Shorter” is computed case by case: the time of the link is at most its budget, all else, queues too, as it was. In brackets the interval, 95\u00a0%.',
  'links.none': 'No closed cases or ended runs in this time and scope.',
  'links.unmatched': 'Budget {place} meets no link: {link}.',
  'links.journeyTwice': {
    reason: 'The journey is named twice: by itself and in the scope (“{got}”).',
    remedy: 'Keep one: --journey for runs of the journey, --for journey=… for single cases.',
  },
  'links.periodReversed': {
    reason: 'The last period {got} is before the first one {from}.',
    remedy: 'Exchange --from and --to.',
  },
  'budgets.invalid': {
    reason: 'The budgets are wrong at “{field}”. {question}',
    remedy:
      'Each entry: link with some of the fields kind, touchpoint, unit, body, giver, taker (null means “without it”) and budgetSeconds, a number of seconds not below 0.',
  },
  'budgets.ambiguous': {
    reason: 'Budgets {other} and {field} both fit the link {link}, name equally many fields and differ.',
    remedy: 'Remove one of them, or name more fields in it.',
  },
};

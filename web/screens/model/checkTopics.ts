import type { FindingView } from '../../client/types.ts';
import type { WordKey } from '../../words.ts';

/** What the checks ask about, each with the rules that answer it. `facts`: only facts can tell. */
export interface Topic {
  readonly name: string;
  readonly title: WordKey;
  readonly passed: WordKey;
  readonly rules: readonly string[];
  readonly facts?: true;
}

const topic = <Name extends string>(name: Name, rules: readonly string[], facts?: true) =>
  ({ name, title: `check.${name}`, passed: `check.${name}.passed`, rules, ...(facts ? { facts } : {}) }) as const;

export const TOPICS: readonly Topic[] = [
  topic('five', ['tooManyIndicators', 'positionHoldsNothing']),
  topic('pairs', ['kpiUncovered']),
  topic('goal', ['noGoals', 'noWayToGoal', 'goalReachesNobody']),
  topic('links', ['linkCycle', 'linkMisfit', 'linkToNothing', 'overlappingParts', 'repeatedLink']),
  topic('shared', ['noSharedIndicator']),
  topic('budgets', ['budgetAboveTarget', 'budgetMissing', 'budgetWithoutTarget']),
  topic('places', [
    'unknownMetric',
    'unknownParameter',
    'unknownPlace',
    'unknownReference',
    'outsideLevels',
    'overlappingTouchpoints',
  ]),
  topic('influence', ['cannotInfluence', 'positionAbsent', 'positionWithoutFacts'], true),
  topic('proved', ['linkNotProved'], true),
  topic('measurable', ['notMeasurable', 'noise', 'thinCoverage'], true),
  topic('counter', ['noCounter']),
  topic('wording', ['longName', 'hardWording']),
  topic('alike', ['alike', 'repeatedId']),
  topic('clients', ['clientsUncovered', 'otherClients']),
  topic('target', ['targetMissing', 'targetNotAgreed', 'baselineUnknown', 'staleLimit']),
  topic('values', ['valueUnserved']),
];

export interface TopicFound {
  readonly topic: Topic | null;
  readonly severity: FindingView['severity'];
  readonly findings: readonly FindingView[];
}

/** Findings by topic, hard stops first; what no topic knows stands by itself. */
export const byTopic = (findings: readonly FindingView[]): readonly TopicFound[] => {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const name = TOPICS.find(({ rules }) => rules.includes(finding.rule))?.name ?? finding.rule;
    const key = `${finding.severity} ${name}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const found = [...groups.values()].map((list): TopicFound => {
    const { rule, severity } = list[0]!;
    return { topic: TOPICS.find(({ rules }) => rules.includes(rule)) ?? null, severity, findings: list };
  });
  const place = ({ topic: of, severity }: TopicFound) =>
    (severity === 'error' ? 0 : 100) + (of ? TOPICS.indexOf(of) : TOPICS.length);
  return found.sort((a, b) => place(a) - place(b));
};

export const passedTopics = (findings: readonly FindingView[], onFacts: boolean): readonly Topic[] =>
  TOPICS.filter(({ rules, facts }) => (!facts || onFacts) && !findings.some(({ rule }) => rules.includes(rule)));

type Counts = Readonly<Record<string, number>>;

/** How many findings there are of the rules that these have: a long list comes cut. */
export const totalOf = (findings: readonly FindingView[], counts: Counts): number => {
  const listed = new Map<string, number>();
  for (const { rule } of findings) listed.set(rule, (listed.get(rule) ?? 0) + 1);
  return [...listed].reduce((sum, [rule, count]) => sum + Math.max(count, counts[rule] ?? 0), 0);
};

export const totalsOf = (findings: readonly FindingView[], counts: Counts) => ({
  stops: totalOf(
    findings.filter(({ severity }) => severity === 'error'),
    counts,
  ),
  warnings: totalOf(
    findings.filter(({ severity }) => severity === 'warning'),
    counts,
  ),
});

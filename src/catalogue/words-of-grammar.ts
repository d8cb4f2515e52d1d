/** The closed vocabularies of the grammar itself (grammar B.1, B.2); those of facts come from `#facts`. */
export const KPIS = ['informing', 'effort', 'speed', 'resolution', 'culture'] as const;
export type Kpi = (typeof KPIS)[number];

export const GROUPS = ['objective', 'subjective'] as const;
export type Group = (typeof GROUPS)[number];

export const UNITS = [
  '%',
  'points',
  'days',
  'workingHours',
  'minutes',
  'hours',
  'count',
  'per1000',
  'grade',
  'rub',
] as const;
export type Unit = (typeof UNITS)[number];

export const LEVELS = ['body', 'unit', 'journey', 'touchpoint', 'position'] as const;
export type Level = (typeof LEVELS)[number];

export const ROLLS = ['sumOfParts', 'weightedParts', 'pooled', 'shared', 'none'] as const;
export type Roll = (typeof ROLLS)[number];

export const LINKS = ['sameCase', 'sameMatter', 'sameJourney', 'parent', 'child', 'reopened'] as const;
export type Link = (typeof LINKS)[number];

/** Facts that a related selection may pick. */
export const RELATED_FACTS = ['event', 'case', 'span', 'text'] as const;
export type RelatedFact = (typeof RELATED_FACTS)[number];

export const CLOCKS = ['calendar', 'working'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** Outcomes that the default population leaves out; `keep` or a name in `where` brings them back (facts.md § 4). */
export const LEFT_OUTCOMES = ['withdrawn', 'terminated'] as const;
export type LeftOutcome = (typeof LEFT_OUTCOMES)[number];

export const COMPARATORS = ['equal', 'oneOf', 'lt', 'lte', 'gt', 'gte', 'valid', 'contains'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** The language of the readability formula. */
export const GRADE_LANGUAGE = 'ru';

/** `by` and point of a stock: the first instant after the period, or the horizon if earlier. */
export const PERIOD_END = 'periodEnd';

/** Named predicates; their meanings are in concepts.ts, their word forms in phrases/. */
export const CONCEPT_NAMES = [
  'closed',
  'decided',
  'positive',
  'refusal',
  'byClient',
  'clientAction',
  'statusAsk',
  'docRequest',
  'clarification',
  'upheld',
  'answered',
] as const;
export type ConceptName = (typeof CONCEPT_NAMES)[number];

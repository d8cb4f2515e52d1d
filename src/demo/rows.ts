import type {
  CaseKind,
  ClientStatus,
  EventKind,
  Initiator,
  OUTCOME_CLASSES,
  Outcome,
  REFUSAL_GROUNDS,
  SUBJECTS,
  TEXT_ELEMENTS,
  TEXT_KINDS,
} from '#facts';

/** Rows as the demo makes them: moments in wall seconds (clock.ts), absent fields undefined. */

export interface EventRow {
  at: number;
  readonly kind: EventKind;
  readonly activity: string;
  readonly touchpoint?: string;
  readonly initiator?: Initiator;
  readonly asked?: string;
  readonly employee?: string;
  readonly unit?: string;
  readonly body?: string;
  readonly channel?: string;
  readonly subject?: (typeof SUBJECTS)[number];
  readonly items?: number;
  readonly known?: number;
  readonly amount?: number;
  readonly promisedFor?: number;
}

export interface CaseRow {
  readonly id: string;
  readonly kind: CaseKind;
  readonly service?: string;
  readonly topic?: string;
  readonly subject?: (typeof SUBJECTS)[number];
  readonly journey?: string;
  readonly journeyRun?: string;
  readonly clientStatus: ClientStatus;
  readonly segment?: string;
  readonly clientKey?: string;
  readonly channel?: string;
  readonly startedAt?: number;
  readonly registeredAt?: number;
  dueAt?: number;
  closedAt?: number;
  outcome?: Outcome;
  refusalGround?: (typeof REFUSAL_GROUNDS)[number];
  readonly unit?: string;
  readonly employee?: string;
  readonly body?: string;
  readonly reopenedFrom?: string;
  readonly parentCase?: string;
}

export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

export interface AnswerRow {
  readonly question: string;
  readonly value?: number;
  readonly text?: string;
  readonly at: number;
  readonly channel?: string;
  readonly touchpoint?: string;
  readonly unit?: string;
  readonly body?: string;
  readonly service?: string;
  readonly journey?: string;
  readonly clientStatus: ClientStatus;
  readonly segment?: string;
  readonly outcomeClass: OutcomeClass;
}

export interface InvitationRow {
  readonly at: number;
  readonly answered: 'yes' | 'no';
  readonly touchpoint?: string;
  readonly unit?: string;
  readonly body?: string;
  readonly channel?: string;
  readonly outcomeClass: OutcomeClass;
}

export interface TextRow {
  readonly caseId?: string;
  readonly kind: (typeof TEXT_KINDS)[number];
  readonly at: number;
  readonly touchpoint?: string;
  readonly unit?: string;
  readonly body?: string;
  readonly employee?: string;
  readonly clientStatus?: ClientStatus;
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  readonly elements: readonly (typeof TEXT_ELEMENTS)[number][];
}

export interface ReadingRow {
  readonly instrument: string;
  readonly at: number;
  readonly value: number;
  readonly max: number;
  readonly unit?: string;
  readonly body?: string;
  readonly service?: string;
  readonly touchpoint?: string;
  readonly by: string;
  readonly evidence?: string;
}

export interface OrganisationRow {
  readonly id: string;
  readonly kind: 'unit' | 'body';
  readonly name: string;
  readonly parent?: string;
  readonly zone?: string;
  readonly schedule?: string;
  readonly validFrom?: number;
  readonly validTo?: number;
}

/** Where rows go: to files, or to memory in tests. */
export interface Sink {
  case(row: CaseRow, events: readonly EventRow[]): void;
  answer(row: AnswerRow): void;
  invitation(row: InvitationRow): void;
  text(row: TextRow): void;
  reading(row: ReadingRow): void;
  organisation(row: OrganisationRow): void;
}

import { makeFacts } from './make.ts';
import { type Plan, planOf } from './plan.ts';
import type { AnswerRow, CaseRow, EventRow, InvitationRow, OrganisationRow, ReadingRow, TextRow } from './rows.ts';

/** A demo held in memory: for the example files, which need few cases. */
export interface DemoInMemory {
  readonly plan: Plan;
  readonly cases: readonly { readonly row: CaseRow; readonly events: readonly EventRow[] }[];
  readonly answers: readonly AnswerRow[];
  readonly invitations: readonly InvitationRow[];
  readonly texts: readonly TextRow[];
  readonly readings: readonly ReadingRow[];
  readonly organisation: readonly OrganisationRow[];
}

export function demoInMemory(cases: number, seed: number, end: string, months = 24): DemoInMemory {
  const plan = planOf(months, end);
  const kept = {
    plan,
    cases: [] as { row: CaseRow; events: readonly EventRow[] }[],
    answers: [] as AnswerRow[],
    invitations: [] as InvitationRow[],
    texts: [] as TextRow[],
    readings: [] as ReadingRow[],
    organisation: [] as OrganisationRow[],
  };
  const sink = {
    case: (row: CaseRow, events: readonly EventRow[]) => void kept.cases.push({ row, events }),
    answer: (row: AnswerRow) => void kept.answers.push(row),
    invitation: (row: InvitationRow) => void kept.invitations.push(row),
    text: (row: TextRow) => void kept.texts.push(row),
    reading: (row: ReadingRow) => void kept.readings.push(row),
    organisation: (row: OrganisationRow) => void kept.organisation.push(row),
  };
  for (const _ of makeFacts(plan, cases, seed, sink));
  return kept;
}

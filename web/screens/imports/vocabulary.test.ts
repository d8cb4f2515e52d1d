import { describe, expect, it } from 'vitest';
import * as facts from '#facts';
import { CASE_KINDS, EVENT_KINDS, FACT_FIELDS, FIELD_CODES } from './vocabulary.ts';

describe('the names that selects offer', () => {
  it('are the fields of facts', () => {
    const names = Object.fromEntries(facts.FACTS.map((fact) => [fact, facts.FIELDS[fact].map((field) => field.name)]));
    expect(FACT_FIELDS).toEqual(names);
  });
  it('are the codes of facts', () => {
    expect(EVENT_KINDS).toEqual(facts.EVENT_KINDS);
    expect(CASE_KINDS).toEqual(facts.CASE_KINDS);
    expect(FIELD_CODES).toEqual({
      outcome: facts.OUTCOMES,
      clientStatus: facts.CLIENT_STATUSES,
      subject: facts.SUBJECTS,
      refusalGround: facts.REFUSAL_GROUNDS,
      initiator: facts.INITIATORS,
      outcomeClass: facts.OUTCOME_CLASSES,
      answered: facts.YES_NO,
    });
  });
});

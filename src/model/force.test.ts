import { describe, expect, it } from 'vitest';
import { boundIn, endedOn, followedFrom, forceOn } from './force.ts';

const dated = (state: 'draft' | 'inForce' | 'superseded', inForceFrom: string | null, inForceTo: string | null) => ({
  state,
  inForceFrom,
  inForceTo,
});

describe('a model by its days', () => {
  const bound = dated('inForce', '2025-03-01', '2026-01-01');

  it('waits for its first day, binds until the day of the next, and is superseded from it on', () => {
    expect(forceOn(bound, '2025-02-28')).toBe('waits');
    expect(forceOn(bound, '2025-03-01')).toBe('inForce');
    expect(forceOn(bound, '2025-12-31')).toBe('inForce');
    expect(forceOn(bound, '2026-01-01')).toBe('superseded');
    expect(forceOn(dated('inForce', '2025-03-01', null), '2099-01-01')).toBe('inForce');
  });

  it('that was not put in force, or was taken out of it, is what it is on any day', () => {
    expect(forceOn(dated('draft', null, null), '2025-03-01')).toBe('draft');
    expect(forceOn(dated('superseded', '2025-03-01', '2026-01-01'), '2025-06-01')).toBe('superseded');
  });

  it('bound in the periods that touch its time', () => {
    expect(boundIn(bound, '2025-02-01', '2025-03-01')).toBe(false);
    expect(boundIn(bound, '2025-01-01', '2025-04-01')).toBe(true);
    expect(boundIn(bound, '2025-12-01', '2026-01-01')).toBe(true);
    expect(boundIn(bound, '2026-01-01', '2026-02-01')).toBe(false);
    expect(boundIn(dated('draft', null, null), '2025-12-01', '2026-01-01')).toBe(false);
  });

  it('whose order was taken back before its day bound in no period', () => {
    expect(boundIn(dated('superseded', '2025-03-15', '2025-03-15'), '2025-03-01', '2025-04-01')).toBe(false);
  });

  it('is followed from the day of the next order, at once or when the day comes', () => {
    const binds = dated('inForce', '2025-03-01', null);
    expect(followedFrom(binds, '2026-01-01', '2025-12-01')).toEqual({ state: 'inForce', inForceTo: '2026-01-01' });
    expect(followedFrom(binds, '2025-12-01', '2025-12-01')).toEqual({ state: 'superseded', inForceTo: '2025-12-01' });
    expect(followedFrom(bound, '2026-02-01', '2025-12-01')).toBe(null);
  });

  it('never binds where an earlier day is ordered before its own has come', () => {
    const waits = dated('inForce', '2026-03-01', null);
    const ended = followedFrom(waits, '2026-02-01', '2025-12-01')!;
    expect(ended).toEqual({ state: 'superseded', inForceTo: '2026-03-01' });
    expect(boundIn({ ...waits, ...ended }, '2026-03-01', '2026-04-01')).toBe(false);
  });

  it('taken out of force by hand ends today, not on the later day of its successor, and never again', () => {
    expect(endedOn(dated('inForce', '2025-03-01', null), '2025-06-01')).toBe('2025-06-01');
    expect(endedOn(bound, '2025-06-01')).toBe('2025-06-01');
    expect(endedOn(bound, '2026-06-01')).toBe('2026-01-01');
    expect(endedOn(dated('inForce', '2025-03-01', null), '2025-01-01')).toBe('2025-03-01');
  });
});

import { describe, expect, it } from 'vitest';
import { boundIn, forceOn } from './force.ts';

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
});

import { describe, expect, it } from 'vitest';
import { monthsBetween, monthsLater } from './months.ts';

describe('months', () => {
  it('a month after the last of January is the last of February', () => {
    expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
    expect(monthsLater('2025-11-30', 14)).toBe('2027-01-30');
  });
  it('counts whole months only', () => {
    expect(monthsBetween('2024-01-15', '2025-01-14')).toBe(11);
    expect(monthsBetween('2024-01-15', '2025-01-15')).toBe(12);
    expect(monthsBetween('2025-01-15', '2024-01-15')).toBe(0);
  });
});

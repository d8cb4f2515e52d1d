import { DAY, HOUR, MINUTE, SECOND } from './days.ts';

/** A length of time on one of the two clocks (facts.md § 3). */
export interface Duration {
  readonly clock: 'calendar' | 'working';
  readonly micros: number;
}

const UNITS: readonly { readonly shape: RegExp; readonly clock: Duration['clock']; readonly unit: number }[] = [
  { shape: /^P(\d{1,5})D$/, clock: 'calendar', unit: DAY },
  { shape: /^P(\d{1,5})W$/, clock: 'calendar', unit: 7 * DAY },
  { shape: /^PT(\d{1,7})H$/, clock: 'calendar', unit: HOUR },
  { shape: /^PT(\d{1,7})M$/, clock: 'calendar', unit: MINUTE },
  { shape: /^PT(\d{1,9})S$/, clock: 'calendar', unit: SECOND },
  // A working day counts eight hours whatever the schedule (grammar A).
  { shape: /^W(\d{1,5})D$/, clock: 'working', unit: 8 * HOUR },
];

/** `P30D`, `P2W`, `PT4H`, `PT15M`, and `W5D` = five days of the working clock, 8 h each. Months and years have no
 *  fixed length and are none; null for anything else. */
export const parseDuration = (text: string): Duration | null => {
  for (const { shape, clock, unit } of UNITS) {
    const match = shape.exec(text);
    if (match !== null) return { clock, micros: Number(match[1]) * unit };
  }
  return null;
};

import { parsePeriod } from '#time';

/** Rounds to as many decimals as a spread can tell: limits 14.04…15.11 are ±0.5 wide, so 14.58 is shown as 14.6.
 *  Without a spread: three significant digits. */
export function rounder(spread: number | null, size: number): (x: number) => number {
  const scale = spread !== null && spread > 0 ? spread : Math.abs(size) / 100;
  const decimals = scale > 0 ? Math.min(6, Math.max(0, -Math.floor(Math.log10(scale)))) : 0;
  // Adding 0 turns −0 into 0: nobody should read «−0».
  return (x) => Number(x.toFixed(decimals)) + 0;
}

/** What a step of the series is called: by the form of its period's name. */
export const stepOf = (period: string): 'month' | 'quarter' | 'year' | 'point' => parsePeriod(period)?.by ?? 'point';

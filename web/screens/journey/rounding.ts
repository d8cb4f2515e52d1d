/** Rounds parts so that what is shown adds up to what is shown of the whole: the largest remainders are rounded up. */
export const roundParts = (parts: readonly number[], whole: number, decimals: number): readonly number[] => {
  const unit = 10 ** decimals;
  const exact = parts.map((part) => part * unit);
  const rounded = exact.map(Math.floor);
  let missing = Math.round(whole * unit) - rounded.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (let k = 0; missing > 0 && byRemainder.length > 0; k += 1, missing -= 1) {
    rounded[byRemainder[k % byRemainder.length]!.at]! += 1;
  }
  for (let k = byRemainder.length - 1; missing < 0 && k >= 0; k -= 1, missing += 1) {
    rounded[byRemainder[k]!.at]! -= 1;
  }
  return rounded.map((part) => part / unit);
};

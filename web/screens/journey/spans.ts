import type { JourneyPictureView } from '#acts';
import type { Language } from '../../language.tsx';
import { roundParts } from './rounding.ts';

export const DAY = 86_400;
export const MEAN_DECIMALS = 2;

/** Digits of a budget or a target as a person gave it: 2, 2,5, 0,25. */
export const givenDays = (days: number, { format }: Pick<Language, 'format'>): string =>
  format.value(days, 'days', decimalsGiven(days));
export const decimalsGiven = (value: number): number => Math.min(2, String(value).split('.')[1]?.length ?? 0);

/** «16,65 дня»; a short one in minutes or hours: «9 минут». */
export const spanWords = (seconds: number, { format }: Pick<Language, 'format'>, decimals = MEAN_DECIMALS): string => {
  const short = Math.abs(seconds);
  if (short < 0.05 * DAY && short > 0) {
    return short < 5400
      ? format.value(Math.round(seconds / 60), 'minutes', 0)
      : format.value(seconds / 3600, 'hours', seconds / 3600 < 10 ? 1 : 0);
  }
  return format.value(seconds / DAY, 'days', decimals);
};

/** In a column of days: one digit, or what is less than that in words. */
export const spanCell = (seconds: number | null, language: Pick<Language, 'format'>): string => {
  if (seconds === null) return '–';
  return seconds > 0 && seconds < 0.05 * DAY
    ? spanWords(seconds, language)
        .replace(/(минут)[аы]?$/, 'мин')
        .replace(/minutes?$/, 'min')
    : language.format.number(seconds / DAY, 1);
};

/** Hours that a sentence needs: three digits that mean something. */
export const hoursRounded = (seconds: number): number => {
  const hours = seconds / 3600;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, hours))) - 2);
  return Math.round(hours / unit) * unit;
};

/** Means as they are written, in days: steps add up to the whole, tiles to their step, kinds are sums of tiles. */
export interface ShownMeans {
  readonly whole: number;
  readonly tile: ReadonlyMap<string, number>;
  readonly step: ReadonlyMap<string, number>;
  readonly kind: (...kinds: readonly string[]) => number;
}

export const shownMeans = (view: Pick<JourneyPictureView, 'whole' | 'steps' | 'tiles'>): ShownMeans => {
  const whole = Math.round(((view.whole?.meanSeconds ?? 0) / DAY) * 10 ** MEAN_DECIMALS) / 10 ** MEAN_DECIMALS;
  const steps = roundParts(
    view.steps.map((step) => step.meanSeconds / DAY),
    whole,
    MEAN_DECIMALS,
  );
  const step = new Map(view.steps.map(({ key }, at) => [key, steps[at]!]));
  const tile = new Map<string, number>();
  for (const { key } of view.steps) {
    const own = view.tiles.filter((each) => each.step === key);
    const parts = roundParts(
      own.map((each) => each.meanSeconds / DAY),
      step.get(key)!,
      MEAN_DECIMALS,
    );
    for (const [at, each] of own.entries()) tile.set(each.key, parts[at]!);
  }
  const kind = (...kinds: readonly string[]): number => {
    const hundredths = view.tiles
      .filter((each) => kinds.includes(each.kind))
      .reduce((sum, each) => sum + Math.round((tile.get(each.key) ?? 0) * 100), 0);
    return hundredths / 100;
  };
  return { whole, tile, step, kind };
};

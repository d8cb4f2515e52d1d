import type { JourneyPictureView } from '#acts';
import type { Language } from '../../language.tsx';
import { bold, rust } from './marked.ts';
import type { Names } from './names.ts';
import { givenDays, hoursRounded, type ShownMeans } from './spans.ts';

/** One to three sentences from the numbers: how long, how much of it is nobody's, what holds it most. */
export const journeyAnswer = (
  view: JourneyPictureView,
  names: Names,
  means: ShownMeans,
  language: Pick<Language, 'say' | 'format'>,
): string => {
  const { say, format } = language;
  const { whole, population } = view;
  if (!whole) return say(population.n > 0 ? 'journey.answer.tooFew' : 'journey.answer.none');
  const days = (value: number): string => bold(format.value(value, 'days', 2));
  const nobody = means.kind('gap');
  return [
    say('journey.answer.mean', { mean: days(means.whole) }),
    nobody > 0 ? say('journey.answer.nobody', { nobody: days(nobody) }) : say('journey.answer.nobodyNone'),
    weakSentence(view, names, language),
  ].join(' ');
};

const weakSentence = (view: JourneyPictureView, names: Names, language: Pick<Language, 'say' | 'format'>): string => {
  const { say, format } = language;
  const weakest = view.steps.find((step) => step.key === view.weakest);
  const largest = view.steps.find((step) => step.key === view.largest);
  if (weakest?.over && weakest.budgetDays !== null) {
    return say('journey.answer.weak', {
      step: rust(say('journey.quoted', { name: names.step(weakest) })),
      budget: givenDays(weakest.budgetDays, language),
      hours: format.value(hoursRounded(weakest.over.excessSeconds), 'hours', 0),
      period: periodWords(view, language),
    });
  }
  if (largest && view.steps.every((step) => step.budgetDays === null)) {
    return say('journey.answer.noBudgets', { step: bold(say('journey.quoted', { name: names.step(largest) })) });
  }
  return say('journey.answer.kept');
};

export const periodWords = (
  { population }: Pick<JourneyPictureView, 'population'>,
  { format }: Pick<Language, 'format'>,
): string =>
  population.from === population.to
    ? format.period(population.from)
    : `${format.period(population.from)} – ${format.period(population.to)}`;

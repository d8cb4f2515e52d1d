import { useLanguage } from '../../language.tsx';
import type { Difference } from './differences.ts';
import { givenDays } from './spans.ts';

/** What differs, one line each. */
export const DifferenceList = ({ differences }: { readonly differences: readonly Difference[] }) => {
  const language = useLanguage();
  const { say, sayCode, format } = language;
  const value = (given: string | number | null): string =>
    given === null
      ? say('journeyDifference.none')
      : typeof given === 'number'
        ? givenDays(given, language)
        : /^\d{4}-\d{2}-\d{2}$/.test(given)
          ? format.day(given)
          : given;
  return (
    <ul className="jdifferences">
      {differences.map((each) => (
        <li key={`${each.in} ${each.code} ${each.name}`}>
          {say(`journeyDifference.${each.code}`, {
            name: each.name,
            before: value(each.before),
            after: value(each.after),
            fields: each.fields.map((field) => sayCode('journeyField', field)).join(', '),
          })}
          {each.in === 'toBe' && <span className="mute"> {say('journeyDifference.inToBe')}</span>}
        </li>
      ))}
    </ul>
  );
};

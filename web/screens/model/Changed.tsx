import type { ModelComparisonView, ThingChange } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';

/** What came, what went, what became different. */
export const Changed = ({
  comparison,
  called,
}: {
  readonly comparison: ModelComparisonView;
  /** What an id of a model stands for. */
  readonly called: (id: string) => string | null;
}) => {
  const { say, sayCode } = useLanguage();
  const nameOf = ({ of, id, name }: Pick<ThingChange, 'of' | 'id' | 'name'>): string =>
    of === 'link'
      ? id
          .split(' → ')
          .map((end) => called(end) ?? end)
          .join(' → ')
      : (called(id) ?? name);
  const { added, removed, changed } = comparison;
  if (added.length + removed.length + changed.length === 0) return <p className="soft">{say('compare.same')}</p>;
  return (
    <table className="stack changed">
      <thead>
        <tr>
          <th scope="col">{say('compare.what')}</th>
          <th scope="col">{say('compare.field')}</th>
          <th scope="col">{say('compare.before')}</th>
          <th scope="col">{say('compare.after')}</th>
        </tr>
      </thead>
      <tbody>
        {added.map((thing) => (
          <Whole key={`+ ${thing.of} ${thing.id}`} of={sayCode('thingKind', thing.of)} name={nameOf(thing)} came />
        ))}
        {removed.map((thing) => (
          <Whole key={`- ${thing.of} ${thing.id}`} of={sayCode('thingKind', thing.of)} name={nameOf(thing)} />
        ))}
        {changed.flatMap((thing) =>
          thing.fields.map((field) => (
            <tr key={`${thing.of} ${thing.id} ${field.field}`}>
              <th scope="row">
                {nameOf(thing)} <span className="mute">{sayCode('thingKind', thing.of)}</span>
              </th>
              <td data-l={say('compare.field')}>{fieldName(field.field, sayCode)}</td>
              <td data-l={say('compare.before')}>
                <Told value={field.from} called={called} />
              </td>
              <td data-l={say('compare.after')}>
                <Told value={field.to} called={called} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
};

/** `place.unit` has a name of its own only by its first step. */
const fieldName = (field: string, sayCode: (prefix: string, code: string) => string): string =>
  sayCode('modelField', field.split('.')[0]!);

const Whole = ({ of, name, came = false }: { readonly of: string; readonly name: string; readonly came?: boolean }) => {
  const { say } = useLanguage();
  return (
    <tr>
      <th scope="row">
        {name} <span className="mute">{of}</span>
      </th>
      <td />
      <td data-l={say('compare.before')}>{came ? '—' : say('compare.was')}</td>
      <td data-l={say('compare.after')}>{came ? <b>{say('compare.added')}</b> : <b>{say('compare.removed')}</b>}</td>
    </tr>
  );
};

const Told = ({ value, called }: { readonly value: unknown; readonly called: (id: string) => string | null }) => {
  const { say, sayCode, format } = useLanguage();
  const one = (given: unknown): string => {
    if (given === null || given === undefined || given === '') return '—';
    if (typeof given === 'boolean') return say(given ? 'cases.yes' : 'cases.no');
    if (typeof given === 'number') return format.number(given, Math.min(3, String(given).split('.')[1]?.length ?? 0));
    if (Array.isArray(given)) return given.length === 0 ? '—' : given.map(one).join(', ');
    if (typeof given === 'object')
      return (
        Object.values(given)
          .filter((inner) => inner !== null && inner !== '')
          .map(one)
          .join(', ') || '—'
      );
    const text = String(given);
    const name = called(text);
    if (name !== null) return name;
    if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return format.period(text);
    for (const prefix of CODES) {
      const words = sayCode(prefix, text);
      if (words !== text) return words;
    }
    return text;
  };
  return <>{one(value)}</>;
};

/** Values that are codes with words of their own. */
const CODES = ['level', 'link', 'status', 'model.state', 'specific', 'by'] as const;

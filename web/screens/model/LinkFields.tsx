import { useLanguage } from '../../language.tsx';
import { LEVELS, LINK_KINDS, type Link, type LinkKind } from './edits.ts';
import { NumberField, SelectField, TextField } from './Fields.tsx';
import type { Indicator, Metrics, Model } from './layout.ts';
import type { Namer } from './words.ts';

/** How an indicator hangs on those above it: which, of what kind, and why. */
export const LinkFields = ({
  model,
  indicator,
  links,
  metrics,
  names,
  onChange,
}: {
  readonly model: Model;
  readonly indicator: Indicator;
  readonly links: readonly Link[];
  readonly metrics: Metrics;
  readonly names: Namer;
  readonly onChange: (links: readonly Link[]) => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  const set = (at: number, part: Partial<Link>) =>
    onChange(links.map((link, no) => (no === at ? { ...link, ...part } : link)));
  const options = above(model, indicator, metrics).map((upper) => ({
    value: upper.id,
    label: `${names.indicator(upper)} · ${sayCode('level', upper.level)}${upper.owner ? `, ${ownerName(model, upper.owner)}` : ''}`,
  }));
  const unit = (upper: string): string => {
    const metric = metrics.get(model.indicators.find(({ id }) => id === upper)?.metric ?? '');
    return metric ? format.unit(metric.unit, 5, 0) : '';
  };
  return (
    <fieldset className="part">
      <legend>{say('ind.links')}</legend>
      {links.length === 0 && <p className="small soft">{say('ind.linksNone')}</p>}
      {links.map((link, at) => (
        <div key={`${link.upper} ${link.lower}`} className="pairs linked">
          <SelectField
            label={say('ind.upper')}
            value={link.upper}
            options={options}
            onChange={(upper) => upper !== null && set(at, { upper })}
          />
          <SelectField
            label={say('ind.kind')}
            value={link.kind}
            options={LINK_KINDS.map((kind) => ({ value: kind, label: say(`link.${kind}`) }))}
            hint={say(`link.${link.kind}.why`)}
            onChange={(kind) => set(at, { kind: kind as LinkKind, budget: kind === 'budget' ? link.budget : null })}
          />
          {link.kind === 'budget' && (
            <NumberField
              label={say('ind.budget', { unit: unit(link.upper) })}
              value={link.budget}
              onChange={(budget) => set(at, { budget })}
            />
          )}
          <TextField
            label={say('ind.linkReason')}
            value={link.reason}
            maxLength={4000}
            onChange={(reason) => set(at, { reason })}
          />
          <p className="fill">
            <button type="button" className="plain" onClick={() => onChange(links.filter((_, no) => no !== at))}>
              {say('ind.unlink')}
            </button>
          </p>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="btn"
          disabled={options.length === 0}
          onClick={() => {
            const free = options.find(({ value }) => !links.some(({ upper }) => upper === value));
            if (free)
              onChange([
                ...links,
                { upper: free.value, lower: indicator.id, kind: 'driver', budget: null, reason: '' },
              ]);
          }}
        >
          {say('ind.addLink')}
        </button>
      </p>
    </fieldset>
  );
};

/** So many can be chosen from at most. */
const MOST_UPPER = 300;

/** What may stand above: of a wider level, or the same metric; those of its own KPI first. */
const above = (model: Model, indicator: Indicator, metrics: Metrics): readonly Indicator[] => {
  const kpi = metrics.get(indicator.metric)?.kpi;
  const level = LEVELS.indexOf(indicator.level);
  const rank = (upper: Indicator) =>
    (upper.metric === indicator.metric ? 0 : metrics.get(upper.metric)?.kpi === kpi ? 1 : 2) * 10 +
    LEVELS.indexOf(upper.level);
  return model.indicators
    .filter(
      (upper) =>
        upper.id !== indicator.id && (upper.metric === indicator.metric || LEVELS.indexOf(upper.level) <= level),
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_UPPER);
};

const ownerName = (model: Model, id: string): string => model.positions.find((one) => one.id === id)?.name ?? id;

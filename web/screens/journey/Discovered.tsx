import { useState } from 'react';
import type { DiscoveredView } from '#acts';
import type { Journey } from '#model';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { decimalsGiven, spanCell } from './spans.ts';

/** The proposal: touchpoints in the order they are met, for a person to name, leave out, and accept. */
export const Discovered = ({
  found,
  onSave,
  busy,
}: {
  readonly found: DiscoveredView;
  readonly onSave: (journey: Journey) => void;
  readonly busy: boolean;
}) => {
  const language = useLanguage();
  const { say, format } = language;
  const [name, setName] = useState(found.journey.name);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [without, setWithout] = useState<readonly string[]>([]);
  const [budgets, setBudgets] = useState(true);
  const evidenceOf = (id: string) => found.evidence.find(({ touchpoint }) => touchpoint === id);
  const accept = () => {
    const kept = found.journey.asIs.touchpoints.filter(({ id }) => !without.includes(id));
    onSave({
      ...found.journey,
      name: name.trim() || found.journey.name,
      asIs: {
        ...found.journey.asIs,
        touchpoints: kept.map((touchpoint) => ({
          ...touchpoint,
          name: names[touchpoint.id]?.trim() || touchpoint.name,
          budgetDays: budgets ? (touchpoint.budgetDays ?? evidenceOf(touchpoint.id)?.proposedBudgetDays ?? null) : null,
        })),
      },
    });
  };
  return (
    <section className="sec" aria-labelledby="h-found">
      <header>
        <h2 id="h-found">{say('discovered.title', { count: found.journey.asIs.touchpoints.length })}</h2>
        <p>
          {say(found.from === 'touchpoint' ? 'discovered.fromTouchpoint' : 'discovered.fromActivity')}{' '}
          {say('discovered.n', { n: format.number(found.population.n), of: found.population.of })}
        </p>
      </header>
      <div className="form jshort">
        <label>
          {say('journey.form.name')}
          <input type="text" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="check">
          <input type="checkbox" checked={budgets} onChange={(event) => setBudgets(event.target.checked)} />
          <span>
            {say('discovered.budgets')}
            <br />
            <small>{say('discovered.budgetsWhy')}</small>
          </span>
        </label>
      </div>
      <Scroll label={say('discovered.table')}>
        <table className="discovered">
          <thead>
            <tr>
              <th scope="col">{say('discovered.take')}</th>
              <th scope="col">{say('journey.form.touchpoint')}</th>
              <th scope="col">{say('discovered.who')}</th>
              <th scope="col" className="num">
                {say('discovered.share')}
              </th>
              <th scope="col" className="num">
                {say('discovered.half')}
              </th>
              <th scope="col" className="num">
                {say('journey.budget')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.journey.asIs.touchpoints.map((touchpoint) => {
              const evidence = evidenceOf(touchpoint.id);
              const budget = touchpoint.budgetDays ?? evidence?.proposedBudgetDays ?? null;
              return (
                <tr key={touchpoint.id}>
                  <td>
                    <label className="tick">
                      <input
                        type="checkbox"
                        checked={!without.includes(touchpoint.id)}
                        onChange={(event) =>
                          setWithout((before) =>
                            event.target.checked
                              ? before.filter((id) => id !== touchpoint.id)
                              : [...before, touchpoint.id],
                          )
                        }
                      />
                      <span className="sr">{say('discovered.takeThis', { name: touchpoint.name })}</span>
                    </label>
                  </td>
                  <td>
                    <input
                      type="text"
                      aria-label={say('discovered.nameOf', { name: touchpoint.name })}
                      value={names[touchpoint.id] ?? touchpoint.name}
                      onChange={(event) => setNames((before) => ({ ...before, [touchpoint.id]: event.target.value }))}
                    />
                  </td>
                  <td>
                    {evidence?.bodies
                      .flatMap(({ body }) => body ?? [])
                      .slice(0, 3)
                      .join(', ') || '–'}
                  </td>
                  <td className="num">{evidence ? format.value(evidence.share * 100, '%', 0) : '–'}</td>
                  <td className="num">{spanCell(evidence?.p50Seconds ?? null, language)}</td>
                  <td className="num">
                    {budgets && budget !== null ? format.number(budget, decimalsGiven(budget)) : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {found.rare.length > 0 && (
        <p className="tiny after">
          {say('discovered.rare', {
            list: found.rare
              .map(({ facts, cases }) => `${say('journey.quoted', { name: facts })} (${format.number(cases)})`)
              .join(', '),
          })}
        </p>
      )}
      <p className="acts">
        <button
          type="button"
          className="btn main"
          disabled={busy || without.length === found.journey.asIs.touchpoints.length}
          onClick={accept}
        >
          {say('discovered.accept')}
        </button>
        <span className="tiny">{say('discovered.acceptWhy')}</span>
      </p>
    </section>
  );
};

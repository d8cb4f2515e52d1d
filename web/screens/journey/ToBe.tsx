import { useState } from 'react';
import type { Journey } from '#model';
import { useLanguage } from '../../language.tsx';
import { Empty } from '../../parts/States.tsx';
import { beginToBe } from './changes.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { DAYS_PATTERN, daysOf, typedDays } from './daysInput.ts';
import { designDifferences } from './differences.ts';
import { FIVE } from './FiveCard.tsx';

/** How it shall be: what differs from what is, what is expected of it, and since when it is a promise. */
export const ToBe = ({
  journey,
  onEdit,
}: {
  readonly journey: Journey;
  readonly onEdit: (change: (journey: Journey) => Journey) => void;
}) => {
  const { say, lang } = useLanguage();
  const { toBe } = journey;
  if (!toBe) {
    return (
      <Empty>
        <p>
          <b>{say('toBe.none')}</b> {say('toBe.begin')}
        </p>
        <p className="acts">
          <button type="button" className="btn main" onClick={() => onEdit(beginToBe)}>
            {say('toBe.copy')}
          </button>
        </p>
      </Empty>
    );
  }
  const set = (change: Partial<NonNullable<Journey['toBe']>>) =>
    onEdit((before) => (before.toBe ? { ...before, toBe: { ...before.toBe, ...change } } : before));
  const differences = designDifferences(journey.asIs, toBe.design, 'journey');
  return (
    <div className="jtobe">
      <div>
        <h2>{say('toBe.differs')}</h2>
        {differences.length === 0 ? (
          <p className="small soft">{say('toBe.same')}</p>
        ) : (
          <DifferenceList differences={differences} />
        )}
      </div>
      <div>
        <h2>{say('toBe.expected')}</h2>
        <div className="jfive">
          {FIVE.map((which) => (
            <DaysField
              key={which}
              label={say(`five.${which}`)}
              value={typedDays(toBe.expected[which], lang)}
              onChange={(value) => set({ expected: { ...toBe.expected, [which]: value } })}
            />
          ))}
        </div>
        <div className="jfive">
          <label className="field">
            {say('toBe.from')}
            <input
              type="date"
              value={toBe.inForceFrom ?? ''}
              onChange={(event) => set({ inForceFrom: event.target.value === '' ? null : event.target.value })}
            />
          </label>
          <label className="field">
            {say('toBe.order')}
            <input
              key={toBe.order}
              type="text"
              defaultValue={toBe.order}
              onBlur={(event) => set({ order: event.target.value.trim() })}
            />
          </label>
        </div>
        <p className="tiny">{say(toBe.inForceFrom ? 'toBe.promise' : 'toBe.plan')}</p>
      </div>
    </div>
  );
};

/** Taken when it is left: what is half typed is no number yet. */
const DaysField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: number | null) => void;
}) => {
  const [typed, setTyped] = useState(value);
  return (
    <label className="field">
      {label}
      <input
        type="text"
        inputMode="decimal"
        pattern={DAYS_PATTERN}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          const number = daysOf(typed);
          if (number === null || Number.isFinite(number)) onChange(number);
        }}
      />
    </label>
  );
};

import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { PilotReportView, PilotView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField } from '../model/Fields.tsx';
import { DeedTrouble } from './DeedTrouble.tsx';
import type { Perform, PilotRow, Voice } from './pilotActs.ts';

/** The holder of a position reads the one sentence of each own indicator and says whether it is clear and in hand. */
export const Voices = ({
  pilot,
  report,
  perform,
}: {
  readonly pilot: PilotView['pilot'];
  readonly report: PilotReportView;
  readonly perform: Perform;
}) => {
  const { say, format } = useLanguage();
  const { position } = useSearch({ from: '/pilot/$id' });
  const navigate = useNavigate({ from: '/pilot/$id' });
  const options = [...report.positions]
    .sort((a, b) => format.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name }));
  const own = position ? report.rows.filter(({ holders }) => holders.includes(position)) : [];
  const voiceOf = (indicator: string) =>
    pilot.voices.find((voice) => voice.position === position && voice.indicator === indicator);
  const done = own.filter(({ indicator }) => voiceOf(indicator) !== undefined).length;
  return (
    <section className="sec noprint" aria-labelledby="h-hold">
      <header>
        <h2 id="h-hold">{say('pilot.hold')}</h2>
        <p>{say('pilot.holdWhy')}</p>
      </header>
      {options.length === 0 ? (
        <p className="state">{say('pilot.noPositions')}</p>
      ) : (
        <div className="filters one">
          <SelectField
            label={say('pilot.position')}
            value={position ?? null}
            none={say('pilot.choose')}
            options={options}
            onChange={(chosen) =>
              void navigate({
                search: (before) => ({ ...before, position: chosen ?? undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        </div>
      )}
      {position && own.length === 0 && <p className="state">{say('pilot.noneHeld')}</p>}
      {position && own.length > 0 && (
        <>
          <p className="small soft" role="status">
            {say('pilot.heldCount', { all: own.length, done })}
          </p>
          <ul className="voices">
            {own.map((row) => (
              <li key={`${position} ${row.indicator}`}>
                <OneVoice row={row} position={position} saved={voiceOf(row.indicator)} perform={perform} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** What is marked and not saved yet. */
type Marks = Partial<Pick<Voice, 'clear' | 'unclearWhy' | 'influences' | 'hinderedBy'>>;

const OneVoice = ({
  row,
  position,
  saved,
  perform,
}: {
  readonly row: PilotRow;
  readonly position: string;
  readonly saved: Voice | undefined;
  readonly perform: Perform;
}) => {
  const { say, pick } = useLanguage();
  const [marks, setMarks] = useState<Marks>({});
  const now = { clear: saved?.clear, influences: saved?.influences, ...marks };
  const unclearWhy = marks.unclearWhy ?? saved?.unclearWhy ?? '';
  const hinderedBy = marks.hinderedBy ?? saved?.hinderedBy ?? '';
  const saving = useMutation({
    mutationFn: (said: Required<Marks>) => perform('pilotVoice', { position, indicator: row.indicator, ...said }),
    // what was typed while it was being saved stays to be saved
    onSuccess: (_, said) => setMarks((before) => without(before, said)),
  });
  const mark = (more: Marks) => {
    const next = { ...now, unclearWhy, hinderedBy, ...more };
    setMarks((before) => ({ ...before, ...more }));
    const { clear, influences } = next;
    if (clear !== undefined && influences !== undefined) saving.mutate({ ...next, clear, influences });
  };
  const type = (more: Marks) => setMarks((before) => ({ ...before, ...more }));
  const written = (field: 'unclearWhy' | 'hinderedBy') => {
    const text = marks[field];
    // leaving the field by its button would say it twice
    const said = saving.isPending && saving.variables[field] === text;
    if (text !== undefined && text !== (saved?.[field] ?? '') && !said) mark({ [field]: text });
  };
  const half = (now.clear === undefined) !== (now.influences === undefined);
  const open = !saving.isPending && Object.keys(marks).length === 0;
  return (
    <fieldset className="voice">
      <legend>{pick(row.name)}</legend>
      <p>{pick(row.sentence)}</p>
      <div className="pairs">
        <div className="ask">
          <Ask
            legend={say('pilot.clearAsk')}
            value={now.clear}
            yes={say('pilot.clear')}
            no={say('pilot.unclear')}
            onChange={(clear) => mark({ clear })}
          />
          {now.clear === false && (
            <Why
              label={say('pilot.unclearWhy')}
              value={unclearWhy}
              onChange={(text) => type({ unclearWhy: text })}
              onDone={() => written('unclearWhy')}
            />
          )}
        </div>
        <div className="ask">
          <Ask
            legend={say('pilot.influenceAsk')}
            value={now.influences}
            yes={say('pilot.influences')}
            no={say('pilot.cannot')}
            onChange={(influences) => mark({ influences })}
          />
          {now.influences === false && (
            <Why
              label={say('pilot.hinderedBy')}
              value={hinderedBy}
              onChange={(text) => type({ hinderedBy: text })}
              onDone={() => written('hinderedBy')}
            />
          )}
        </div>
      </div>
      <p className="tiny" role="status">
        {half && say('pilot.both')}
        {saving.isPending && say('pilot.saving')}
        {saved && open && !saving.isError && say('pilot.saved')}
      </p>
      {saving.isError && <DeedTrouble error={saving.error} onAgain={() => mark({})} />}
    </fieldset>
  );
};

const without = (marks: Marks, said: Required<Marks>): Marks =>
  Object.fromEntries(Object.entries(marks).filter(([field, value]) => said[field as keyof Marks] !== value));

const Ask = ({
  legend,
  value,
  yes,
  no,
  onChange,
}: {
  readonly legend: string;
  readonly value: boolean | undefined;
  readonly yes: string;
  readonly no: string;
  readonly onChange: (value: boolean) => void;
}) => {
  const name = useId();
  return (
    <fieldset>
      <legend className="small soft">{legend}</legend>
      <div className="two">
        {([true, false] as const).map((one) => (
          <label key={String(one)} className="check">
            <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
            {one ? yes : no}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** Leaving the field saves it; so does its button, for who looks for one. */
const Why = ({
  label,
  value,
  onChange,
  onDone,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
}) => {
  const { say } = useLanguage();
  return (
    <div className="field">
      <label>
        {label}
        <textarea
          rows={2}
          value={value}
          maxLength={2000}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onDone}
        />
      </label>
      <p className="acts">
        <button type="button" className="btn" onClick={onDone}>
          {say('pilot.writeDown')}
        </button>
      </p>
    </div>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ModelShowView, PilotsView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble } from '../../parts/States.tsx';
import { DayField, TextField } from './Fields.tsx';
import { moveModel, newDraftOf } from './modelActs.ts';

const STATES = ['draft', 'pilot', 'inForce', 'superseded'] as const;
type State = (typeof STATES)[number];

/** Where the model stands in its life, and the one step that can be taken now. */
export const LifeBar = ({
  shown,
  stops,
  unsaved,
}: {
  readonly shown: ModelShowView;
  /** Hard stops found by the checks. */
  readonly stops: number;
  readonly unsaved: boolean;
}) => {
  const { say, sayCode, lang } = useLanguage();
  const [moving, setMoving] = useState<State | null>(null);
  const navigate = useNavigate();
  const drafting = useMutation({
    mutationFn: () => newDraftOf(shown.id),
    onSuccess: ({ id }) => void navigate({ to: '/model/$id', params: { id } }),
  });
  const [next] = shown.moves.filter((state) => STATES.indexOf(state) > STATES.indexOf(shown.state));
  const back = shown.moves.filter((state) => STATES.indexOf(state) < STATES.indexOf(shown.state));
  const trying = shown.state === 'draft' || shown.state === 'pilot';
  const { query } = useAct<PilotsView>('pilots', { model: shown.id }, { enabled: !trying });
  const tried = (query.data?.pilots.length ?? 0) > 0;
  const held = unsaved ? say('life.saveFirst') : stops > 0 ? say('life.stopped', { count: stops }) : null;
  return (
    <>
      <div className="lifebar">
        <ol className="life" aria-label={say('life.label')}>
          {STATES.map((state) => (
            <li
              key={state}
              className={state === shown.state ? 'on' : undefined}
              aria-current={state === shown.state ? 'step' : undefined}
            >
              {say(`model.state.${state === shown.state ? shown.today : state}`)}
            </li>
          ))}
        </ol>
        <p className="acts">
          {(trying || tried) && (
            <Link className="btn" to="/model/$id/pilot" params={{ id: shown.id }}>
              {say('life.pilots')}
            </Link>
          )}
          <Link className="btn" to="/model/$id/versions" params={{ id: shown.id }}>
            {say('life.compare')}
          </Link>
          <a className="btn" href={`/api/export/model-annex.docx?id=${encodeURIComponent(shown.id)}&lang=${lang}`}>
            {say('life.annex')}
          </a>
          {back.map((state) => (
            <button key={state} type="button" className="btn" onClick={() => setMoving(state)}>
              {sayCode('life.back', state)}
            </button>
          ))}
          {shown.editable || (
            <button type="button" className="btn main" disabled={drafting.isPending} onClick={() => drafting.mutate()}>
              {say('life.newDraft')}
            </button>
          )}
          {next && (
            <button
              type="button"
              className={next === 'superseded' ? 'btn' : 'btn main'}
              disabled={held !== null}
              aria-describedby={held ? 'why-held' : undefined}
              onClick={() => setMoving(next)}
            >
              {sayCode('life.to', next)}
            </button>
          )}
        </p>
        {held && next && (
          <p className="tiny held" id="why-held">
            {held}
          </p>
        )}
      </div>
      {drafting.isError && <Trouble error={drafting.error} />}
      {moving && <MoveDialog shown={shown} to={moving} onClose={() => setMoving(null)} />}
    </>
  );
};

/** A model comes into force from a day, by an order; other moves need a word of assent only. */
const MoveDialog = ({
  shown,
  to,
  onClose,
}: {
  readonly shown: ModelShowView;
  readonly to: State;
  readonly onClose: () => void;
}) => {
  const { say, sayCode } = useLanguage();
  const queries = useQueryClient();
  const [from, setFrom] = useState<string | null>(shown.inForceFrom);
  const [number, setNumber] = useState(shown.order?.number ?? '');
  const [date, setDate] = useState<string | null>(shown.order?.date ?? null);
  const moving = useMutation({
    mutationFn: () =>
      moveModel({
        id: shown.id,
        version: shown.version,
        to,
        ...(to === 'inForce' && from && date ? { from, order: { number: number.trim(), date } } : {}),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    moving.mutate();
  };
  const forward = STATES.indexOf(to) > STATES.indexOf(shown.state);
  const title = sayCode(forward ? 'life.to' : 'life.back', to);
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{say(`life.what.${to}`)}</p>
        {to === 'inForce' && (
          <>
            <DayField label={say('life.from')} value={from} required onChange={setFrom} />
            <TextField label={say('life.order')} value={number} required maxLength={300} onChange={setNumber} />
            <DayField label={say('life.orderDate')} value={date} required onChange={setDate} />
          </>
        )}
        {moving.isError && <Trouble error={moving.error} />}
        <p className="acts">
          <button type="submit" className="btn main" disabled={moving.isPending}>
            {title}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

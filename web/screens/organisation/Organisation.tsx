import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrganisationView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import type { OrganisationAddress } from './address.ts';
import { Changes } from './Changes.tsx';
import { RegisterList } from './RegisterList.tsx';
import { Staff } from './Staff.tsx';
import { ToPlace } from './ToPlace.tsx';
import { Tree } from './Tree.tsx';
import { Upload } from './Upload.tsx';

/** Bodies and units as they stood on a day, who works there, what they do; whom facts name and nobody knows. */
export const Organisation = () => {
  const { say } = useLanguage();
  const { at } = useSearch({ strict: false }) as OrganisationAddress;
  const { query } = useAct<OrganisationView>('organisation', at ? { at } : {});
  const [unit, setUnit] = useState<string | null>(null);
  const view = query.data;
  const waiting = view ? Object.values(view.toPlace).reduce((sum, list) => sum + list.length, 0) : 0;
  return (
    <div className="organisation">
      <p className="crumb">
        <Link to="/data">{say('nav.data')}</Link>
        <span aria-hidden="true">/</span>
        <span>{say('org.crumb')}</span>
      </p>
      <h1>{say('org.title')}</h1>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Working what={say('org.working')} progress={null} />}
      {view && (
        <>
          <p className="answer">
            {view.places.length === 0
              ? say('org.answerEmpty')
              : say('org.answer', {
                  bodies: view.places.filter(({ kind }) => kind === 'body').length,
                  units: view.places.filter(({ kind }) => kind === 'unit').length,
                })}{' '}
            {waiting > 0 && say('org.answerWaiting', { waiting })}
          </p>
          <DayForm day={view.day} asked={at} />
          {query.isFetching && <Busy what={say('org.working')} progress={null} />}
          <Tree view={view} onStaff={setUnit} />
          {waiting > 0 && <ToPlace view={view} />}
          <Staff view={view} unit={unit} onUnit={setUnit} />
          <RegisterList list="services" view={view} />
          <RegisterList list="segments" view={view} />
          <Upload />
          <Changes changes={view.changes} />
        </>
      )}
    </div>
  );
};

const DayForm = ({ day, asked }: { readonly day: string; readonly asked: string | undefined }) => {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const show = (at: string | undefined) =>
    void navigate({ to: '/organisation', search: at ? { at } : {}, replace: true, resetScroll: false });
  return (
    <form className="filters" aria-label={say('org.day')} onSubmit={(event) => event.preventDefault()}>
      <label>
        {say('org.day')}
        <input type="date" required value={day} onChange={({ target }) => target.value && show(target.value)} />
      </label>
      {asked && (
        <button type="button" className="btn" onClick={() => show(undefined)}>
          {say('org.today')}
        </button>
      )}
    </form>
  );
};

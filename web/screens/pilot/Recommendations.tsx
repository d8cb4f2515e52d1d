import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { act, type Progress } from '../../client/act.ts';
import type { PilotsView, PilotView, RecommendationsView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { Several, TextField } from '../model/Fields.tsx';

/** Methodical recommendations: those that there are, and how to compose the next from pilots. */
export const Recommendations = () => {
  const { say } = useLanguage();
  const { query } = useAct<readonly RecommendationsView[]>('recommendationsShow', {});
  const { query: trying } = useAct<PilotsView>('pilots', {});
  const documents = query.data;
  const pilots = trying.data?.pilots;
  return (
    <div className="recs">
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link>
      </p>
      <h1>{say('recs.title')}</h1>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {trying.isError && <Trouble error={trying.error} onAgain={() => void trying.refetch()} />}
      {(query.isPending || trying.isPending) && <Working what={say('recs.working')} progress={null} />}
      {documents && (
        <p className="answer">
          {documents.length === 0 ? say('recs.answerNone') : say('recs.answer', { count: documents.length })}
        </p>
      )}
      {documents && documents.length > 0 && <List documents={documents} />}
      {pilots && (
        <section className="sec" aria-labelledby="h-compose">
          <header>
            <h2 id="h-compose">{say('recs.compose')}</h2>
            <p>{say('recs.composeWhy')}</p>
          </header>
          {pilots.length === 0 ? (
            <div className="state">
              <p>{say('recs.noPilots')}</p>
              <p className="acts">
                <Link className="btn main" to="/models">
                  {say('recs.toModels')}
                </Link>
              </p>
            </div>
          ) : (
            <Compose pilots={pilots} />
          )}
        </section>
      )}
    </div>
  );
};

const List = ({ documents }: { readonly documents: readonly RecommendationsView[] }) => {
  const { say, format } = useLanguage();
  return (
    <section className="sec first" aria-label={say('recs.list')}>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say('recs.name')}</th>
            <th scope="col" className="num">
              {say('recs.pilots')}
            </th>
            <th scope="col" className="num">
              {say('recs.version')}
            </th>
            <th scope="col">{say('recs.saved')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ id, title, pilots, version, savedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/recommendations/$id" params={{ id }}>
                  {title}
                </Link>
              </th>
              <td className="num" data-l={say('recs.pilots')}>
                {format.number(pilots.length)}
              </td>
              <td className="num" data-l={say('recs.version')}>
                {format.number(version)}
              </td>
              <td data-l={say('recs.saved')}>{format.moment(savedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Compose = ({ pilots }: { readonly pilots: readonly PilotView[] }) => {
  const { say } = useLanguage();
  const { pilot: wanted } = useSearch({ from: '/recommendations' });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>(wanted === undefined ? [] : [wanted]);
  const [title, setTitle] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const composing = useMutation({
    mutationFn: () =>
      act<RecommendationsView>(
        'composeRecommendations',
        { pilots: chosen, title: title.trim() },
        { onProgress: setProgress },
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['recommendationsShow'] });
      await navigate({ to: '/recommendations/$id', params: { id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    composing.mutate();
  };
  const options = pilots.map(({ pilot, modelName }) => ({
    value: pilot.id,
    label: say('recs.option', { name: pilot.name, model: modelName, state: say(`pilots.state.${pilot.state}`) }),
  }));
  return (
    <form className="form startpilot" onSubmit={submit}>
      <Several
        legend={say('recs.which')}
        options={options}
        chosen={chosen}
        none={say('recs.noPilots')}
        onChange={setChosen}
      />
      <TextField
        label={say('recs.docTitle')}
        value={title}
        maxLength={300}
        hint={say('recs.titleWhy')}
        onChange={setTitle}
      />
      {composing.isPending && <Busy what={say('recs.composing')} progress={progress} />}
      {composing.isError && <Trouble error={composing.error} />}
      <p className="acts">
        <button
          type="submit"
          className="btn main"
          disabled={composing.isPending || chosen.length === 0}
          aria-describedby={chosen.length === 0 ? 'why-none-chosen' : undefined}
        >
          {say('recs.composeDo')}
        </button>
        {chosen.length === 0 && (
          <span className="tiny" id="why-none-chosen">
            {say('recs.chooseOne')}
          </span>
        )}
      </p>
    </form>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { act, type Progress } from '../../client/act.ts';
import type { EditionView, PeriodView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { TextField } from '../model/Fields.tsx';
import { Differences } from './Differences.tsx';
import type { NameOf } from './names.ts';

/** What was published beside what the facts say today; where they differ, another edition with its reason. */
export const NextEdition = ({
  model,
  period,
  figures,
  nameOf,
  onPublished,
}: {
  readonly model: string;
  readonly period: string;
  readonly figures: EditionView['closed']['figures'];
  readonly nameOf: NameOf;
  readonly onPublished: () => void;
}) => {
  const { say } = useLanguage();
  const [asked, setAsked] = useState(false);
  const { query, progress } = useAct<PeriodView>('periodShow', { model, period, live: true }, { enabled: asked });
  const drifted = asked && !query.isFetching ? (query.data?.drifted ?? null) : null;
  return (
    <section className="sec noprint" aria-labelledby="h-today">
      <header>
        <h2 id="h-today">{say('period.today')}</h2>
        <p>{say('period.todayWhy')}</p>
      </header>
      {!asked && (
        <p className="acts">
          <button type="button" className="btn" onClick={() => setAsked(true)}>
            {say('period.compare')}
          </button>
        </p>
      )}
      {asked && query.isFetching && <Working what={say('period.comparing')} progress={progress} />}
      {asked && !query.isFetching && query.isError && (
        <Trouble error={query.error} onAgain={() => void query.refetch()} />
      )}
      {drifted?.length === 0 && <p className="state">{say('period.same')}</p>}
      {drifted && drifted.length > 0 && (
        <>
          <Differences
            differences={drifted}
            figures={figures}
            nameOf={nameOf}
            sides={{ before: say('period.published'), after: say('period.now') }}
          />
          <Publish
            model={model}
            period={period}
            onPublished={() => {
              setAsked(false);
              onPublished();
            }}
          />
        </>
      )}
    </section>
  );
};

const Publish = ({
  model,
  period,
  onPublished,
}: {
  readonly model: string;
  readonly period: string;
  readonly onPublished: () => void;
}) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const publishing = useMutation({
    mutationFn: () =>
      act<PeriodView>('closePeriod', { model, period, reason: reason.trim() }, { onProgress: setProgress }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onPublished();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publishing.mutate();
  };
  return (
    <form className="form measure" onSubmit={submit}>
      <TextField
        label={say('period.why')}
        value={reason}
        rows={2}
        maxLength={2000}
        required
        hint={say('period.whyHint')}
        onChange={setReason}
      />
      {publishing.isPending && <Busy what={say('periods.closing')} progress={progress} />}
      {publishing.isError && <Trouble error={publishing.error} />}
      <p className="acts">
        <button type="submit" className="btn main" disabled={publishing.isPending || reason.trim() === ''}>
          {say('period.publish')}
        </button>
      </p>
    </form>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { act } from '../../client/act.ts';
import type { DiscussionsView, DiscussionView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { SelectField, TextField } from './Fields.tsx';

/** How much was said of each indicator of a model. */
export const useRemarks = (model: string): ReadonlyMap<string, number> => {
  const { query } = useAct<DiscussionsView>('discussions', { model });
  return new Map(Object.entries(query.data?.remarks ?? {}));
};

type Remark = DiscussionView['remarks'][number];
const STANCES = ['for', 'against', 'question'] as const;

/** What people say of an indicator, placed or proposed, and room for one's own word: saved at once, never overwritten. */
export const Discussion = ({ model, about }: { readonly model: string; readonly about: string }) => {
  const { say, format } = useLanguage();
  const { query, progress } = useAct<DiscussionView>('discussion', { model, about });
  const view = query.data?.about === about ? query.data : undefined;
  if (!view)
    return query.isError ? (
      <Trouble error={query.error} onAgain={() => void query.refetch()} />
    ) : (
      <Working what={say('talk.working')} progress={progress} />
    );
  return (
    <div className="talk">
      {view.remarks.length === 0 && <p className="small soft">{say('talk.none')}</p>}
      <ul className="said">
        {view.remarks.map(({ id, stance, text, from, at }) => (
          <li key={id}>
            <blockquote>{text}</blockquote>
            <p className="tiny">
              {[stance && say(`talk.stance.${stance}`), from, format.moment(at)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <OwnWord model={model} about={about} />
    </div>
  );
};

const OwnWord = ({ model, about }: { readonly model: string; readonly about: string }) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const head = useId();
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [stance, setStance] = useState<Remark['stance']>(null);
  const adding = useMutation({
    mutationFn: () => act<DiscussionView>('addRemark', { model, about, text: text.trim(), from, stance }),
    onSuccess: async (view) => {
      setText('');
      setStance(null);
      queries.setQueryData(['discussion', { model, about }], view);
      await queries.invalidateQueries({ queryKey: ['discussions'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form className="form" aria-labelledby={head} onSubmit={submit}>
      <h3 id={head}>{say('talk.own')}</h3>
      <TextField label={say('talk.text')} value={text} rows={2} maxLength={4000} required onChange={setText} />
      <div className="pairs">
        <SelectField
          label={say('talk.stance')}
          value={stance}
          none={say('talk.stance.none')}
          options={STANCES.map((value) => ({ value, label: say(`talk.stance.${value}`) }))}
          onChange={(value) => setStance(value as Remark['stance'])}
        />
        <TextField
          label={say('talk.from')}
          value={from}
          maxLength={200}
          hint={say('talk.fromWhy')}
          onChange={setFrom}
        />
      </div>
      {adding.isError && <Trouble error={adding.error} />}
      <p className="acts">
        <button type="submit" className="btn" disabled={adding.isPending || text.trim() === ''}>
          {say('talk.do')}
        </button>
      </p>
    </form>
  );
};

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../language.tsx';
import { TextField } from '../model/Fields.tsx';
import { DeedTrouble } from './DeedTrouble.tsx';
import type { Perform } from './pilotActs.ts';

/** People's own words, without their names. */
export const Said = ({ texts, what }: { readonly texts: readonly string[]; readonly what?: string }) => (
  <ul className="said">
    {[...new Set(texts)].map((text) => (
      <li key={text}>
        <blockquote>{text}</blockquote>
        {what && <span className="tiny">{what}</span>}
      </li>
    ))}
  </ul>
);

export const AddComment = ({
  indicator,
  label,
  perform,
}: {
  /** Null: the pilot as a whole. */
  readonly indicator: string | null;
  readonly label: string;
  readonly perform: Perform;
}) => {
  const { say } = useLanguage();
  const [text, setText] = useState('');
  const adding = useMutation({
    mutationFn: () => perform('pilotComment', { indicator, text: text.trim() }),
    onSuccess: () => setText(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form className="form comment noprint" onSubmit={submit}>
      <TextField label={label} value={text} rows={2} required maxLength={4000} onChange={setText} />
      {adding.isError && <DeedTrouble error={adding.error} onAgain={() => adding.mutate()} />}
      <p className="acts">
        <button type="submit" className="btn" disabled={adding.isPending || text.trim() === ''}>
          {say('pilot.commentDo')}
        </button>
        <span className="tiny" role="status">
          {adding.isSuccess && text === '' && say('pilot.saved')}
        </span>
      </p>
    </form>
  );
};

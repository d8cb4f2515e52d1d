import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { act } from '../../client/act.ts';
import type { IndicatorView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble } from '../../parts/States.tsx';

/** What changed, when, why; limits start anew only if the person says so. */
export const RecordChange = ({
  indicator,
  onClose,
}: {
  readonly indicator: IndicatorView;
  readonly onClose: (changed: boolean) => void;
}) => {
  const { say, pick, format } = useLanguage();
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [period, setPeriod] = useState(indicator.period ?? indicator.periods.at(-1) ?? '');
  const [rebases, setRebases] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const recording = useMutation({
    mutationFn: () =>
      act('recordChange', {
        ...(everywhere ? {} : { metric: indicator.metric }),
        scope: indicator.scope,
        period,
        title: title.trim(),
        reason: reason.trim(),
        rebases,
      }),
    onSuccess: () => onClose(true),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    recording.mutate();
  };
  return (
    <Dialog title={say('change.record')} onClose={() => onClose(false)}>
      <form className="form" onSubmit={submit}>
        <label>
          {say('change.title')}
          <input
            type="text"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            placeholder={say('change.titleExample')}
          />
        </label>
        <label>
          {say('change.period')}
          <select value={period} onChange={(event) => setPeriod(event.target.value)}>
            {[...indicator.periods].reverse().map((name) => (
              <option key={name} value={name}>
                {format.period(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('change.reason')}
          <textarea
            rows={3}
            required={rebases}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <label className="check">
          <input type="checkbox" checked={rebases} onChange={(event) => setRebases(event.target.checked)} />
          <span>
            {say('change.rebases')}
            <br />
            <small>{say('change.rebasesWhy')}</small>
          </span>
        </label>
        <label className="check">
          <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} />
          <span>{say('change.everywhere', { name: pick(indicator.name) })}</span>
        </label>
        {recording.isError && <Trouble error={recording.error} />}
        <p className="acts">
          <button type="submit" className="btn main" disabled={recording.isPending}>
            {say('change.save')}
          </button>
          <button type="button" className="btn" onClick={() => onClose(false)}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

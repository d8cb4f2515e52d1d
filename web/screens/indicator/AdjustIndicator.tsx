import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { act } from '../../client/act.ts';
import type { IndicatorView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble } from '../../parts/States.tsx';

/** Target, norm with its source, the seasonal flag. */
export const AdjustIndicator = ({
  indicator,
  onClose,
}: {
  readonly indicator: IndicatorView;
  readonly onClose: (changed: boolean) => void;
}) => {
  const { say, format } = useLanguage();
  const unit = format.unit(indicator.unit, 5, 0);
  const [target, setTarget] = useState(indicator.target ? String(indicator.target.value) : '');
  const [norm, setNorm] = useState(indicator.norm ? String(indicator.norm.value) : '');
  const [source, setSource] = useState('');
  const [seasonal, setSeasonal] = useState(indicator.seasonal);
  const normChanged = norm !== (indicator.norm ? String(indicator.norm.value) : '');
  const saving = useMutation({
    mutationFn: () =>
      act('adjustIndicator', {
        metric: indicator.metric,
        scope: indicator.scope,
        target: numberOf(target),
        ...(normChanged ? { norm: norm.trim() === '' ? null : { value: numberOf(norm), source: source.trim() } } : {}),
        seasonal,
      }),
    onSuccess: () => onClose(true),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Dialog title={say('adjust.title')} onClose={() => onClose(false)}>
      <form className="form" onSubmit={submit}>
        <label>
          {say('adjust.target', { unit })}
          <input
            type="text"
            inputMode="decimal"
            pattern={NUMBER}
            value={target}
            onChange={(e) => setTarget(e.target.value)}
          />
          <small>{say('adjust.targetWhy')}</small>
        </label>
        {indicator.target?.proposal && <p className="small soft">{say(`proposal.${indicator.target.proposal}`)}</p>}
        <label>
          {say('adjust.norm', { unit })}
          <input
            type="text"
            inputMode="decimal"
            pattern={NUMBER}
            value={norm}
            onChange={(e) => setNorm(e.target.value)}
          />
        </label>
        {normChanged && norm.trim() !== '' && (
          <label>
            {say('adjust.source')}
            <input type="text" required value={source} onChange={(e) => setSource(e.target.value)} />
          </label>
        )}
        <label className="check">
          <input type="checkbox" checked={seasonal} onChange={(e) => setSeasonal(e.target.checked)} />
          <span>
            {say('adjust.seasonal')}
            <br />
            <small>{say('adjust.seasonalWhy')}</small>
          </span>
        </label>
        {saving.isError && <Trouble error={saving.error} />}
        <p className="acts">
          <button type="submit" className="btn main" disabled={saving.isPending}>
            {say('adjust.save')}
          </button>
          <button type="button" className="btn" onClick={() => onClose(false)}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

/** A decimal comma is as good as a point. */
const NUMBER = '\\s*[\\-−]?\\d+([.,]\\d+)?\\s*';
const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.').replace('−', '-'));

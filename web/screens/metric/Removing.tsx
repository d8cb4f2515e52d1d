import { useMutation, useQueryClient } from '@tanstack/react-query';
import { act } from '../../client/act.ts';
import type { MetricDetail, MetricView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble } from '../../parts/States.tsx';

/** Asks before a metric of the body's own is taken away. */
export const Removing = ({
  metric,
  onRemoved,
  onClose,
}: {
  readonly metric: MetricView;
  /** Once it is away, before anything is read anew. */
  readonly onRemoved?: () => Promise<void>;
  readonly onClose: () => void;
}) => {
  const { say, pick } = useLanguage();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: async () => {
      const { record } = await act<MetricDetail>('catalogueShow', { metric: metric.id });
      return act('removeMetric', { metric: metric.id, seen: record });
    },
    onSuccess: async () => {
      await onRemoved?.();
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog title={say('metrics.removeNamed', { name: pick(metric.name) })} onClose={onClose}>
      <p>{say('metrics.removeWhat')}</p>
      {removing.isError && <Trouble error={removing.error} />}
      <p className="acts">
        <button type="button" className="btn main" disabled={removing.isPending} onClick={() => removing.mutate()}>
          {say('models.remove')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {say('app.cancel')}
        </button>
      </p>
    </Dialog>
  );
};

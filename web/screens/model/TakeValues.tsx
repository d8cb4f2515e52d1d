import { type FormEvent, useState } from 'react';
import type { KnownValueView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Check } from './Fields.tsx';
import type { Model } from './layout.ts';

type Value = Model['values'][number];

/** Values of the Declaration and requirements of the standards by their short names: the wording is pasted afterwards. */
export const TakeValues = ({
  held,
  onTake,
  onClose,
}: {
  /** Ids of the values that the model has. */
  readonly held: ReadonlySet<string>;
  readonly onTake: (values: readonly Value[]) => void;
  readonly onClose: () => void;
}) => {
  const { say, pick } = useLanguage();
  const { query } = useAct<readonly KnownValueView[]>('knownValues', {});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const free = (query.data ?? []).filter(({ id }) => !held.has(id));
  const chosen = free.filter(({ id }) => !left.has(id));
  const sources = [...new Set(free.map(({ of }) => of))];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(chosen.map(({ id, name, source }) => ({ id, name: pick(name), source: pick(source), wording: '' })));
  };
  const tick = (id: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <Dialog title={say('values.take')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="small soft">{say('values.takeWhy')}</p>
        {query.isPending && <Working what={say('model.working')} progress={null} />}
        {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
        {query.data && free.length === 0 && <p className="state">{say('values.takeAll')}</p>}
        {sources.map((source) => {
          const own = free.filter(({ of }) => of === source);
          return (
            <fieldset key={source} className="several">
              <legend>{pick(own[0]!.source)}</legend>
              {own.map(({ id, name }) => (
                <Check key={id} label={pick(name)} checked={!left.has(id)} onChange={(on) => tick(id, on)} />
              ))}
            </fieldset>
          );
        })}
        <p className="acts">
          <button type="submit" className="btn main" disabled={chosen.length === 0}>
            {say('values.takeDo')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

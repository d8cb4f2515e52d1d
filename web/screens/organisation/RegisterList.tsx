import { useState } from 'react';
import type { OrganisationView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { RowDialog } from './RowDialog.tsx';
import { type RowOf, type Segment, type Service, standsOn } from './register.ts';

const NEW: { readonly services: Service; readonly segments: Segment } = {
  services: { id: '', name: '', kind: 'service', body: null, curator: null, from: null, to: null },
  segments: {
    id: '',
    name: '',
    clientStatus: null,
    profile: { needs: '', channels: '', barriers: '' },
    from: null,
    to: null,
  },
};

/** What is done for clients, or who the clients are: by name, those of the day shown. */
export const RegisterList = ({
  list,
  view,
}: {
  readonly list: 'services' | 'segments';
  readonly view: OrganisationView;
}) => {
  const { say, format } = useLanguage();
  const [opened, setOpened] = useState<{
    readonly row: RowOf<'services' | 'segments'>;
    readonly known: boolean;
  } | null>(null);
  const rows = (view.register[list] as readonly RowOf<'services' | 'segments'>[])
    .filter((row) => standsOn(row, view.day))
    .toSorted((a, b) => format.compare(a.name, b.name));
  return (
    <section className="sec" aria-labelledby={`h-${list}`}>
      <header>
        <h2 id={`h-${list}`}>{say(`org.${list}`)}</h2>
        <p>{say(`org.${list}Why`)}</p>
        <div className="do">
          <button type="button" className="plain" onClick={() => setOpened({ row: NEW[list], known: false })}>
            {say(`org.new.${list}`)}
          </button>
        </div>
      </header>
      {rows.length === 0 && <p className="small soft">{say('org.noRows')}</p>}
      <ul className="rows wide">
        {rows.map((row) => (
          <li key={`${row.id} ${row.from}`}>
            <button type="button" className="plain" onClick={() => setOpened({ row, known: true })}>
              {row.name}
            </button>
            <span className="code"> {remarkOf(row, view, say)}</span>
          </li>
        ))}
      </ul>
      {opened && (
        <RowDialog
          list={list}
          given={opened.row}
          known={opened.known ? opened.row : null}
          view={view}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
};

type Say = ReturnType<typeof useLanguage>['say'];

function remarkOf(row: RowOf<'services' | 'segments'>, view: OrganisationView, say: Say): string {
  if (!('kind' in row)) return row.profile.needs;
  const body = view.places.find(({ id }) => id === row.body)?.name ?? row.body;
  const curator = view.register.positions.find(({ id }) => id === row.curator)?.name ?? row.curator;
  return [say(`org.serviceKind.${row.kind}`), body, curator && say('org.curatedBy', { curator })]
    .filter(Boolean)
    .join(', ');
}

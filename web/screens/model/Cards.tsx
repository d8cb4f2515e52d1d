import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { IndicatorResolved, ModelShowView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { type Column, layoutOf, type Metrics, pagesOf } from './layout.ts';
import { SeatSign } from './Matrix.tsx';
import { Pager } from './Pager.tsx';
import { useMetrics } from './useMetrics.ts';
import { amountOf, boundOf, namerOf, sentenceOf } from './words.ts';

/** A card for each position: what its holder remembers. One page of A5 each. */
export const Cards = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/model/$id/cards' });
  const { query, progress } = useAct<ModelShowView>('modelShow', { id });
  const metrics = useMetrics();
  const shown = query.data?.id === id ? query.data : null;
  return (
    <div className="cards">
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/model/$id" params={{ id }}>
          {shown?.name ?? id}
        </Link>
      </p>
      <h1>{say('cards.title')}</h1>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Working what={say('model.working')} progress={progress} />}
      {shown && metrics.map && <Sheets shown={shown} metrics={metrics.map} />}
    </div>
  );
};

const Sheets = ({ shown, metrics }: { readonly shown: ModelShowView; readonly metrics: Metrics }) => {
  const language = useLanguage();
  const { say, format, lang } = language;
  const { position } = useSearch({ from: '/model/$id/cards' });
  const navigate = useNavigate({ from: '/model/$id/cards' });
  const [at, setAt] = useState(0);
  const names = namerOf(metrics, language);
  const most = shown.positionsResolved[0]?.most ?? 0;
  const { columns } = layoutOf(shown.model, metrics, most, format.compare);
  const wanted = position ? columns.filter((column) => column.position.id === position) : columns;
  const pages = pagesOf(wanted);
  const page = pages[Math.min(at, Math.max(0, pages.length - 1))];
  const resolved = new Map(shown.indicatorsResolved.map((indicator) => [indicator.id, indicator]));
  const papers = `/api/export/model-cards.docx?id=${encodeURIComponent(shown.id)}&lang=${lang}`;
  return (
    <>
      <p className="answer">{say('cards.answer', { count: wanted.length })}</p>
      <div className="filters">
        {columns.length <= MOST_LISTED && (
          <label>
            {say('model.filterPosition')}
            <select
              value={position ?? ''}
              onChange={(event) =>
                void navigate({ search: { position: event.target.value || undefined }, replace: true })
              }
            >
              <option value="">{say('model.allPositions')}</option>
              {columns.map((column) => (
                <option key={column.position.id} value={column.position.id}>
                  {column.position.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" className="btn main" disabled={!page} onClick={() => window.print()}>
          {say('cards.print')}
        </button>
        <a className="btn" href={position ? `${papers}&position=${encodeURIComponent(position)}` : papers}>
          {say('cards.docx')}
        </a>
        {position && (
          <Link className="btn" to="/model/$id/cards" params={{ id: shown.id }} search={{}}>
            {say('cards.all')}
          </Link>
        )}
      </div>
      <Pager pages={pages} at={at} total={wanted.length} names={names} onTurn={setAt} />
      {wanted.length === 0 && <p className="state">{say('cards.none')}</p>}
      <div className="sheets">
        {page?.columns.map((column) => (
          <Sheet
            key={column.position.id}
            column={column}
            model={shown.name}
            metrics={metrics}
            resolved={resolved}
            most={most}
            shown={shown}
          />
        ))}
      </div>
    </>
  );
};

const MOST_LISTED = 200;

const Sheet = ({
  column: { position, held },
  model,
  metrics,
  resolved,
  most,
  shown,
}: {
  readonly column: Column;
  readonly model: string;
  readonly metrics: Metrics;
  readonly resolved: ReadonlyMap<string, IndicatorResolved>;
  readonly most: number;
  readonly shown: ModelShowView;
}) => {
  const language = useLanguage();
  const { say, pick, format } = language;
  const place = position.unit ?? position.body;
  return (
    <article className="sheet">
      <h2>{position.name}</h2>
      <p className="tiny">{place === null ? model : `${place} · ${model}`}</p>
      {held.length === 0 && <p className="state">{say('cards.noSeats')}</p>}
      {held.length > most && <p className="small w">{say('cards.over', { held: held.length, most })}</p>}
      {held.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('cards.indicator')}</th>
              <th scope="col">{say('cards.was')}</th>
              <th scope="col">{say('cards.target')}</th>
            </tr>
          </thead>
          <tbody>
            {held.map((seat) => {
              const indicator = shown.model.indicators.find(({ id }) => id === seat.indicator);
              const told = resolved.get(seat.indicator);
              if (!indicator || !told) return null;
              const metric = metrics.get(indicator.metric);
              return (
                <tr key={seat.indicator}>
                  <th scope="row">
                    <SeatSign seat={seat} /> <b>{pick(told.name)}</b>
                    {seat.shared && <span className="mute"> {say('cards.shared')}</span>}
                    <span className="sentence">{pick(sentenceOf(shown, told))}</span>
                  </th>
                  <td data-l={say('cards.was')}>
                    {indicator.baseline ? (
                      <>
                        {amountOf(indicator.baseline.value, metric?.unit ?? '', format)}
                        <span className="tiny"> {format.period(indicator.baseline.period)}</span>
                      </>
                    ) : (
                      <span className="mute">{say('cards.noBaseline')}</span>
                    )}
                  </td>
                  <td data-l={say('cards.target')}>
                    {indicator.target ? (
                      <>
                        <b>{boundOf(indicator.target.value, metric, language)}</b>
                        {indicator.target.by && (
                          <span className="tiny"> {say('cards.by', { day: format.day(indicator.target.by) })}</span>
                        )}
                      </>
                    ) : (
                      <span className="mute">{say(indicator.watch ? 'cards.watched' : 'cards.noTarget')}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className="talk">{say('cards.talk', { who: position.contact || '________________' })}</p>
      <p className="tiny">{say('cards.purpose')}</p>
    </article>
  );
};

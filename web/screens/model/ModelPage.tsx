import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { FindingView, ModelShowView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { ByPosition } from './ByPosition.tsx';
import { Checks } from './Checks.tsx';
import { totalsOf } from './checkTopics.ts';
import { leaveSeat, takeSeat } from './edits.ts';
import { FilterBar } from './FilterBar.tsx';
import { LifeBar } from './LifeBar.tsx';
import {
  type Column,
  type Filter,
  filtered,
  layoutOf,
  type Metrics,
  pagesOf,
  type Row,
  rowsOf,
  type Seat,
  spokenOf,
} from './layout.ts';
import { Matrix } from './Matrix.tsx';
import { type Opened, OpenedDialog } from './Opened.tsx';
import { Pager } from './Pager.tsx';
import { SaveBar } from './SaveBar.tsx';
import { Things } from './Things.tsx';
import { useChecks } from './useChecks.ts';
import { useDraft } from './useDraft.ts';
import { useMetrics } from './useMetrics.ts';
import { linksUp, linkWords, namerOf } from './words.ts';

/** May it be published? Who answers for what, five at most? The matrix is the editor. */
export const ModelPage = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/model/$id' });
  const { query, progress } = useAct<ModelShowView>('modelShow', { id });
  const metrics = useMetrics();
  const shown = query.data?.id === id ? query.data : null;
  if (query.isError || metrics.error)
    return (
      <>
        <Crumb name={id} />
        <h1>{say('model.title')}</h1>
        <Trouble error={query.error ?? metrics.error} onAgain={() => void query.refetch()} />
      </>
    );
  if (!shown || !metrics.map)
    return (
      <>
        <Crumb name={id} />
        <h1>{say('model.title')}</h1>
        <Working what={say('model.working')} progress={progress} />
      </>
    );
  return <Editor key={id} shown={shown} metrics={metrics.map} />;
};

const Crumb = ({ name, more }: { readonly name: string; readonly more?: string }) => {
  const { say } = useLanguage();
  return (
    <p className="crumb">
      <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span> {name}
      {more && (
        <>
          {' '}
          <span aria-hidden="true">/</span> {more}
        </>
      )}
    </p>
  );
};

const Editor = ({ shown, metrics }: { readonly shown: ModelShowView; readonly metrics: Metrics }) => {
  const language = useLanguage();
  const { say, format } = language;
  const search = useSearch({ from: '/model/$id' });
  const navigate = useNavigate({ from: '/model/$id' });
  const draft = useDraft(shown);
  const { model, change } = draft;
  const dirty = draft.steps.length > 0;
  const most = shown.positionsResolved[0]?.most ?? FIVE;
  const { editable } = shown;
  const [opened, setOpened] = useState<Opened | null>(
    search.indicator === undefined ? null : { of: 'indicator', id: search.indicator },
  );
  const [text, setText] = useState(search.text ?? '');
  const [at, setAt] = useState(0);

  const names = useMemo(() => namerOf(metrics, language), [metrics, language]);
  const layout = useMemo(() => layoutOf(model, metrics, most, format.compare), [model, metrics, most, format]);
  const up = useMemo(() => linksUp(model), [model]);
  const checks = useChecks(shown, model, dirty);
  const spoken = useMemo(() => spokenOf(checks.findings), [checks.findings]);
  const wanted = useDeferredValue(text);
  const filter: Filter = useMemo(
    () => ({
      kpi: search.kpi,
      unit: search.unit,
      position: search.position,
      findings: search.findings === 'only',
      text: wanted,
    }),
    [search, wanted],
  );
  const seen = useMemo(() => filtered(layout, filter, spoken, names), [layout, filter, spoken, names]);
  const pages = useMemo(() => pagesOf(seen.columns), [seen.columns]);
  const page = pages[Math.min(at, Math.max(0, pages.length - 1))];
  const columns = page?.columns ?? NO_COLUMNS;
  const rows = useMemo(() => rowsOf(layout, seen.rows, columns), [layout, seen.rows, columns]);
  const units = useMemo(
    () => [...new Set(model.positions.flatMap(({ unit }) => (unit === null ? [] : [unit])))].sort(format.compare),
    [model.positions, format],
  );

  const look = (part: Partial<Filter>) => {
    setAt(0);
    if ('text' in part) setText(part.text ?? '');
    void navigate({
      search: (before) => ({
        ...before,
        ...('kpi' in part ? { kpi: part.kpi } : {}),
        ...('unit' in part ? { unit: part.unit } : {}),
        ...('position' in part ? { position: part.position } : {}),
        ...('findings' in part ? { findings: part.findings ? ('only' as const) : undefined } : {}),
        ...('text' in part ? { text: part.text } : {}),
      }),
      replace: true,
      resetScroll: false,
    });
  };
  const take = useCallback(
    (row: Row, column: Column) => {
      const { position } = column;
      const edit = takeSeat(row, position, metrics.get(row.metric));
      change(say('step.take', { name: names.row(row), position: position.name }), edit);
    },
    [change, metrics, names, say],
  );
  const leave = useCallback(
    (row: Row, seat: Seat) => {
      const position = layout.column.get(seat.position)?.position.name ?? seat.position;
      change(say('step.leave', { name: names.row(row), position }), leaveSeat(row, seat.indicator));
    },
    [change, layout, names, say],
  );
  const openRow = useCallback(
    (row: Row) => setOpened({ of: 'row', key: row.key, id: row.indicators[0]!.id, position: search.position }),
    [search.position],
  );
  const openPosition = useCallback((id: string) => setOpened({ of: 'position', id }), []);
  const openIndicator = useCallback((id: string) => setOpened({ of: 'indicator', id }), []);
  const turnTo = (next: Opened | null) => {
    setOpened(next);
    if (search.indicator === undefined) return;
    void navigate({ search: (before) => ({ ...before, indicator: undefined }), replace: true, resetScroll: false });
  };
  const lead = ({ at: place }: FindingView) => {
    if (place.id === null) return;
    if (place.of === 'position') openPosition(place.id);
    else if (place.of === 'indicator') openIndicator(place.id);
    else if (place.of === 'link') openIndicator(place.id.split(' → ').at(-1)!);
    else document.getElementById(`${place.of}-${place.id}`)?.scrollIntoView({ block: 'center' });
  };
  const linkOf = useCallback(
    (row: Row) => linkWords(row, up, metrics.get(row.metric), language),
    [up, metrics, language],
  );
  const totals = totalsOf(checks.findings, checks.counts);
  const whoOf = ({ at: { of, id } }: FindingView): string | null => {
    const target = of === 'link' ? (id?.split(' → ').at(-1) ?? null) : id;
    const owner = model.indicators.find((one) => one.id === target)?.owner;
    return owner ? (layout.column.get(owner)?.position.name ?? owner) : null;
  };
  return (
    <div className="model">
      <Crumb
        name={shown.name}
        more={say('model.versionOf', { version: shown.version, day: format.day(shown.savedAt) })}
      />
      <h1>{say('model.titleOf', { name: model.name })}</h1>
      <Verdict shown={shown} findings={checks.findings} totals={totals} />
      <LifeBar shown={shown} stops={totals.stops} unsaved={dirty} />
      <SaveBar draft={draft} shown={shown} names={names} />
      <FilterBar filter={{ ...filter, text }} columns={layout.columns} units={units} names={names} onChange={look} />
      <div className="mgrid">
        <section aria-labelledby="h-tree">
          <p className="label">{say('model.goalLabel', { count: model.goals.length })}</p>
          <h2 id="h-tree">{model.goals.map(({ name }) => name).join('; ') || say('goals.noneShort')}</h2>
          {editable && (
            <p className="acts tools">
              <button type="button" className="btn" onClick={() => setOpened({ of: 'add' })}>
                {say('add.open')}
              </button>
              <button type="button" className="btn" onClick={() => setOpened({ of: 'newPosition' })}>
                {say('pos.add')}
              </button>
              <button type="button" className="btn" onClick={() => setOpened({ of: 'about' })}>
                {say('about.title')}
              </button>
              <Link className="btn" to="/model/$id/decompose" params={{ id: shown.id }}>
                {say('decompose.open')}
              </Link>
            </p>
          )}
          <Pager pages={pages} at={at} total={seen.columns.length} names={names} onTurn={setAt} />
          {wanted !== text && <Busy what={say('model.filtering')} progress={null} />}
          {model.indicators.length === 0 && <p className="state">{say('model.empty')}</p>}
          {model.indicators.length > 0 && rows.length === 0 && <p className="state">{say('model.noneFound')}</p>}
          {rows.length > 0 && (
            <>
              <div className="wide">
                <Matrix
                  rows={rows}
                  columns={columns}
                  most={most}
                  editable={editable}
                  names={names}
                  linkOf={linkOf}
                  spoken={spoken}
                  deeds={{ openRow, openPosition, take, leave }}
                />
              </div>
              <ByPosition
                id={shown.id}
                columns={columns}
                rows={rows}
                layout={layout}
                most={most}
                names={names}
                onOpenPosition={openPosition}
                onOpenIndicator={openIndicator}
              />
            </>
          )}
          {rows.length < seen.rows.length && (
            <p className="tiny">{say('model.rowsOfPage', { shown: rows.length, count: seen.rows.length })}</p>
          )}
          <div className="key">
            <span>
              <span className="slot">2</span>
              {say('legend.seat')}
            </span>
            <span>
              <span className="slot sh">1</span>
              {say('legend.shared')}
            </span>
            <span>
              <span className="slot bad">6</span>
              {say('legend.over')}
            </span>
            <span>
              <b>{say('legend.bold')}</b> {say('legend.head')}
            </span>
            {editable && <span className="wide">{say('legend.keyboard')}</span>}
          </div>
        </section>
        <Checks {...checks} whoOf={whoOf} onLead={lead} />
      </div>
      <Things model={model} layout={layout} names={names} units={units} editable={editable} onChange={change} />
      <p className="foot">
        <Link to="/model/$id/cards" params={{ id: shown.id }}>
          {say('cards.title')}
        </Link>
        <Link to="/model/$id/proofs" params={{ id: shown.id }}>
          {say('proofs.title')}
        </Link>
        <Link to="/model/$id/versions" params={{ id: shown.id }}>
          {say('versions.title')}
        </Link>
        <Link to="/model/$id/revision" params={{ id: shown.id }}>
          {say('revision.title')}
        </Link>
        {(shown.state === 'inForce' || shown.state === 'superseded') && (
          <Link to="/model/$id/periods" params={{ id: shown.id }}>
            {say('periods.title')}
          </Link>
        )}
        {PAPERS.map(([address, words]) => (
          <a key={address} href={`/api/export/${address}?id=${encodeURIComponent(shown.id)}&lang=${language.lang}`}>
            {say(words)}
          </a>
        ))}
        <span>{say('model.revise', { months: model.reviseMonths })}</span>
      </p>
      {opened && (
        <OpenedDialog
          opened={opened}
          shown={shown}
          model={model}
          layout={layout}
          metrics={metrics}
          names={names}
          most={most}
          editable={editable}
          change={change}
          deeds={{ take, leave }}
          onOpen={turnTo}
        />
      )}
    </div>
  );
};

/** What a body needs on paper besides the annex. */
const PAPERS = [
  ['model-acknowledgement.docx', 'papers.acknowledgement'],
  ['model-approval.docx', 'papers.approval'],
  ['model.xlsx', 'papers.workbook'],
] as const;
const FIVE = 5;
const NO_COLUMNS: readonly Column[] = [];

/** The answer of the page, made from the checks. */
const Verdict = ({
  shown,
  findings,
  totals: { stops, warnings },
}: {
  readonly shown: ModelShowView;
  readonly findings: readonly FindingView[];
  readonly totals: { readonly stops: number; readonly warnings: number };
}) => {
  const { say, pick, format } = useLanguage();
  const rest = warnings > 0 ? say('answer.warnings', { count: warnings }) : '';
  if (shown.indicators === 0 && findings.length === 0) return <p className="answer">{say('answer.empty')}</p>;
  if (shown.today === 'inForce' || shown.today === 'superseded' || shown.today === 'waits')
    return (
      <p className="answer">
        {say(`answer.${shown.today}`, {
          day: shown.inForceFrom ? format.day(shown.inForceFrom) : '',
          order: shown.order?.number ?? '',
        })}{' '}
        {shown.today === 'inForce' && shown.inForceTo && say('answer.until', { day: format.day(shown.inForceTo) })}{' '}
        {shown.today === 'inForce' && stops + warnings > 0 && say('answer.revise', { count: stops + warnings })}
      </p>
    );
  const first = findings.find(({ severity }) => severity === 'error');
  if (first)
    return (
      <p className="answer">
        {say('answer.notYet')} <span className="w">{say('answer.cannot')}</span>
        {': '}
        {lowered(pick(first.reason))} {stops > 1 && say('answer.stops', { count: stops - 1 })} {rest}
      </p>
    );
  return (
    <p className="answer">
      {say(shown.state === 'pilot' ? 'answer.pilot' : 'answer.can')} {rest || say('answer.clean')}
    </p>
  );
};

/** A sentence that goes on after a colon; one that begins with a name in quotes stays. */
const lowered = (sentence: string): string =>
  /^\p{Lu}\p{Ll}/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;

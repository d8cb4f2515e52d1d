import type { ExplainCaseView, ExplainView, IndicatorView } from '../../client/types.ts';
import type { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Trouble, Working } from '../../parts/States.tsx';

export const CASES_PER_PAGE = 20;

/** The cases behind the figure, page by page, with those left out and why. */
export const Cases = ({
  indicator,
  explained,
  offset,
  onPage,
}: {
  readonly indicator: IndicatorView;
  readonly explained: ReturnType<typeof useAct<ExplainView>>;
  readonly offset: number;
  readonly onPage: (offset: number) => void;
}) => {
  const { say, format } = useLanguage();
  const { query, progress } = explained;
  const view = query.data;
  if (indicator.current === null) return null;
  const shown = view ? { from: offset + 1, to: offset + view.cases.length, total: view.total } : null;
  return (
    <section className="sec" aria-labelledby="h-cases" aria-busy={query.isFetching}>
      <header>
        <h2 id="h-cases">{say('cases.title')}</h2>
        {shown && view && !view.hidden && view.cases.length > 0 && (
          <p>
            {say('cases.shown', {
              range: format.range(shown.from, shown.to, 0),
              total: format.number(shown.total),
            })}
          </p>
        )}
      </header>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!view && !query.isError && <Working what={say('cases.working')} progress={progress} />}
      {view?.hidden && <p className="state">{say('cases.hidden')}</p>}
      {view && !view.hidden && view.cases.length === 0 && <p className="state">{say('cases.none')}</p>}
      {view && !view.hidden && view.cases.length > 0 && (
        <>
          <Scroll label={say('cases.title')}>
            <CaseTable cases={view.cases} indicator={indicator} />
          </Scroll>
          <p className="acts">
            <button
              type="button"
              className="btn"
              disabled={offset === 0}
              onClick={() => onPage(Math.max(0, offset - CASES_PER_PAGE))}
            >
              {say('cases.before')}
            </button>
            <button
              type="button"
              className="btn"
              disabled={offset + CASES_PER_PAGE >= view.total}
              onClick={() => onPage(offset + CASES_PER_PAGE)}
            >
              {say('cases.next')}
            </button>
          </p>
        </>
      )}
    </section>
  );
};

const CaseTable = ({
  cases,
  indicator,
}: {
  readonly cases: readonly ExplainCaseView[];
  readonly indicator: IndicatorView;
}) => {
  const { say, sayCode, format } = useLanguage();
  const label = (field: 'unit' | 'service', value: string | null): string =>
    value === null ? '' : (indicator.options[field].find((option) => option.value === value)?.label ?? value);
  const parts = cases.some((row) => row.denominator !== null);
  const shares = cases.some((row) => row.met !== null);
  const number = (value: number | string | null): string =>
    typeof value === 'number' ? format.number(value, Number.isInteger(value) ? 0 : 1) : (value ?? '');
  return (
    <table className="cases">
      <thead>
        <tr>
          <th scope="col">{say('cases.id')}</th>
          <th scope="col">{say('cases.at')}</th>
          <th scope="col" className="num">
            {say('table.value')}
          </th>
          {parts && (
            <th scope="col" className="num">
              {say('cases.of')}
            </th>
          )}
          <th scope="col">{say('cases.state')}</th>
          <th scope="col">{say('split.unit.one')}</th>
          <th scope="col">{say('split.service.one')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((row) => (
          <tr key={row.id} className={row.leftOut ? 'left' : ''}>
            <th scope="row">{row.id}</th>
            <td className="nb">{row.at ? format.day(row.at) : ''}</td>
            <td className="num">
              {row.met !== null ? say(row.met ? 'cases.yes' : 'cases.no') : shares ? '–' : number(row.numerator)}
            </td>
            {parts && <td className="num">{number(row.denominator)}</td>}
            <td>{row.leftOut ? say('cases.leftOut', { why: sayCode('leftOut', row.leftOut) }) : say('cases.used')}</td>
            <td>{label('unit', row.unit)}</td>
            <td>{label('service', row.service)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

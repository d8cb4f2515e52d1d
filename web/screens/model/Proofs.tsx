import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { IndicatorView, LinkProof, LinkProofsView, ModelShowView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Sign } from '../../parts/Verdict.tsx';
import { SelectField } from './Fields.tsx';
import type { Metrics } from './layout.ts';
import { useMetrics } from './useMetrics.ts';
import { amountOf, type Namer, namerOf } from './words.ts';

/** A year is asked of when nobody chose: a season is then whole. */
const USUAL_MONTHS = 12;

/** Each link with its proof on the facts: a sum that holds, a budget looked back at, a belief with its interval. */
export const Proofs = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/model/$id/proofs' });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const metrics = useMetrics();
  const shown = current.data?.id === id ? current.data : null;
  return (
    <div className="proofs">
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/model/$id" params={{ id }}>
          {shown?.name ?? id}
        </Link>
      </p>
      <h1>{say('proofs.title')}</h1>
      {current.isError && <Trouble error={current.error} onAgain={() => void current.refetch()} />}
      {shown && metrics.map && <OverPeriods shown={shown} metrics={metrics.map} />}
    </div>
  );
};

const OverPeriods = ({ shown, metrics }: { readonly shown: ModelShowView; readonly metrics: Metrics }) => {
  const language = useLanguage();
  const { say, format } = language;
  const [asked, setAsked] = useState<{ from?: string; to?: string }>({});
  const metric = shown.indicatorsResolved.find(({ told }) => shown.metricsTold[told]?.known)?.metric ?? null;
  const { query: facts, progress: reading } = useAct<IndicatorView>(
    'indicator',
    { metric, by: 'month' },
    { enabled: metric !== null },
  );
  const periods = facts.data?.periods ?? [];
  const to = asked.to ?? periods.at(-1);
  const from = asked.from ?? periods.at(-Math.min(USUAL_MONTHS, periods.length));
  const ready = from !== undefined && to !== undefined && shown.model.links.length > 0;
  const { query, progress } = useAct<LinkProofsView>(
    'linkProofs',
    { id: shown.id, from: from ?? '', to: to ?? '' },
    { enabled: ready },
  );
  const names = namerOf(metrics, language);
  const proofs = query.data?.proofs;
  if (shown.model.links.length === 0) return <p className="answer">{say('proofs.noLinks')}</p>;
  if (facts.isError) return <p className="answer">{say('proofs.noFacts')}</p>;
  const options = [...periods].reverse().map((value) => ({ value, label: format.period(value) }));
  return (
    <>
      <p className="answer">{proofs && say('proofs.answer', countsOf(proofs))}</p>
      <div className="filters">
        <SelectField
          label={say('proofs.from')}
          value={from ?? null}
          options={options}
          onChange={(value) => setAsked({ ...asked, from: value ?? undefined })}
        />
        <SelectField
          label={say('proofs.to')}
          value={to ?? null}
          options={options}
          onChange={(value) => setAsked({ ...asked, to: value ?? undefined })}
        />
      </div>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!proofs && !query.isError && <Working what={say('proofs.working')} progress={progress ?? reading} />}
      {proofs && (
        <section className="sec" aria-label={say('proofs.title')} aria-busy={query.isFetching ? 'true' : undefined}>
          <table className="stack proof">
            <thead>
              <tr>
                <th scope="col">{say('proofs.upper')}</th>
                <th scope="col">{say('proofs.lower')}</th>
                <th scope="col">{say('ind.kind')}</th>
                <th scope="col">{say('proofs.proof')}</th>
              </tr>
            </thead>
            <tbody>
              {proofs.map((proof) => (
                <ProofRow
                  key={`${proof.upper} ${proof.kind} ${proof.lower.join(' ')}`}
                  proof={proof}
                  shown={shown}
                  metrics={metrics}
                  names={names}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
};

const countsOf = (proofs: readonly LinkProof[]) => {
  const count = (outcome: LinkProof['outcome']) => proofs.filter((proof) => proof.outcome === outcome).length;
  return { count: proofs.length, holds: count('holds'), fails: count('fails'), weak: count('weak') };
};

/** Colour only where something stops. */
const SIGNS = { holds: 'same', fails: 'worse', weak: 'unclear', notAdditive: 'same', unknown: 'unclear' } as const;

const ProofRow = ({
  proof,
  shown,
  metrics,
  names,
}: {
  readonly proof: LinkProof;
  readonly shown: ModelShowView;
  readonly metrics: Metrics;
  readonly names: Namer;
}) => {
  const { say, pick, format } = useLanguage();
  const indicator = (id: string) => shown.model.indicators.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const found = indicator(id);
    return found ? names.indicator(found) : id;
  };
  const holderOf = (id: string) => {
    const owner = indicator(id)?.owner;
    return owner ? (shown.model.positions.find((position) => position.id === owner)?.name ?? owner) : null;
  };
  const unit = metrics.get(indicator(proof.upper)?.metric ?? '')?.unit ?? '';
  const amount = (value: number) => amountOf(Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(6)), unit, format);
  return (
    <tr>
      <th scope="row">{nameOf(proof.upper)}</th>
      <td data-l={say('proofs.lower')}>
        {proof.lower.slice(0, 6).map((id) => (
          <span key={id} className="line">
            {nameOf(id)} <span className="mute">{holderOf(id)}</span>
          </span>
        ))}
        {proof.lower.length > 6 && say('thing.more', { count: proof.lower.length - 6 })}
      </td>
      <td>{say(`link.${proof.kind}`)}</td>
      <td>
        <Sign kind={SIGNS[proof.outcome]} label={say(`outcome.${proof.outcome}`)} />{' '}
        <b>{say(`outcome.${proof.outcome}`)}.</b> {pick(proof.sentence)}
        {proof.identity && (
          <details>
            <summary>{say('proofs.parts')}</summary>
            <table className="parts">
              <tbody>
                {proof.identity.parts.map((part) => (
                  <tr key={part.place ?? ''}>
                    <th scope="row">{part.place ?? say('proofs.rest')}</th>
                    <td className="num">{amount(part.value)}</td>
                    <td className="num tiny">{part.n !== null && say('figure.n', { n: format.number(part.n) })}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{say('proofs.sum')}</th>
                  <td className="num">{amount(proof.identity.sum)}</td>
                  <td className="num tiny">{say('proofs.whole', { value: amount(proof.identity.whole) })}</td>
                </tr>
              </tfoot>
            </table>
          </details>
        )}
      </td>
    </tr>
  );
};

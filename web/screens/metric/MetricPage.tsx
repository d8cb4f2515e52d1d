import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { MetricDetail, MetricUse } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Removing } from './Removing.tsx';

/** One metric of the catalogue: what it says, who counts by it, who wrote it, and what may be done with it. */
export const MetricPage = () => {
  const { id } = useParams({ from: '/metric/$id' });
  const { say } = useLanguage();
  const { query } = useAct<MetricDetail>('catalogueShow', { metric: id });
  const shown = query.data?.id === id && query.data;
  return (
    <>
      <p className="crumb">
        <Link to="/metrics">{say('metrics.title')}</Link>
      </p>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!shown && !query.isError && <Working what={say('metrics.working')} progress={null} />}
      {shown && !query.isError && <Shown metric={shown} />}
    </>
  );
};

const Shown = ({ metric }: { readonly metric: MetricDetail }) => {
  const { say, sayCode, pick, format, lang } = useLanguage();
  const { specification: spec } = metric;
  return (
    <>
      <h1>
        {pick(metric.name)} {metric.own && <span className="mute">{say('metrics.own')}</span>}
      </h1>
      <p className="answer">{pick(metric.definition)}</p>
      <Deeds metric={metric} />
      <section className="sec" aria-labelledby="h-record">
        <header>
          <h2 id="h-record">{say('metric.record')}</h2>
          <p>{say('def.generated')}</p>
        </header>
        <p className="formula">{pick(metric.formula)}</p>
        <dl className="kv prov">
          {metric.leaves.ru.length > 0 && (
            <>
              <dt>{say('def.leaves')}</dt>
              <dd>
                {metric.leaves[lang].map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </dd>
            </>
          )}
          <Fact name={say('add.kpi')}>
            {say(`kpi.${metric.kpi}`)}, {say(`side.${metric.group}`)}
          </Fact>
          <Fact name={say('mf.unit')}>{format.unit(metric.unit, 5, 0) || say('mf.unitCount')}</Fact>
          <Fact name={say('mf.better')}>{say(metric.better === 'up' ? 'more' : 'less')}</Fact>
          <Fact name={say('prov.levels')}>{metric.levels.map((level) => sayCode('level', level)).join(', ')}</Fact>
          <Fact name={say('mf.clients')}>{spec.clients.map((one) => sayCode('clientStatus', one)).join(', ')}</Fact>
          <Fact name={say('def.counter')}>
            {spec.counter.map((other, no) => (
              <span key={other}>
                {no > 0 && ', '}
                <MetricLink id={other} />
              </span>
            ))}
          </Fact>
          <Fact name={say('prov.record')}>
            <code>{metric.id}</code>, {say('prov.spec')} <code>{metric.spec}</code>
          </Fact>
        </dl>
        <details>
          <summary>{say('prov.specification')}</summary>
          <Scroll label={say('prov.specification')}>
            <pre className="query">
              <code>{JSON.stringify(spec, null, 2)}</code>
            </pre>
          </Scroll>
        </details>
      </section>
      <Used metric={metric.id} />
    </>
  );
};

const Deeds = ({ metric }: { readonly metric: MetricDetail }) => {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <p className="acts">
        <Link className="btn main" to="/indicator/$metric" params={{ metric: metric.id }} search={{}}>
          {say('metric.figures')}
        </Link>
        <Link className="btn" to="/metrics/new" search={{ like: metric.id }}>
          {say('metrics.like')}
        </Link>
        <Link className="btn" to="/metrics/new" search={{ edit: metric.id }}>
          {say(metric.own ? 'metrics.edit' : 'metric.changeHere')}
        </Link>
        {metric.own && (
          <button type="button" className="btn" onClick={() => setRemoving(true)}>
            {say('models.remove')}
          </button>
        )}
      </p>
      {!metric.own && <p className="small soft">{say('metric.changeHereWhy')}</p>}
      {removing && (
        <Removing metric={metric} onRemoved={() => navigate({ to: '/metrics' })} onClose={() => setRemoving(false)} />
      )}
    </>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** By its name where the catalogue knows it. */
const MetricLink = ({ id }: { readonly id: string }) => {
  const { pick } = useLanguage();
  const { query } = useAct<MetricDetail>('catalogueShow', { metric: id });
  return (
    <Link to="/metric/$id" params={{ id }}>
      {query.data?.id === id ? pick(query.data.name) : id}
    </Link>
  );
};

/** Models that count by it, metrics it watches over, and who saved it. */
const Used = ({ metric }: { readonly metric: string }) => {
  const { say, sayCode, pick, format } = useLanguage();
  const { query } = useAct<MetricUse>('metricUse', { metric });
  const use = query.data;
  return (
    <section className="sec" aria-labelledby="h-used">
      <header>
        <h2 id="h-used">{say('metric.used')}</h2>
      </header>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {use && use.models.length === 0 && <p className="state">{say('metric.usedNone')}</p>}
      {use && (
        <dl className="kv prov">
          {use.models.length > 0 && (
            <Fact name={say('models.title')}>
              {use.models.map(({ id, name, indicators }) => (
                <p key={id}>
                  <Link to="/model/$id" params={{ id }}>
                    {name}
                  </Link>
                  , {say('metric.indicators', { count: indicators })}
                </p>
              ))}
            </Fact>
          )}
          {use.counterOf.length > 0 && (
            <Fact name={say('metric.counterOf')}>
              {use.counterOf.map(({ id, name }, no) => (
                <span key={id}>
                  {no > 0 && ', '}
                  <Link to="/metric/$id" params={{ id }}>
                    {pick(name)}
                  </Link>
                </span>
              ))}
            </Fact>
          )}
          {use.savings.length > 0 && (
            <Fact name={say('metric.savings')}>
              {use.savings.map(({ version, actor, savedAt, stands }) => (
                <p key={version}>
                  {format.moment(savedAt)}, {sayCode('actor', actor)}
                  {!stands && `, ${say('metric.removed')}`}
                </p>
              ))}
            </Fact>
          )}
        </dl>
      )}
    </section>
  );
};

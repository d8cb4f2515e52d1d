import { Link } from '@tanstack/react-router';
import type { JourneyPictureView, JourneysView } from '#acts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Empty, Trouble, Working } from '../../parts/States.tsx';
import { journeyAnswer } from './answer.ts';
import { MarkedWords } from './MarkedAnswer.tsx';
import { namesOf } from './names.ts';
import { shownMeans } from './spans.ts';

/** Which journeys there are, how long each takes, and how much of that is nobody's. */
export const Journeys = () => {
  const { say, format } = useLanguage();
  const { query, progress } = useAct<JourneysView>('journeys', {});
  const view = query.data;
  if (!view) {
    return (
      <>
        <h1>{say('nav.journeys')}</h1>
        {query.isError ? (
          <Trouble error={query.error} onAgain={() => void query.refetch()} />
        ) : (
          <Working what={say('journeys.working')} progress={progress} />
        )}
      </>
    );
  }
  const drawn = [...view.journeys].sort((a, b) => format.compare(a.name, b.name));
  return (
    <div aria-busy={query.isFetching}>
      <p className="crumb">{say('journeys.crumb')}</p>
      <h1>{say('nav.journeys')}</h1>
      <p className="answer">
        {drawn.length === 0 ? say('journeys.answerEmpty') : say('journeys.answer', { count: drawn.length })}
      </p>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {drawn.length === 0 && <FirstStep hasFacts={view.undrawn.cases > 0} />}
      {drawn.map((journey) => (
        <Row key={journey.id} journey={journey} />
      ))}
      {drawn.length > 0 && (
        <p className="acts jnew">
          <Link className="btn main" to="/journeys/new">
            {say('journeys.discover')}
          </Link>
          <Link className="btn" to="/journeys/new" search={{ blank: 'yes' }}>
            {say('journeys.blank')}
          </Link>
        </p>
      )}
      <Undrawn view={view} />
    </div>
  );
};

const FirstStep = ({ hasFacts }: { readonly hasFacts: boolean }) => {
  const { say } = useLanguage();
  return (
    <Empty>
      <p>
        <b>{say('journeys.emptyWhat')}</b> {say(hasFacts ? 'journeys.emptyFirst' : 'journeys.emptyNoFacts')}
      </p>
      <p className="acts">
        {hasFacts ? (
          <Link className="btn main" to="/journeys/new">
            {say('journeys.discover')}
          </Link>
        ) : (
          <Link className="btn main" to="/data">
            {say('empty.upload')}
          </Link>
        )}
        <Link className="btn" to="/journeys/new" search={{ blank: 'yes' }}>
          {say('journeys.blank')}
        </Link>
      </p>
    </Empty>
  );
};

/** Each row asks for its own numbers: a slow journey does not hold up the others. */
const Row = ({ journey }: { readonly journey: JourneysView['journeys'][number] }) => {
  const language = useLanguage();
  const { say, sayCode, format } = language;
  const { query } = useAct<JourneyPictureView>('journeyPicture', { id: journey.id, scope: {} });
  const picture = query.data;
  const means = picture ? shownMeans(picture) : null;
  const owner = journey.owner.name || journey.owner.body || '';
  return (
    <section className="sec jrow" aria-labelledby={`j-${journey.id}`}>
      <div>
        <h2 id={`j-${journey.id}`}>
          <Link to="/journey/$id" params={{ id: journey.id }}>
            {journey.name}
          </Link>
        </h2>
        <p className="tiny">
          {sayCode('journeyKind', journey.kind)} · {say('journeys.touchpoints', { count: journey.touchpoints })}
          {owner !== '' && ` · ${say('journeys.owner', { owner })}`}
          {journey.toBe !== 'none' && ` · ${say(`journeys.toBe.${journey.toBe}`)}`}
        </p>
        <p className="soft">
          {picture && means ? (
            <MarkedWords text={journeyAnswer(picture, namesOf(picture, picture.design, language), means, language)} />
          ) : query.isError ? (
            say('journeys.noPicture')
          ) : (
            <span role="status">{say('journeys.working')}</span>
          )}
        </p>
      </div>
      {picture?.whole && means && (
        <dl className="jfigures">
          <div>
            <dt>{say('journeys.mean')}</dt>
            <dd>
              <b className="val">{format.number(means.whole, 2)}</b>{' '}
              <span className="ival">
                {format.range(...daysOf(picture.whole.interval.mean), 2)}
                <br />
                {say('figure.n', { n: format.number(picture.population.n) })}
              </span>
            </dd>
          </div>
          <div>
            <dt>{say('journeys.nobody')}</dt>
            <dd>
              <b className="val">{format.number(means.kind('gap'), 2)}</b>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
};

const daysOf = (bounds: readonly [number | null, number | null] | null): readonly [number | null, number | null] => {
  const days = (seconds: number | null | undefined) => (typeof seconds === 'number' ? seconds / 86_400 : null);
  return [days(bounds?.[0]), days(bounds?.[1])];
};

const Undrawn = ({ view }: { readonly view: JourneysView }) => {
  const { say, format } = useLanguage();
  const { journeys, services } = view.undrawn;
  if (journeys.length + services.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="h-undrawn">
      <header>
        <h2 id="h-undrawn">{say('journeys.undrawn')}</h2>
        <p>{say('journeys.undrawnWhy')}</p>
      </header>
      <ul className="jundrawn">
        {journeys.map(({ value, runs, cases }) => (
          <li key={`j ${value}`}>
            <Link to="/journeys/new" search={{ journey: value }}>
              {value}
            </Link>{' '}
            <span className="mute">{say('journeys.undrawnRuns', { runs: runs || cases })}</span>
          </li>
        ))}
        {[...services]
          .sort((a, b) => format.compare(a.value, b.value))
          .map(({ value, cases }) => (
            <li key={`s ${value}`}>
              <Link to="/journeys/new" search={{ service: value }}>
                {value}
              </Link>{' '}
              <span className="mute">{say('journeys.undrawnCases', { cases })}</span>
            </li>
          ))}
      </ul>
    </section>
  );
};

import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { JourneyPictureView, JourneyView, MetricView } from '#acts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { JourneyPage } from './JourneyPage.tsx';
import { type JourneyAddress, journeyInput } from './journeyView.ts';

/** Where the time goes, what is nobody's, which link is weakest and what it costs; the same picture is the editor. */
export const Journey = () => {
  const { say, pick } = useLanguage();
  const { id } = useParams({ from: '/journey/$id' });
  const address: JourneyAddress = useSearch({ from: '/journey/$id' });
  const { query: saved } = useAct<JourneyView>('journeyShow', { id });
  const toBe = address.design === 'toBe' && saved.data?.journey.toBe != null;
  const { query: picture, progress } = useAct<JourneyPictureView>(
    'journeyPicture',
    { ...journeyInput(id, address), ...(toBe ? { design: 'toBe' } : {}) },
    { enabled: saved.data !== undefined },
  );
  const { query: metrics } = useAct<readonly MetricView[]>('catalogueList', {});
  const failed = saved.isError ? saved : picture.isError && !picture.data ? picture : null;
  // the page of another journey is another page: nothing that was being edited goes along
  if (!saved.data || saved.data.journey.id !== id || !picture.data || picture.data.journey.id !== id) {
    return (
      <>
        <p className="crumb">
          <Link to="/journeys">{say('nav.journeys')}</Link>
        </p>
        <h1>{saved.data?.journey.id === id ? saved.data.journey.name : say('journey.title')}</h1>
        {failed ? (
          <Trouble error={failed.error} onAgain={() => void failed.refetch()} />
        ) : (
          <Working what={say('journey.working')} progress={progress} />
        )}
      </>
    );
  }
  return (
    <JourneyPage
      key={id}
      saved={saved.data}
      view={picture.data}
      address={address}
      metricNames={new Map(metrics.data?.map(({ id: metric, name }) => [metric, pick(name)]))}
      fetching={picture.isFetching}
      stale={picture.isPlaceholderData}
      progress={progress}
      error={picture.isError ? picture.error : null}
      onAgain={() => void picture.refetch()}
    />
  );
};

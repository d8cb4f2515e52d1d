import { Link } from '@tanstack/react-router';
import { useFirstData } from '../client/useFirstData.ts';
import { useLanguage } from '../language.tsx';
import { Empty, Working } from './States.tsx';

/** With nothing loaded: what to do first, and the way there. While the server is still filling itself with the example
 *  it says so instead, and the page comes by itself. */
export const BeginHere = () => {
  const { say, sayCode } = useLanguage();
  const loading = useFirstData();
  if (loading === undefined) return <Working what={say('board.working')} progress={null} />;
  if (loading)
    return (
      <Working
        what={`${say('firstData.what')} ${sayCode('stage', loading.stage)}.`}
        progress={loading.done > 0 ? loading : null}
      />
    );
  return (
    <>
      <p className="answer">{say('empty.answer')}</p>
      <Empty>
        <p>
          <b>{say('empty.what')}</b> {say('empty.first')}
        </p>
        <p className="acts">
          <Link className="btn main" to="/data">
            {say('empty.upload')}
          </Link>
          <Link className="btn" to="/guide">
            {say('empty.example')}
          </Link>
        </p>
      </Empty>
    </>
  );
};

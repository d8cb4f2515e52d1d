import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';
import { Empty } from './States.tsx';

/** With nothing loaded: what to do first, and the way there. */
export const BeginHere = () => {
  const { say } = useLanguage();
  return (
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
  );
};

import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';

export const NotFound = () => {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say('notFound.title')}</h1>
      <p className="answer">{say('notFound.answer')}</p>
      <p className="acts">
        <Link className="btn main" to="/">
          {say('notFound.back')}
        </Link>
      </p>
    </>
  );
};

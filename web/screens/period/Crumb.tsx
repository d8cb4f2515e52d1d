import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language.tsx';

/** The way back: models, the model, and what lies between. */
export const Crumb = ({
  id,
  name,
  children,
}: {
  readonly id: string;
  readonly name: string | undefined;
  readonly children?: ReactNode;
}) => {
  const { say } = useLanguage();
  return (
    <p className="crumb">
      <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
      <Link to="/model/$id" params={{ id }}>
        {name ?? id}
      </Link>
      {children}
    </p>
  );
};

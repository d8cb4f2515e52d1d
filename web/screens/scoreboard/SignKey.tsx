import { useLanguage } from '../../language.tsx';

/** How to read the small charts, in one line. */
export const SignKey = () => {
  const { say } = useLanguage();
  return (
    <p className="key grammar">
      <span>
        <svg width="34" height="14" aria-hidden="true">
          <rect className="c-band" width="34" height="14" />
          <path className="c-centre" d="M0 7h34" />
        </svg>
        {say('key.band')}
      </span>
      <span>
        <svg width="34" height="8" aria-hidden="true">
          <path className="c-target thin" d="M0 4h34" />
        </svg>
        {say('key.target')}
      </span>
      <span>{say('key.last')}</span>
      <span>{say('key.interval')}</span>
    </p>
  );
};

import { useLanguage } from '../../language.tsx';
import type { DrawnJourney } from './drawn.ts';
import { DocumentSign, VisitSign } from './marks.tsx';

/** Whose time: the key of the fills, and of the two signs. Only what the map shows. */
export const TimeKey = ({ drawn }: { readonly drawn: DrawnJourney }) => {
  const { say } = useLanguage();
  const has = (...kinds: readonly string[]): boolean => drawn.bars.some((bar) => kinds.includes(bar.kind));
  const fills = [
    has('work') && (['o-work', 'journey.key.work'] as const),
    has('agency', 'suspension') && (['o-wait', 'journey.key.wait'] as const),
    has('client') && (['o-client', 'journey.key.client'] as const),
    has('gap') && (['o-hatch', 'journey.key.gap'] as const),
    drawn.beside.length > 0 && (['o-side', 'journey.key.beside'] as const),
    has('plan') && (['o-side', 'journey.key.plan'] as const),
  ].filter((fill) => fill !== false);
  return (
    <div className="key">
      {fills.map(([fill, word]) => (
        <span key={word}>
          <svg width="24" height="12" aria-hidden="true">
            <rect className={fill} x=".5" y=".5" width="23" height="11" />
          </svg>
          {say(word)}
        </span>
      ))}
      {drawn.marks.some(({ visits }) => visits !== '') && (
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <VisitSign x={1} y={1} />
          </svg>
          {say('journey.key.visit')}
        </span>
      )}
      {drawn.marks.some(({ documents }) => documents !== '') && (
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <DocumentSign x={2} y={1} />
          </svg>
          {say('journey.key.document')}
        </span>
      )}
    </div>
  );
};

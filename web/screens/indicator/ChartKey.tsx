import { Mark, type MarkKind } from '../../charts/Mark.tsx';
import { toneOf } from '../../charts/series.ts';
import type { IndicatorView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';

/** A key only for what is drawn on this very chart. */
export const ChartKey = ({ indicator }: { readonly indicator: IndicatorView }) => {
  const { say } = useLanguage();
  const { chart, changes } = indicator;
  const has = (test: (point: (typeof chart.points)[number]) => boolean): boolean => chart.points.some(test);
  const banded = chart.segments.some((segment) => segment.lower !== null);
  const tones = new Set(chart.points.map((_, index) => toneOf(chart, index, indicator.better)));
  return (
    <div className="key chartkey">
      {banded && (
        <span>
          <svg width="34" height="14" aria-hidden="true">
            <rect className="c-band" width="34" height="14" />
            <path className="c-centre" d="M0 7h34" />
          </svg>
          {say('key.usual')}
        </span>
      )}
      {tones.has('better') && <MarkKey kind="better" words={say('key.ruleBetter')} />}
      {tones.has('worse') && <MarkKey kind="worse" words={say('key.ruleWorse')} />}
      {has((point) => point.hollow === true) && <MarkKey kind="hollow" words={say('key.hollow')} />}
      {indicator.target && <LineKey className="c-target" words={say('key.target')} />}
      {indicator.norm && <LineKey className="c-norm" words={say('key.norm')} />}
      {changes.some((change) => change.rebases) && <RuleKey className="c-note" words={say('key.rebased')} />}
      {changes.some((change) => !change.rebases) && <RuleKey className="c-note dotted" words={say('key.kept')} />}
    </div>
  );
};

const LineKey = ({ className, words }: { readonly className: string; readonly words: string }) => (
  <span>
    <svg width="34" height="8" aria-hidden="true">
      <path className={className} d="M0 4h34" />
    </svg>
    {words}
  </span>
);

const RuleKey = ({ className, words }: { readonly className: string; readonly words: string }) => (
  <span>
    <svg width="8" height="14" aria-hidden="true">
      <path className={className} d="M4 0v14" />
    </svg>
    {words}
  </span>
);

const MarkKey = ({ kind, words }: { readonly kind: MarkKind; readonly words: string }) => (
  <span>
    <svg width="14" height="14" aria-hidden="true">
      <Mark x={7} y={7} kind={kind} size={kind === 'hollow' ? 3.4 : 4.4} />
    </svg>
    {words}
  </span>
);

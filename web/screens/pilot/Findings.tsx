import { useLanguage } from '../../language.tsx';
import type { PilotRow } from './pilotActs.ts';

/** What facts say of an indicator and how many of its holders understand it: one line a question. */
export const Findings = ({ row, partner }: { readonly row: PilotRow; readonly partner: string }) => {
  const { say, format } = useLanguage();
  const { coverage, costHours, exposure, heard } = row.evidence;
  const { asked, clear, influences } = heard;
  const share = coverage === null ? null : format.value(Math.round(100 * coverage), '%', 0);
  const lines = [
    ['coverage', share === null ? say('pilot.coverage.none') : say('pilot.coverage.of', { share })],
    ['stability', useStability(row)],
    [
      'cost',
      costHours === null
        ? say('pilot.cost.unknown')
        : costHours === 0
          ? say('pilot.cost.free')
          : say('pilot.cost.hours', { hours: costHours }),
    ],
    ['relation', useRelation(row, partner)],
    [
      'exposure',
      exposure.length === 0
        ? say('pilot.exposure.none')
        : exposure.map(({ code }) => say(`pilot.exposure.${code}`)).join('; '),
    ],
    ['heard', asked === 0 ? say('pilot.heard.none') : say('pilot.heard.of', { asked, clear, influences })],
  ] as const;
  return (
    <dl className="findings">
      {lines.map(([finding, words]) => (
        <div key={finding}>
          <dt>{say(`pilot.${finding}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
};

const useStability = ({ evidence: { stability }, unit }: PilotRow): string => {
  const { say, format } = useLanguage();
  const { noise, matters, points } = stability;
  if (noise === null || matters === null)
    return points === 0 ? say('pilot.stability.none') : say('pilot.stability.few', { points });
  // shares differ by points, not by percent
  const of = unit === '%' ? 'points' : unit;
  const amount = (value: number) => format.value(value, of, value >= 10 ? 0 : value >= 1 ? 1 : 2);
  return say('pilot.stability.noise', { noise: amount(noise), matters: amount(matters) });
};

const useRelation = ({ evidence: { relation } }: PilotRow, partner: string): string => {
  const { say, format } = useLanguage();
  if (relation === null) return say('pilot.relation.none');
  const { pairs, rank, interval } = relation;
  if (rank === null || interval === null)
    return pairs < FEWEST_PAIRS
      ? say('pilot.relation.few', { partner, pairs })
      : say('pilot.relation.still', { partner });
  const [low, high] = interval;
  const kind = low > 0 ? 'together' : high < 0 ? 'apart' : 'unseen';
  return say(`pilot.relation.${kind}`, {
    partner,
    rank: format.number(rank, 1),
    interval: format.range(low, high, 1),
  });
};

/** As the report has it: fewer periods in common tell nothing. */
const FEWEST_PAIRS = 8;

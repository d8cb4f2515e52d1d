import { useState } from 'react';
import type { Progress } from '../../client/act.ts';
import type { FindingView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble } from '../../parts/States.tsx';
import { byTopic, passedTopics, type TopicFound, totalOf, totalsOf } from './checkTopics.ts';

/** What must be mended, what should be looked at, what is in order; each with what to do and the way there. */
export const Checks = ({
  findings,
  counts,
  facts,
  checking,
  whoOf,
  onLead,
}: {
  readonly findings: readonly FindingView[];
  /** Of each rule, where more were found than are listed. */
  readonly counts: Readonly<Record<string, number>>;
  readonly facts: {
    readonly known: boolean;
    /** The facts were asked before the newest changes. */
    readonly stale: boolean;
    readonly running: boolean;
    readonly progress: Progress | null;
    readonly error: unknown;
    readonly run: () => void;
  };
  readonly checking: boolean;
  /** Who answers for what a finding speaks of; null: it speaks of nobody's. */
  readonly whoOf: (finding: FindingView) => string | null;
  readonly onLead: (finding: FindingView) => void;
}) => {
  const { say } = useLanguage();
  const found = byTopic(findings);
  const passed = passedTopics(findings, facts.known);
  const { stops, warnings } = totalsOf(findings, counts);
  return (
    <aside className="checks" aria-labelledby="h-checks" aria-busy={checking ? 'true' : undefined}>
      <h2 id="h-checks">{say('checks.title')}</h2>
      <p className="tiny" role="status">
        {say('checks.counts', { stops, warnings, passed: passed.length })}{' '}
        {facts.known ? say(facts.stale ? 'checks.factsBefore' : 'checks.factsKnown') : say('checks.factsUnknown')}
      </p>
      {facts.running ? (
        <Busy what={say('checks.factsWorking')} progress={facts.progress} />
      ) : (
        (!facts.known || facts.stale) && (
          <p className="noprint">
            <button type="button" className="plain" onClick={facts.run}>
              {say('checks.factsRun')}
            </button>
          </p>
        )
      )}
      {facts.error !== null && <Trouble error={facts.error} />}
      <ul>
        {found.map((group) => (
          <TopicItem
            key={`${group.severity} ${group.topic?.name ?? group.findings[0]!.rule}`}
            group={group}
            total={totalOf(group.findings, counts)}
            whoOf={whoOf}
            onLead={onLead}
          />
        ))}
        {passed.map((topic) => (
          <li key={topic.name} className="ok">
            <svg className="v v-same" role="img" aria-label={say('checks.ok')} viewBox="0 0 18 18">
              <path d="M3 9.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
            <div>
              <b>{say(topic.title)}</b>
              <p>{say(topic.passed)}</p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
};

/** So many of a kind are shown at once: a long list hides what else there is. */
const SHOWN = 2;

const TopicItem = ({
  group,
  total,
  whoOf,
  onLead,
}: {
  readonly group: TopicFound;
  /** Found in all, listed or not. */
  readonly total: number;
  readonly whoOf: (finding: FindingView) => string | null;
  readonly onLead: (finding: FindingView) => void;
}) => {
  const { say, sayCode, pick, format } = useLanguage();
  const [shown, setShown] = useState(SHOWN);
  const { topic, severity, findings } = group;
  const stop = severity === 'error';
  return (
    <li className={stop ? 'stop' : 'warn'}>
      <svg
        className={`v ${stop ? 'v-worse' : ''}`}
        role="img"
        aria-label={say(stop ? 'checks.stop' : 'checks.warning')}
        viewBox="0 0 18 18"
      >
        {stop ? (
          <path d="M9 1l8 8-8 8-8-8z" fill="currentColor" />
        ) : (
          <path d="M9 2l7 7-7 7-7-7z" fill="none" stroke="currentColor" strokeWidth="2" />
        )}
      </svg>
      <div>
        <b>{topic ? say(topic.title) : sayCode('check', findings[0]!.rule)}</b>
        {total > 1 && <span className="mute"> · {format.number(total)}</span>}
        {findings.slice(0, shown).map((finding) => (
          <p key={`${finding.rule} ${finding.place} ${pick(finding.reason)}`}>
            {pick(finding.reason)} {pick(finding.remedy)}{' '}
            <Lead finding={finding} who={whoOf(finding)} onLead={onLead} />
          </p>
        ))}
        {findings.length > shown && (
          <button type="button" className="plain more" onClick={() => setShown(shown + 20)}>
            {say('checks.more', { count: findings.length - shown })}
          </button>
        )}
        {total > findings.length && shown >= findings.length && (
          <p>{say('checks.unlisted', { count: total - findings.length })}</p>
        )}
      </div>
    </li>
  );
};

const Lead = ({
  finding,
  who,
  onLead,
}: {
  readonly finding: FindingView;
  readonly who: string | null;
  readonly onLead: (finding: FindingView) => void;
}) => {
  const { say } = useLanguage();
  const { of, id } = finding.at;
  if (id === null || of === 'journey' || of === 'model') return null;
  const there = of === 'position' ? 'checks.leadPosition' : of === 'indicator' || of === 'link' ? 'checks.lead' : null;
  return (
    <button type="button" className="lead" onClick={() => onLead(finding)}>
      {say(there ?? 'checks.leadThere')}
      {who !== null && of !== 'position' && `: ${who}`}
      <span className="sr">, {finding.place}</span>
    </button>
  );
};

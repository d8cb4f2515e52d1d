import { useState } from 'react';
import type { Progress } from '../../client/act.ts';
import type { FindingView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble } from '../../parts/States.tsx';
import { byTopic, passedTopics, type TopicFound } from './checkTopics.ts';

/** What must be mended, what should be looked at, what is in order; each with what to do and the way there. */
export const Checks = ({
  findings,
  facts,
  checking,
  onLead,
}: {
  readonly findings: readonly FindingView[];
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
  readonly onLead: (finding: FindingView) => void;
}) => {
  const { say } = useLanguage();
  const found = byTopic(findings);
  const passed = passedTopics(findings, facts.known);
  const stops = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <aside className="checks" aria-labelledby="h-checks" aria-busy={checking ? 'true' : undefined}>
      <h2 id="h-checks">{say('checks.title')}</h2>
      <p className="tiny" role="status">
        {say('checks.counts', { stops, warnings: findings.length - stops, passed: passed.length })}{' '}
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
const SHOWN = 3;

const TopicItem = ({
  group,
  onLead,
}: {
  readonly group: TopicFound;
  readonly onLead: (finding: FindingView) => void;
}) => {
  const { say, sayCode, pick } = useLanguage();
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
        {findings.length > 1 && <span className="mute"> · {findings.length}</span>}
        {findings.slice(0, shown).map((finding) => (
          <p key={`${finding.rule} ${finding.place} ${pick(finding.reason)}`}>
            {pick(finding.reason)} {pick(finding.remedy)}{' '}
            {finding.at.id !== null && finding.at.of !== 'journey' && (
              <button type="button" className="lead" onClick={() => onLead(finding)}>
                {say(finding.at.of === 'position' ? 'checks.leadPosition' : 'checks.lead')}
                <span className="sr">: {finding.place}</span>
              </button>
            )}
          </p>
        ))}
        {findings.length > shown && (
          <button type="button" className="plain more" onClick={() => setShown(shown + 20)}>
            {say('checks.more', { count: findings.length - shown })}
          </button>
        )}
      </div>
    </li>
  );
};

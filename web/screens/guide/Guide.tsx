import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { VerdictKind } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Sign } from '../../parts/Verdict.tsx';
import type { WordKey } from '../../words.ts';

const KINDS: readonly VerdictKind[] = ['better', 'same', 'worse', 'unclear'];
const RULES = ['outside', 'shift', 'trend', 'twoOfThree'] as const;
const CHART = ['limits', 'change', 'trial', 'days', 'season', 'target', 'marks'] as const;
const FIGURE = ['interval', 'n', 'hidden', 'few', 'early', 'unrecorded', 'parted'] as const;
const NEVER = ['rank', 'bonus', 'cause', 'name'] as const;

/** The method in short: first steps, signs, the chart, the numbers beside it, what the product never does. */
export const Guide = () => {
  const { say } = useLanguage();
  return (
    <>
      <p className="crumb">{say('guide.crumb')}</p>
      <h1>{say('nav.guide')}</h1>
      <p className="answer">{say('guide.answer')}</p>
      <Section id="first" title="guide.first">
        <ol className="steps">
          <li>
            <b>{say('guide.step1')}</b> {say('guide.step1Text')} <Link to="/data">{say('nav.data')}</Link>
          </li>
          <li>
            <b>{say('guide.step2')}</b> {say('guide.step2Text')} <Link to="/">{say('nav.scoreboard')}</Link>
          </li>
          <li>
            <b>{say('guide.step3')}</b> {say('guide.step3Text')}
          </li>
          <li>
            <b>{say('guide.step4')}</b> {say('guide.step4Text')}
          </li>
        </ol>
      </Section>
      <Section id="forming" title="guide.forming">
        <ol className="steps">
          <li>
            <b>{say('guide.form1')}</b> {say('guide.form1Text')} <Link to="/journeys">{say('nav.journeys')}</Link>
          </li>
          <li>
            <b>{say('guide.form2')}</b> {say('guide.form2Text')} <Link to="/models">{say('nav.model')}</Link>
          </li>
          <li>
            <b>{say('guide.form3')}</b> {say('guide.form3Text')}
          </li>
          <li>
            <b>{say('guide.form4')}</b> {say('guide.form4Text')}
          </li>
        </ol>
      </Section>
      <Section id="verdicts" title="guide.verdicts">
        <ul className="signs">
          {KINDS.map((kind) => (
            <li key={kind}>
              <Sign kind={kind} />
              <p className={`verdict is-${kind}`}>
                <b>{say(`verdict.${kind}`)}.</b> {say(`guide.verdict.${kind}`)}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="rules" title="guide.rules">
        <dl className="kv prov">
          {RULES.map((rule) => (
            <Term key={rule} term={`rule.${rule}`} text={`guide.rule.${rule}`} />
          ))}
        </dl>
      </Section>
      <Section id="chart" title="guide.chart">
        <dl className="kv prov">
          {CHART.map((name) => (
            <Term key={name} term={`guide.chart.${name}`} text={`guide.chart.${name}Text`} />
          ))}
        </dl>
      </Section>
      <Section id="figure" title="guide.figure">
        <dl className="kv prov">
          {FIGURE.map((name) => (
            <Term key={name} term={`guide.figure.${name}`} text={`guide.figure.${name}Text`} />
          ))}
        </dl>
      </Section>
      <Section id="never" title="guide.never">
        <ul className="notes">
          {NEVER.map((name) => (
            <li key={name}>{say(`guide.never.${name}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
};

const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: WordKey;
  readonly children: ReactNode;
}) => {
  const { say } = useLanguage();
  return (
    <section className="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{say(title)}</h2>
      </header>
      {children}
    </section>
  );
};

const Term = ({ term, text }: { readonly term: WordKey; readonly text: WordKey }) => {
  const { say } = useLanguage();
  return (
    <>
      <dt>{say(term)}</dt>
      <dd>{say(text)}</dd>
    </>
  );
};

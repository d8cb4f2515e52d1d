import type { JourneyPictureView } from '#acts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import type { Names } from './names.ts';
import { stopOf } from './stopKeys.ts';

/** Every question at every touchpoint: the map shows one of each. */
export const Voices = ({ view, names }: { readonly view: JourneyPictureView; readonly names: Names }) => {
  const { say, format } = useLanguage();
  const asked = view.touchpoints.flatMap((facts) =>
    facts.satisfaction.map((voice) => ({
      ...voice,
      at: names.touchpoint(facts),
      key: `${stopOf(facts)} ${voice.metric}`,
    })),
  );
  if (asked.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="h-voices">
      <header>
        <h2 id="h-voices">{say('voices.title')}</h2>
        <p>{say('voices.why')}</p>
      </header>
      <details>
        <summary>{say('voices.all', { count: asked.length })}</summary>
        <Scroll label={say('voices.title')}>
          <table className="five">
            <thead>
              <tr>
                <th scope="col">{say('sum.step')}</th>
                <th scope="col">{say('voices.question')}</th>
                <th scope="col" className="num">
                  {say('table.value')}
                </th>
                <th scope="col" className="num">
                  {say('table.interval')}
                </th>
                <th scope="col" className="num">
                  n
                </th>
              </tr>
            </thead>
            <tbody>
              {asked.map((voice) => (
                <tr key={voice.key}>
                  <th scope="row">{voice.at}</th>
                  <td>{names.voice(voice)}</td>
                  {voice.value === null ? (
                    <td className="mute" colSpan={3}>
                      {say('voices.few')}
                    </td>
                  ) : (
                    <>
                      <td className="num">
                        <b>{format.value(voice.value, '%', 0)}</b>
                      </td>
                      <td className="num mute">
                        {voice.interval && format.range(voice.interval[0], voice.interval[1], 0)}
                      </td>
                      <td className="num">{voice.n === null ? '–' : format.number(voice.n)}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  );
};

import type { JourneyPictureView } from '#acts';
import type { Design } from '#model';
import { NarrowMap } from '../../charts/journey/NarrowMap.tsx';
import { TimeKey } from '../../charts/journey/TimeKey.tsx';
import { WideMap } from '../../charts/journey/WideMap.tsx';
import { savePng, saveSvg } from '../../charts/saveChart.ts';
import { useLanguage } from '../../language.tsx';
import { useWidth } from '../../parts/useWidth.ts';
import { drawJourney } from './drawJourney.ts';
import type { OpenForm } from './JourneyPage.tsx';
import type { Names } from './names.ts';
import { SelectedStop } from './SelectedStop.tsx';
import type { ShownMeans } from './spans.ts';
import { useMap } from './useMap.ts';

/** Below this width the path runs downwards. */
export const NARROW = 700;

/** The map, which is the editor too, and what can be done with it. */
export const MapFigure = ({
  view,
  design,
  names,
  means,
  selected,
  onSelect,
  onOpen,
  onMove,
  onDrop,
  onForm,
  file,
  sheet,
}: {
  readonly view: JourneyPictureView;
  readonly design: Design;
  readonly names: Names;
  readonly means: ShownMeans;
  readonly selected: string | null;
  readonly onSelect: (stop: string) => void;
  readonly onOpen: (stop: string) => void;
  readonly onMove: (stop: string, by: -1 | 1) => void;
  readonly onDrop: (stop: string, before: string | null) => void;
  readonly onForm: (form: OpenForm) => void;
  readonly file: string;
  /** Address of the journey's sheet. */
  readonly sheet: string;
}) => {
  const language = useLanguage();
  const { say } = language;
  const [ref, width] = useWidth<HTMLDivElement>(1296);
  const drawn = drawJourney(view, design, names, means, language);
  const { stopProps, drop } = useMap(ref, {
    stops: drawn.stops.map(({ key }) => key),
    selected: drawn.stops.some(({ key }) => key === selected) ? selected : null,
    onSelect,
    onOpen,
    onMove,
    onDrop,
  });
  const save = (how: (svg: SVGSVGElement, name: string) => Promise<void>) => {
    const svg = ref.current?.querySelector<SVGSVGElement>('svg.jmap');
    if (svg) void how(svg, file);
  };
  const empty = drawn.bars.length === 0;
  const narrow = width < NARROW;
  return (
    <figure className="sec first jpicture">
      <header>
        <TimeKey drawn={drawn} />
        <span className="do noprint">
          <button type="button" className="plain" onClick={() => onForm({ form: 'budgets' })}>
            {say('journey.budgets')}
          </button>
          <button type="button" className="plain" onClick={() => onForm({ form: 'about' })}>
            {say('journey.about')}
          </button>
          {!empty && (
            <>
              <button type="button" className="plain" onClick={() => save(saveSvg)}>
                SVG
              </button>
              <button type="button" className="plain" onClick={() => save(savePng)}>
                PNG
              </button>
              <button type="button" className="plain" onClick={() => window.print()}>
                {say('journey.print')}
              </button>
              <a href={sheet}>{say('journey.sheet')}</a>
            </>
          )}
        </span>
      </header>
      {!drawn.measured && !empty && <p className="small soft">{say('journey.map.plan')}</p>}
      <div ref={ref}>
        {empty ? (
          <p className="state">{say('journey.map.empty')}</p>
        ) : narrow ? (
          <NarrowMap drawn={drawn} width={width} stopProps={stopProps} drop={drop} />
        ) : (
          <WideMap drawn={drawn} width={width} stopProps={stopProps} drop={drop} />
        )}
      </div>
      {narrow && drawn.beside.length > 0 && (
        <p className="tiny after">
          {say('journey.map.besideList', {
            list: drawn.beside.map(({ label, amount }) => `${label} (${amount})`).join(', '),
          })}
        </p>
      )}
      {narrow && drawn.voices.length > 0 && (
        <p className="tiny after">
          {drawn.words.voices}: {drawn.voices.map(({ label, amount }) => `${label} ${amount}`).join('; ')}.
        </p>
      )}
      {!empty && (
        <figcaption className="tiny after">
          {drawn.measured && say('journey.map.how')} <span className="noprint">{say('journey.map.keys')}</span>
        </figcaption>
      )}
      <SelectedStop
        stop={selected}
        view={view}
        design={design}
        names={names}
        means={means}
        onOpen={onOpen}
        onMove={onMove}
        onAdd={() => onForm({ form: 'touchpoint', id: null })}
      />
    </figure>
  );
};

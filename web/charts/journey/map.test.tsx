import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../language.tsx';
import { bornChild, bornChildDesign } from '../../screens/journey/bornChild.ts';
import { drawJourney } from '../../screens/journey/drawJourney.ts';
import { namesOf } from '../../screens/journey/names.ts';
import { shownMeans } from '../../screens/journey/spans.ts';
import type { BarKind, DrawnBar, DrawnJourney } from './drawn.ts';
import { NarrowMap } from './NarrowMap.tsx';
import { layOutNarrow } from './narrow.ts';
import { textWidth, wrap } from './text.ts';
import { WideMap } from './WideMap.tsx';
import { layOutWide, linksOf, type WideLayout } from './wide.ts';

const language = languageOf('ru');
const names = namesOf(bornChild, bornChildDesign, language);
const drawn = drawJourney(bornChild, bornChildDesign, names, shownMeans(bornChild), language);
const WIDTHS = [720, 1000, 1296];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly of: string;
}
/** Of sums of seconds as floats. */
const NOISE = 1e-6;
const overlapping = (boxes: readonly Box[]): readonly string[] =>
  boxes.flatMap((a, k) =>
    boxes
      .slice(k + 1)
      .filter(
        (b) =>
          a.left < b.right - NOISE && b.left < a.right - NOISE && a.top < b.bottom - NOISE && b.top < a.bottom - NOISE,
      )
      .map((b) => `${a.of} × ${b.of}`),
  );
const ofLabel = (label: { x: number; y: number; width: number; text: string; amount: string }): Box => ({
  left: label.x,
  right: label.x + label.width,
  top: label.y - 11,
  bottom: label.y + 3,
  of: `${label.text} ${label.amount}`,
});
const wideBoxes = (layout: WideLayout): readonly Box[] => [
  ...layout.labels.map(ofLabel),
  ...layout.bars.map((bar) => ({
    left: bar.x,
    right: bar.x + bar.width,
    top: bar.y,
    bottom: bar.y + 18,
    of: `bar ${bar.key}`,
  })),
];

const KINDS: readonly BarKind[] = ['work', 'gap', 'client', 'agency', 'suspension'];
/** Any path: bars one after another on some lanes. */
const anyJourney = fc
  .array(
    fc.record({
      seconds: fc.oneof(fc.integer({ min: 0, max: 900_000 }), fc.constant(60)),
      lane: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom(...KINDS),
      label: fc.constantFrom('решение', 'очень длинное название шага с пояснением', ''),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .filter((steps) => steps.some(({ seconds }) => seconds > 0))
  .map((steps): DrawnJourney => {
    let at = 0;
    const bars = steps.map((step, k): DrawnBar => {
      const start = at;
      at += step.seconds;
      return { ...step, key: `b${k}`, stop: `s${k}`, start, amount: '1,25', note: k % 3 === 0 ? '40 дел из 90' : '' };
    });
    return { ...drawn, bars, total: at, weak: null, beside: [], voices: [], marks: [] };
  });

describe('the map on a wide page', () => {
  it('bars tile the path: no gap, no overlap, together as long as the axis', () => {
    fc.assert(
      fc.property(anyJourney, fc.constantFrom(...WIDTHS), (journey, width) => {
        const { bars, left, right } = layOutWide(journey, width);
        expect(bars[0]!.x).toBeCloseTo(left, 6);
        for (const [k, bar] of bars.slice(1).entries()) expect(bar.x).toBeCloseTo(bars[k]!.x + bars[k]!.width, 6);
        expect(bars.reduce((sum, bar) => sum + bar.width, 0)).toBeCloseTo(right - left, 6);
      }),
    );
  });

  it('no label lies over another label or over a bar of its lane', () => {
    fc.assert(
      fc.property(anyJourney, fc.constantFrom(...WIDTHS), (journey, width) => {
        const layout = layOutWide(journey, width);
        expect(overlapping(wideBoxes(layout))).toEqual([]);
        for (const label of layout.labels.map(ofLabel)) expect(label.right).toBeLessThanOrEqual(width);
      }),
    );
  });

  it.each(WIDTHS)(
    'the example at %i px: nothing lies over anything, every bar longer than half a day is named',
    (width) => {
      const layout = layOutWide(drawn, width);
      expect(overlapping(wideBoxes(layout))).toEqual([]);
      const told = new Set(layout.labels.map(({ stop }) => stop));
      for (const bar of layout.bars) if (bar.seconds > 43_200) expect(told, bar.label).toContain(bar.stop);
      for (const lane of layout.lanes) expect(lane.bottom).toBeGreaterThan(lane.bar + 18);
    },
  );

  it('a pass joins neighbouring bars of two lanes and is as thick as cases took it', () => {
    const { links, bars } = layOutWide(drawn, 1296);
    expect(links.length).toBe(linksOf(drawn.bars).length);
    for (const link of links) expect(bars.some((bar) => Math.abs(bar.x - link.x) < 1e-6)).toBe(true);
    const [rare, usual] = [linksOf(drawn.bars).find(({ share }) => share < 0.4), linksOf(drawn.bars)[1]];
    const thickness = (key: string) => links.find((link) => link.key === key)!.thickness;
    expect(thickness(rare!.key)).toBeLessThan(thickness(usual!.key) / 2);
  });

  it('the bracket of the weakest link spans its step, and its price is told', () => {
    const { weak, bars } = layOutWide(drawn, 1296);
    const own = bars.find(({ key }) => key.startsWith('answers'))!;
    expect(weak!.x).toBeCloseTo(own.x, 6);
    expect(weak!.width).toBeCloseTo(own.width, 6);
    expect(weak!.y).toBeGreaterThan(own.y + 18);
    expect(drawn.weak!.price).toMatch(/68.500.часов/);
  });

  it('what clients say stands at the end of its touchpoint, and its words lie over nothing', () => {
    const { voices, bars } = layOutWide(drawn, 1296);
    expect(voices!.points.map(({ amount }) => amount)).toEqual(['63', '48', '41', '71', '67']);
    const payment = bars.find(({ key }) => key.startsWith('payment'))!;
    expect(voices!.points.at(-1)!.x).toBeCloseTo(payment.x + payment.width, 6);
    const boxes = voices!.points.flatMap(({ words, amount }) =>
      words ? ofLabel({ ...words, amount: '', width: textWidth(words.text) + textWidth(` ${amount}`, 13, true) }) : [],
    );
    expect(boxes.length).toBe(5);
    expect(overlapping(boxes)).toEqual([]);
  });

  it('is drawn with the five fills, a title, and a stop for each touchpoint', () => {
    const svg = renderToStaticMarkup(
      <WideMap
        drawn={drawn}
        width={1296}
        stopProps={(stop) => ({ role: 'button', 'aria-pressed': stop === '' })}
        drop={null}
      />,
    );
    for (const fill of ['o-work', 'o-wait', 'o-client', 'o-hatch', 'o-side']) expect(svg).toContain(fill);
    expect(svg).toContain('Путь «Рождение ребёнка» в масштабе времени');
    expect(svg.match(/data-stop=/g)!.length).toBe(9);
    expect(svg).toContain('data-lane="nobody"');
  });
});

describe('the map on a phone', () => {
  it('time runs downwards and bars tile it; labels lie over no bar and no label', () => {
    fc.assert(
      fc.property(anyJourney, fc.constantFrom(280, 358, 600), (journey, width) => {
        const { bars, labels, head, end } = layOutNarrow(journey, width);
        expect(bars[0]!.y).toBeCloseTo(head + 8, 6);
        for (const [k, bar] of bars.slice(1).entries()) expect(bar.y).toBeCloseTo(bars[k]!.y + bars[k]!.height, 6);
        expect(bars.reduce((sum, bar) => sum + bar.height, 0)).toBeCloseTo(end - head - 8, 6);
        expect(
          overlapping([
            ...labels.map(ofLabel),
            ...bars.map((bar) => ({
              left: bar.x,
              right: bar.x + 22,
              top: bar.y,
              bottom: bar.y + bar.height,
              of: `bar ${bar.key}`,
            })),
          ]),
        ).toEqual([]);
        for (const label of labels) expect(label.x + label.width).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('the example names every step but none is cut', () => {
    const { labels } = layOutNarrow(drawn, 358);
    expect(labels.length).toBe(drawn.bars.length + 1);
    const svg = renderToStaticMarkup(<NarrowMap drawn={drawn} width={358} stopProps={() => ({})} drop={null} />);
    expect(svg).toContain('слабое звено');
    expect(svg).toContain('донести документы');
  });
});

it('a long name breaks into lines, and what does not fit ends in an ellipsis', () => {
  const lines = wrap('Министерство социальной поддержки Приозёрской области', 130, 2);
  expect(lines.length).toBe(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(130);
});

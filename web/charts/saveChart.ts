// A drawn chart as a file of its own: styles, tokens and font travel inside, so it looks the same anywhere.

const DRAWN = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'font-variant-numeric',
] as const;

export const saveSvg = async (svg: SVGSVGElement, name: string): Promise<void> => {
  const text = await standalone(svg);
  save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
};

/** Twice the size on the page, for print. */
export const savePng = async (svg: SVGSVGElement, name: string): Promise<void> => {
  const text = await standalone(svg);
  const image = new Image();
  // a data address, because the page's policy lets images come from nowhere else
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  // a decoded image may still be without its embedded font: Chromium reads that a moment later
  await new Promise((resolve) => setTimeout(resolve, 300));
  const canvas = document.createElement('canvas');
  const { width, height } = svg.viewBox.baseVal;
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) save(blob, `${name}.png`);
};

const standalone = async (svg: SVGSVGElement): Promise<string> => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const drawn = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [k, element] of drawn.entries()) {
    const style = getComputedStyle(element);
    const target = copies[k]!;
    target.removeAttribute('class');
    for (const property of DRAWN) target.style.setProperty(property, style.getPropertyValue(property));
  }
  copy.append(...patternsOf(drawn));
  copy.style.fontFamily = '"Golos Text", "PT Sans", sans-serif';
  const { width, height } = svg.viewBox.baseVal;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', getComputedStyle(document.body).getPropertyValue('--paper') || '#fff');
  const font = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  font.textContent = await fontFaces();
  copy.prepend(font, ground);
  return new XMLSerializer().serializeToString(copy);
};

/** Fills that lie elsewhere on the page come along, with their styles: `#hatch` and `#dots` are drawn once for all. */
const patternsOf = (drawn: readonly Element[]): readonly Node[] => {
  const ids = new Set(drawn.flatMap((element) => /url\("#([^"]+)"\)/.exec(getComputedStyle(element).fill)?.[1] ?? []));
  return [...ids].flatMap((id) => {
    const pattern = document.getElementById(id);
    if (!pattern) return [];
    const copy = pattern.cloneNode(true) as Element;
    const parts = [...pattern.children];
    for (const [k, part] of [...copy.children].entries()) {
      const style = getComputedStyle(parts[k]!);
      part.removeAttribute('class');
      for (const property of DRAWN) (part as SVGElement).style.setProperty(property, style.getPropertyValue(property));
    }
    return [copy];
  });
};

/** The page's own font as data, once. */
let faces: Promise<string> | undefined;
const fontFaces = (): Promise<string> => {
  faces ??= Promise.all(
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
      .map(async (rule) => {
        const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
        if (!source) return '';
        const sheet = rule.parentStyleSheet?.href ?? location.href;
        const bytes = new Uint8Array(await (await fetch(new URL(source, sheet))).arrayBuffer());
        let binary = '';
        for (const byte of bytes) binary += String.fromCharCode(byte);
        const range = rule.style.getPropertyValue('unicode-range');
        return `@font-face{font-family:"Golos Text";font-weight:400 900;src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2");unicode-range:${range}}`;
      }),
  ).then((all) => all.join(''));
  return faces;
};

const save = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

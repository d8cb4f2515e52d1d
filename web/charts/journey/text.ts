/** Width of a text in Golos, px: somewhat generous, for a drawing is made before anything can be measured. */
export const textWidth = (text: string, size = 13, bold = false): number => {
  let units = 0;
  for (const sign of text) units += widthOf(sign);
  return (units * size * (bold ? 1.05 : 1)) / 13;
};

const widthOf = (sign: string): number => {
  if (/[\s.,:;'’|!·\u2060]/.test(sign)) return sign === '\u2060' ? 0 : 4;
  if (/[шщжюмфыШЩЖЮМФЫWMwm@%—]/.test(sign)) return 10.2;
  if (/\p{Lu}/u.test(sign)) return 9;
  return 7.4;
};

/** Breaks at spaces into at most `most` lines; what does not fit ends in «…». */
export const wrap = (text: string, room: number, most: number, size = 13): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => shorten(line, room, size));
  if (lines.length > most) kept[most - 1] = shorten(`${kept[most - 1]}…`, room, size);
  return kept;
};

export const shorten = (text: string, room: number, size = 13): string => {
  if (textWidth(text, size) <= room) return text;
  let kept = text.replace(/…$/, '');
  while (kept.length > 1 && textWidth(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
};

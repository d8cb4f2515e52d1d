/** Windows-1251, which Node can read but not write: Cyrillic letters and the signs that our files use. */
const SIGNS: Readonly<Record<string, number>> = {
  Ё: 0xa8,
  ё: 0xb8,
  '№': 0xb9,
  '«': 0xab,
  '»': 0xbb,
  '–': 0x96,
  '—': 0x97,
  '\u00a0': 0xa0,
};

export function toCp1251(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] as string;
    const code = letter.charCodeAt(0);
    const byte = code < 0x80 ? code : code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : SIGNS[letter];
    if (byte === undefined) throw new RangeError(`not in our part of Windows-1251: ${letter}`);
    bytes[index] = byte;
  }
  return bytes;
}

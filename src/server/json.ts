import { refuse } from '#facts';

/** The value of a JSON text that a person wrote; refuses `file.notJson` with the line. What the engine says of it is left
 *  out: it speaks one language only. */
export function parseJson(text: string, file: string): unknown {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(bare);
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    const before = bare.slice(0, position === undefined ? bare.length : Number(position));
    return refuse('file.notJson', { file, line: before.split('\n').length });
  }
}

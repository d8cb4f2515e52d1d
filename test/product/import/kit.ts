import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORTS, type ExportView, findAct, type ImportReport, type Progress, runAct } from '#acts';
import { type House, openHouse } from '#server';

// The product as the command line meets it: a house over a fresh data directory, and its acts.

/** The import's own clock: noon of 1 June 2026 in Moscow. */
export const NOW = Date.UTC(2026, 5, 1, 9) * 1000;

type Content = string | Buffer;
/** Names of files → what stands in them. */
export type Files = Readonly<Record<string, Content>>;

/** What the edge hands in besides the input. */
export interface Edge {
  readonly now?: number;
  readonly lang?: 'ru' | 'en';
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

export interface Bench {
  /** Scratch folder: files to import lie here, the data directory in `data`. */
  readonly folder: string;
  readonly data: string;
  readonly act: <T>(name: string, input: unknown, at?: Edge) => Promise<T>;
  readonly put: (files: Files) => readonly string[];
  /** Files as one import; `more` is the rest of the act's input. */
  readonly take: (files: Files, more?: Readonly<Record<string, unknown>>) => Promise<ImportReport>;
  readonly takePaths: (
    paths: readonly string[],
    more?: Readonly<Record<string, unknown>>,
    at?: Edge,
  ) => Promise<ImportReport>;
  /** Every export's text: all that the facts say. */
  readonly exported: () => Promise<Readonly<Record<string, string>>>;
  /** Exports and batches together: equal before and after where nothing changed. */
  readonly state: () => Promise<unknown>;
  /** Leaves the data directory to others, and takes it again. */
  readonly leave: () => Promise<void>;
  readonly enter: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'luchshe-import-'));
  const data = join(folder, 'data');
  let house: House | null = await openHouse(data);
  const act = async <T>(name: string, input: unknown, { now = NOW, lang = 'ru', signal, progress }: Edge = {}) => {
    if (!findAct(name)) throw new Error(`no act ${name}`);
    if (!house) throw new Error('the data directory is left');
    return (await runAct(name, input, {
      actor: 'test',
      now: () => now,
      ports: house.ports({ paths: true }),
      progress: progress ?? (() => undefined),
      signal: signal ?? new AbortController().signal,
      lang,
    })) as T;
  };
  const leave = async () => {
    await house?.close();
    house = null;
  };
  const put = (files: Files) => {
    const place = mkdtempSync(join(folder, 'files-'));
    return Object.entries(files).map(([name, content]) => {
      writeFileSync(join(place, name), content);
      return join(place, name);
    });
  };
  const takePaths = (paths: readonly string[], more: Readonly<Record<string, unknown>> = {}, at: Edge = {}) =>
    act<ImportReport>('importFiles', { files: paths.map((path) => ({ path })), ...more }, at);
  const exported = async () => {
    const out = mkdtempSync(join(folder, 'out-'));
    for (const fact of EXPORTS) await act<ExportView>('exportFacts', { fact, out });
    const texts = Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
    rmSync(out, { recursive: true });
    return texts;
  };
  return {
    folder,
    data,
    act,
    put,
    takePaths,
    take: (files, more) => takePaths(put(files), more),
    exported,
    state: async () => ({ batches: await act('listBatches', {}), exports: await exported() }),
    leave,
    enter: async () => {
      house ??= await openHouse(data);
    },
    close: async () => {
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lines of a CSV without its header, in the order of the file. */
export const rowsOf = (csv: string | undefined): readonly string[] => (csv ?? '').trimEnd().split('\n').slice(1);

/** Rows of a simple CSV (no quoted delimiters) as objects. */
export function records(csv: string | undefined): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = (csv ?? '').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])));
}

/** Windows-1251, as Russian office programs still save CSV. */
export function cp1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0)!;
      if (code < 0x80) return code;
      if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
      const other = { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '«': 0xab, '»': 0xbb, '—': 0x97, '–': 0x96 }[sign];
      if (other === undefined) throw new Error(`no byte for ${sign}`);
      return other;
    }),
  );
}

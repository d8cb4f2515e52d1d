import { useReducer, useRef } from 'react';
import { act, type Progress, paceOf, upload } from '../../client/act.ts';
import type { ImportReport } from '../../client/types.ts';
import type { Guess, Mapping } from './mapping.ts';

/** What a person may say beside the mapping. */
export interface ImportOptions {
  /** ISO date up to which the files tell everything; '' leaves it to the files. */
  readonly horizon: string;
  /** Share of rows that may be refused, in percent. */
  readonly allowRefusedPercent: number;
  readonly events: '' | 'whole' | 'added';
  /** The batch whose place the files take. */
  readonly replaces: string;
}

export const NO_OPTIONS: ImportOptions = { horizon: '', allowRefusedPercent: 0, events: '', replaces: '' };

/** Where the import stands. Nothing that the person entered is lost on the way. */
export interface ImportState {
  readonly step: 'idle' | 'uploading' | 'guessing' | 'preview' | 'importing' | 'reported';
  readonly files: readonly File[];
  readonly uploads: readonly string[];
  readonly guess: Guess | null;
  readonly mapping: Mapping | null;
  readonly progress: Progress | null;
  readonly report: ImportReport | null;
  readonly error: unknown;
}

const IDLE: ImportState = {
  step: 'idle',
  files: [],
  uploads: [],
  guess: null,
  mapping: null,
  progress: null,
  report: null,
  error: null,
};

/** From files to facts: send, guess, correct, try, take. Every long step can be stopped. */
export const useImport = (onTaken: () => void) => {
  const [state, set] = useReducer(
    (before: ImportState, change: Partial<ImportState>) => ({ ...before, ...change }),
    IDLE,
  );
  const running = useRef<AbortController | null>(null);

  const attempt = async (
    fallback: ImportState['step'],
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    try {
      await work(control.signal);
    } catch (error) {
      set({ step: fallback, progress: null, error: control.signal.aborted ? null : error });
    }
  };
  const onProgress = (progress: Progress) => set({ progress });

  const choose = (files: readonly File[]): Promise<void> =>
    attempt('idle', async (signal) => {
      set({ ...IDLE, step: 'uploading', files });
      const total = files.reduce((sum, file) => sum + file.size, 0);
      const pace = paceOf();
      const uploads: string[] = [];
      let before = 0;
      for (const file of files) {
        const onSent = (bytes: number) =>
          onProgress(pace({ stage: 'sending', done: before + bytes, total, unit: 'bytes' }));
        uploads.push((await upload(file, { signal, onSent })).upload);
        before += file.size;
      }
      set({ step: 'guessing', uploads, progress: null });
      const guess = await act<Guess>(
        'guessMapping',
        { files: uploads.map((id) => ({ upload: id })) },
        { signal, onProgress },
      );
      const known = guess.tables.every((table) => table.canonical);
      set({ step: 'preview', guess, mapping: known ? null : guess.mapping, progress: null });
    });

  const run = (options: ImportOptions, dryRun: boolean): Promise<void> =>
    attempt('preview', async (signal) => {
      set({ step: 'importing', progress: null, report: null, error: null });
      const input = {
        files: state.uploads.map((id) => ({ upload: id })),
        // what was guessed for sure and left as it is needs no word from the page
        ...(state.mapping === null || (state.guess?.sure && state.mapping === state.guess.mapping)
          ? {}
          : { mapping: state.mapping }),
        dryRun,
        allowRefused: options.allowRefusedPercent / 100,
        ...(options.horizon === '' ? {} : { horizon: options.horizon }),
        ...(options.events === '' ? {} : { events: options.events }),
        ...(options.replaces === '' ? {} : { replaces: options.replaces }),
      };
      const report = await act<ImportReport>('importFiles', input, { signal, onProgress });
      const done = report.result === 'taken' || report.result === 'unchanged';
      set({ step: done ? 'reported' : 'preview', report, progress: null });
      if (done) onTaken();
    });

  return {
    state,
    choose,
    run,
    correct: (mapping: Mapping) => set({ mapping, report: null }),
    stop: () => running.current?.abort(),
    reset: () => set(IDLE),
  };
};

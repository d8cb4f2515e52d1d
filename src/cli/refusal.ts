import type { ErrorView } from '#acts';
import { errorAnswer } from '#server';
import type { Lang } from '#words';
import { RemoteRefusal } from './runner.ts';

/** What went wrong as the API would answer it, from here or from the server. */
export function errorViewOf(thrown: unknown, signal: AbortSignal): { readonly view: ErrorView; readonly bug: boolean } {
  if (thrown instanceof RemoteRefusal) return { view: thrown.view, bug: false };
  const { body } = errorAnswer(thrown, signal);
  return { view: body, bug: body.error.code === 'server.failed' };
}

/** Refusals as lines: place, what was found, why, what to do. */
export function refusalLines(refusals: ErrorView['refusals'], lang: Lang): string[] {
  return refusals.map(({ file, line, field, got, reason, remedy }) => {
    const place = [file, line, field].filter((part) => part !== undefined && part !== '').join(':');
    // Most sentences name what was found themselves.
    const found = got === undefined || got === '' || reason[lang].includes(got) ? '' : ` «${got}»`;
    return `${place === '' ? '' : `${place}${found}: `}${reason[lang]} ${remedy[lang]}`.trim();
  });
}

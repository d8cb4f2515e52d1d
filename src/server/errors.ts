import { type ErrorView, worded } from '#acts';
import { type Refusal, Refused } from '#facts';

/** HTTP status of each refusal that is not 422 (understood, but the content does not stand). */
const STATUS: Readonly<Record<string, number>> = {
  'input.invalid': 400,
  'input.notJson': 400,
  'request.foreign': 403,
  'file.pathForbidden': 403,
  'act.unknown': 404,
  'page.unknown': 404,
  'file.missing': 404,
  'change.unknown': 404,
  'batch.unknown': 404,
  'metric.unknown': 404,
  'data.inUse': 409,
  'server.running': 409,
  'indicator.changedMeanwhile': 409,
  'upload.tooLarge': 413,
  'input.tooLarge': 413,
  'input.notDeclaredJson': 415,
  cancelled: 499,
  'server.failed': 500,
  'server.closing': 503,
};

/** Errors that Fastify itself raises, as codes of ours. */
const FASTIFY: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'input.notDeclaredJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'input.notJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'input.notJson',
  FST_ERR_CTP_BODY_TOO_LARGE: 'input.tooLarge',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'input.notJson',
};

export interface ErrorAnswer {
  readonly status: number;
  readonly body: ErrorView;
}

/** What the API answers for anything thrown. An unforeseen error says nothing of its inside: that goes to the log. */
export function errorAnswer(thrown: unknown, signal?: AbortSignal): ErrorAnswer {
  if (signal?.aborted && !(thrown instanceof Refused)) return answer([{ code: 'cancelled' }]);
  if (thrown instanceof Refused && thrown.refusals.length > 0) return answer(thrown.refusals);
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return answer([{ code: FASTIFY[code] ?? (thrown instanceof SyntaxError ? 'input.notJson' : 'server.failed') }]);
}

function answer(refusals: readonly Refusal[]): ErrorAnswer {
  const [first] = refusals.map(worded);
  if (!first) throw new Error('a refusal without a code');
  const { code, reason, remedy } = first;
  return {
    status: STATUS[code] ?? 422,
    body: { error: { code, reason, remedy }, refusals: refusals.map(worded) },
  };
}

import { CLIENT_KINDS, EVENT_KINDS, type EventKind, INITIATORS, SPAN_KINDS, STILL_KINDS, YES_NO } from '../codes.ts';

const table = (kinds: readonly EventKind[]): Uint8Array => {
  const marks = new Uint8Array(256);
  for (const kind of kinds) marks[EVENT_KINDS.indexOf(kind) + 1] = 1;
  return marks;
};
const eventNumber = (kind: EventKind): number => EVENT_KINDS.indexOf(kind) + 1;

/** By a kind's number: never moves a case. */
export const IS_STILL = table(STILL_KINDS);
/** By a kind's number: the client's act unless the source says otherwise. */
export const IS_CLIENT_KIND = table(CLIENT_KINDS);
/** By a kind's number: by the client, it answers a request to the client. */
export const IS_ANSWER = table(['submit', 'receive', 'visit', 'sign', 'pay']);
/** By a kind's number: at the end of a gap it records the hand-off. */
export const IS_RECEIPT = table(['register', 'receive', 'start']);
/** By a kind's number: says nothing about when the client handed the matter in. */
export const IS_BEFORE_REGISTRATION = table(['draft', 'start']);

export const DECIDE = eventNumber('decide');
export const NOTIFY = eventNumber('notify');
export const RECEIVE = eventNumber('receive');
export const REQUEST = eventNumber('request');
export const RESUME = eventNumber('resume');
export const SUSPEND = eventNumber('suspend');
export const TRANSFER = eventNumber('transfer');

export const BY_CLIENT = INITIATORS.indexOf('client') + 1;

export const WORK = SPAN_KINDS.indexOf('work') + 1;
export const GAP = SPAN_KINDS.indexOf('gap') + 1;
export const CLIENT = SPAN_KINDS.indexOf('client') + 1;
export const AGENCY = SPAN_KINDS.indexOf('agency') + 1;
export const SUSPENSION = SPAN_KINDS.indexOf('suspension') + 1;

export const YES = YES_NO.indexOf('yes') + 1;
export const NO = YES_NO.indexOf('no') + 1;

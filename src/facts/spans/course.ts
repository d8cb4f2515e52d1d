import type { EventColumns } from './columns.ts';
import {
  BY_CLIENT,
  DECIDE,
  IS_ANSWER,
  IS_CLIENT_KIND,
  IS_STILL,
  NOTIFY,
  RECEIVE,
  REQUEST,
  RESUME,
  SUSPEND,
} from './numbers.ts';

const NO_EVENTS: EventColumns = {
  at: [],
  kind: [],
  initiator: [],
  touchpoint: [],
  unit: [],
  body: [],
  employee: [],
  asked: [],
  items: [],
};

/** Where a case stands after the moving events taken so far (facts.md § 2). One object serves case after case. Events
 *  are told by their row in the columns; -1 is none. */
export class Course {
  /** The `suspend` in force. */
  suspend = -1;
  last = -1;
  /** Place of the latest moving event that names one; 0 is none. */
  giver = 0;
  /** The earliest open request to the client. */
  clientRequest = -1;

  private events = NO_EVENTS;
  private registeredAt = Number.NaN;
  /** Open requests to others, earliest first. */
  private others = new Int32Array(16);
  private othersOpen = 0;

  /** `client`: the dictionary's code of the word `client`. */
  constructor(private readonly client: number) {}

  begin(events: EventColumns, registeredAt: number): void {
    this.events = events;
    this.registeredAt = registeredAt;
    this.suspend = -1;
    this.last = -1;
    this.giver = 0;
    this.clientRequest = -1;
    this.othersOpen = 0;
  }

  /** The earliest open request to somebody else. */
  get otherRequest(): number {
    return this.othersOpen === 0 ? -1 : this.others[0]!;
  }

  byClient(row: number): boolean {
    const initiator = this.events.initiator[row]!;
    return initiator === 0 ? IS_CLIENT_KIND[this.events.kind[row]!] === 1 : initiator === BY_CLIENT;
  }

  /** Whether the next event moves the case. */
  moves(row: number): boolean {
    const { kind, at } = this.events;
    if (IS_STILL[kind[row]!] === 1) return false;
    if (!this.byClient(row)) return true;
    if (at[row]! <= this.registeredAt) return true;
    if (this.clientRequest >= 0 && IS_ANSWER[kind[row]!] === 1) return true;
    return this.last >= 0 && kind[this.last] === NOTIFY;
  }

  /** Takes a moving event as having happened. */
  take(row: number): void {
    const { kind, unit, body } = this.events;
    const byClient = this.byClient(row);
    const what = kind[row]!;
    this.last = row;
    const place = unit[row]! || body[row]!;
    if (place !== 0) this.giver = place;
    if (what === SUSPEND) this.suspend = row;
    else if (what === RESUME) this.suspend = -1;
    else if (what === DECIDE) {
      this.clientRequest = -1;
      this.othersOpen = 0;
    } else if (byClient) {
      if (IS_ANSWER[what] === 1) this.clientRequest = -1;
    } else if (what === REQUEST) this.ask(row);
    else if (what === RECEIVE) this.answer(this.events.asked[row]!);
  }

  private ask(row: number): void {
    const asked = this.events.asked[row]!;
    const toClient = asked === 0 ? this.events.items[row]! >= 1 : asked === this.client;
    if (toClient) {
      if (this.clientRequest < 0) this.clientRequest = row;
      return;
    }
    if (this.othersOpen === this.others.length) {
      const wide = new Int32Array(this.others.length * 2);
      wide.set(this.others);
      this.others = wide;
    }
    this.others[this.othersOpen++] = row;
  }

  /** A receipt of an unknown sender ends the earliest request; of a known one, all that may have been addressed to it. */
  private answer(sender: number): void {
    if (sender === 0) {
      if (this.othersOpen > 0) this.others.copyWithin(0, 1, this.othersOpen--);
      return;
    }
    let kept = 0;
    for (let i = 0; i < this.othersOpen; i++) {
      const row = this.others[i]!;
      const asked = this.events.asked[row]!;
      if (asked !== 0 && asked !== sender) this.others[kept++] = row;
    }
    this.othersOpen = kept;
  }
}

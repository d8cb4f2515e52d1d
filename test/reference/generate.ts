import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { CASE_KINDS, EVENT_KINDS, FACT_FILES, type Fact, FIELDS, OUTCOMES, SUBJECTS, TEXT_ELEMENTS } from '#facts';
import { DAY, HOUR, localDate, type Micros, parseInstant, SECOND } from './instants.ts';
import { Random } from './random.ts';
import type { Batch } from './world.ts';

// Made worlds: small, crowded with edges, accepted by the import (no row that facts.md § 1 refuses).

export interface Generated {
  readonly zone: string;
  readonly batches: readonly Batch[];
}

type Record_ = Record<string, string | number | null>;
type Files = Record<Fact, Record_[]>;

/** Codes that made rows and made metrics share. */
export const MADE = {
  services: ['benefit', 'permit', 'extract'],
  topics: ['roads', 'ecology'],
  journeys: ['birth', 'shop'],
  segments: ['family', 'student'],
  channels: ['office', 'portal', 'phone'],
  touchpoints: ['counter', 'portal', 'decision', 'notice'],
  districts: ['Север', 'Старый город, центр'],
  units: ['У1', 'У2', 'У1а', 'Приём', 'В1', 'В2', 'Х1'],
  bodies: ['О1', 'О2', 'О3'],
  questions: ['easy', 'trust-net', 'own-time', 'issue-solved', 'recommend-way'],
  instruments: ['service-page-1', 'mystery-visit-1'],
} as const;

const BEGIN = parseInstant('2024-03-01T00:00:00Z', 'UTC');
const END = parseInstant('2025-05-20T00:00:00Z', 'UTC');
/** Kinds that open and end waits: taken more often than the rest. */
const MOVING = [
  'request',
  'request',
  'receive',
  'notify',
  'submit',
  'visit',
  'suspend',
  'resume',
  'transfer',
  'decide',
];
const PLACES = [...MADE.units, ...MADE.bodies];
const BODY_OF: Readonly<Record<string, string>> = { У1: 'О1', У2: 'О1', У1а: 'О1', В1: 'О2', В2: 'О2', Х1: 'О3' };

/** Writes one or two batches of canonical CSV; `size`: cases in all. Without `into` a new folder under the system's. */
export function generateWorld(
  seed: number,
  size: number,
  into = mkdtempSync(join(tmpdir(), 'luchshe-made-')),
): Generated {
  const random = new Random(seed);
  const zone = random.pick(['Europe/Moscow', 'Asia/Yekaterinburg']);
  const count = random.chance(0.5) ? 1 : 2;
  const sizes = count === 1 ? [size] : [Math.ceil(size / 2), Math.floor(size / 2)];
  const made = sizes.map((cases, at) => new Maker(random, zone, at + 1).files(cases));
  if (made.length === 2) tellAgain(random, made[0]!, made[1]!);
  const shared = seed % 2 === 0;
  const batches = made.map((files, at): Batch => {
    const folder = join(into, String(at + 1));
    mkdirSync(folder, { recursive: true });
    for (const fact of Object.keys(files) as Fact[]) write(folder, fact, files[fact], random.chance(0.3) ? ';' : ',');
    const stated = at === 0 && made.length === 2 ? '2025-04-01T00:00:00+03:00' : '2025-06-01';
    // Batches of one source record together what either records.
    const told = { folder, source: shared ? 'made' : `made ${at + 1}` };
    return random.chance(0.7) ? { ...told, horizon: stated } : told;
  });
  return { zone, batches };
}

/** A later batch tells some cases again: the row changed, all events again and one more. */
function tellAgain(random: Random, older: Files, newer: Files): void {
  for (const row of older.case.filter(() => random.chance(0.08))) {
    const events = older.event.filter((event) => event.caseId === row.id);
    newer.case.push({ ...row, segment: random.pick(MADE.segments), service: random.maybe(random.pick(MADE.services)) });
    const last = { caseId: row.id!, at: '2025-05-19T12:00:00Z', kind: 'step', unit: random.pick(MADE.units) };
    newer.event.push(...events, ...(events.length > 0 ? [last] : []));
  }
}

function write(folder: string, fact: Fact, rows: readonly Record_[], delimiter: string): void {
  if (rows.length === 0) return;
  const extra = [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => name.startsWith('x:'))))];
  const names = [...FIELDS[fact].map((field) => field.name).filter((name) => name !== 'content'), ...extra];
  const quote = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const text = lines.map((line) => line.map(quote).join(delimiter)).join('\n');
  writeFileSync(join(folder, `${FACT_FILES[fact]}.csv`), `${text}\n`);
}

/** The rows of one batch. */
class Maker {
  private readonly random: Random;
  private readonly zone: string;
  private readonly batch: number;
  /** Kinds and fields that this source records. */
  private readonly kinds: readonly string[];
  private readonly fields: readonly string[];
  private readonly recordsOutcomes: boolean;

  constructor(random: Random, zone: string, batch: number) {
    this.random = random;
    this.zone = zone;
    this.batch = batch;
    this.kinds = random.some(EVENT_KINDS, 0.85);
    this.fields = random.some(['items', 'known', 'amount', 'subject'], 0.8);
    this.recordsOutcomes = random.chance(0.85);
  }

  files(size: number): Files {
    const { random } = this;
    const files: Files = {
      case: [],
      event: [],
      answer: [],
      invitation: [],
      text: [],
      reading: [],
      organisation: this.batch === 1 ? organisation() : [],
    };
    const list = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
    for (let i = 0; i < size; i++) this.addCase(`Д${this.batch}-${String(i).padStart(3, '0')}`, files);
    const ids = files.case.map((row) => row.id as string);
    if (ids.length > 0) {
      for (const row of files.case) {
        if (random.chance(0.12)) row.parentCase = random.chance(0.1) ? 'Д0-нет' : random.pick(ids);
        if (random.chance(0.1)) row.reopenedFrom = random.pick(ids);
        if (row.parentCase === row.id) row.parentCase = null;
        if (row.reopenedFrom === row.id) row.reopenedFrom = null;
      }
    }
    if (random.chance(0.9)) files.text.push(...list(size, () => this.text(ids)));
    if (random.chance(0.9)) files.answer.push(...list(size * 3, () => this.answer()));
    if (random.chance(0.9)) files.invitation.push(...list(size, () => this.invitation()));
    if (random.chance(0.9)) files.reading.push(...list(size, (i) => this.reading(i)));
    return files;
  }

  private addCase(id: string, files: Files): void {
    const { random } = this;
    const registered = this.moment(BEGIN, END);
    const life = random.chance(0.1) ? 0 : random.int(1, 40) * DAY + random.int(0, 86_399) * SECOND;
    const closed = registered + life;
    const events = this.events(id, registered, closed);
    const drafted = events.length > 0 && events.every((event) => event.kind === 'draft' || event.kind === 'start');
    // Left empty only where the client's `submit` stands first, so that no closing precedes the default.
    const canDefault = events[0]?.kind === 'submit' && events[0].isFirst === 1;
    const isOpen = drafted || random.chance(0.25);
    const place = this.place();
    files.case.push({
      id,
      kind: random.maybe(random.chance(0.5) ? 'application' : random.pick(CASE_KINDS), 0.1),
      service: random.maybe(random.pick(MADE.services)),
      topic: random.maybe(random.pick(MADE.topics)),
      subject: random.maybe(random.pick(SUBJECTS), 0.6),
      journey: random.maybe(random.pick(MADE.journeys), 0.5),
      journeyRun: random.maybe(`п${this.batch}-${random.int(1, 12)}`, 0.6),
      clientStatus: random.maybe(random.pick(['citizen', 'citizen', 'organisation', 'internal']), 0.5),
      segment: random.maybe(random.pick(MADE.segments)),
      clientKey: random.maybe(`h:${random.int(1, 12)}`),
      channel: random.maybe(random.pick(MADE.channels)),
      startedAt: random.chance(0.4) ? this.say(registered - random.int(-2, 20) * HOUR) : null,
      registeredAt: drafted || (canDefault && random.chance(0.5)) ? null : this.say(registered),
      dueAt: random.maybe(this.say(registered + random.int(0, 45) * DAY, true)),
      closedAt: isOpen ? null : this.say(closed, life > 2 * DAY || life === 0, life > 2 * DAY),
      outcome:
        this.recordsOutcomes && (isOpen ? random.chance(0.1) : random.chance(0.9)) ? random.pick(OUTCOMES) : null,
      refusalGround: random.maybe(random.pick(['fixable', 'substantive']), 0.6),
      ...place,
      employee: random.maybe(`e:${place.unit ?? 'О'}/${random.int(1, 2)}`),
      'x:Район': random.maybe(random.pick(MADE.districts), 0.3),
    });
    files.event.push(...events);
  }

  private events(id: string, registered: Micros, closed: Micros): Record_[] {
    const { random } = this;
    if (random.chance(0.08)) return [];
    const kinds = random.chance(0.04) ? ['draft', 'start'] : this.kinds;
    const span = Math.max(closed - registered, DAY);
    const events: Record_[] = [];
    const withSubmit = kinds === this.kinds && this.kinds.includes('submit') && random.chance(0.7);
    if (withSubmit) events.push({ ...this.event(id, 'submit'), at: this.say(registered), isFirst: 1 });
    let last = registered;
    for (let i = random.int(0, 9); i > 0; i--) {
      const early = random.chance(0.08) && !withSubmit;
      const at = random.chance(0.1) ? last : registered + Math.floor((early ? -0.2 : random.next() * 1.25) * span);
      last = at;
      const kind = random.chance(0.5) ? random.pick(kinds.filter((one) => MOVING.includes(one))) : random.pick(kinds);
      events.push({ ...this.event(id, kind ?? random.pick(kinds)), at: this.say(at, at > registered + DAY) });
    }
    return random.chance(0.15) ? events.map((event, i) => ({ ...event, seq: random.maybe(i + 1, 0.3) })) : events;
  }

  private event(caseId: string, kind: string): Record_ {
    const { random } = this;
    const has = (field: string, p = 0.5): boolean => this.fields.includes(field) && random.chance(p);
    const items = has('items') ? random.int(0, 6) : null;
    const place = random.chance(0.3) ? { unit: null, body: null } : this.place();
    return {
      caseId,
      kind: kind === 'step' && random.chance(0.5) ? null : kind,
      activity: random.maybe('Шаг', 0.5),
      touchpoint: random.maybe(random.pick(MADE.touchpoints)),
      initiator: random.maybe(random.pick(['client', 'body', 'body', 'system']), 0.4),
      asked: ['request', 'transfer', 'receive'].includes(kind)
        ? random.maybe(random.chance(0.4) ? 'client' : random.pick([...PLACES, 'Неизвестный']), 0.3)
        : null,
      ...place,
      employee: random.maybe(`e:${place.unit ?? 'О'}/${random.int(1, 2)}`, 0.4),
      channel: random.maybe(random.pick(MADE.channels), 0.5),
      subject: has('subject') ? random.pick(SUBJECTS) : null,
      items,
      known: has('known') ? random.int(0, items ?? 3) : null,
      amount: has('amount') ? random.int(0, 5000) / 10 : null,
      promisedFor: kind === 'promise' || kind === 'extend' ? this.say(this.moment(BEGIN, END), true) : null,
    };
  }

  private text(cases: readonly string[]): Record_ {
    const { random } = this;
    const sentences = random.maybe(random.int(0, 20), 0.1);
    const words = random.maybe(random.int(0, 200), 0.1);
    const elements = random.chance(0.3) ? '' : random.some(TEXT_ELEMENTS, 0.7).join(' ');
    return {
      caseId: cases.length > 0 ? random.maybe(random.pick(cases)) : null,
      kind: random.pick(['reply', 'refusal', 'notice', 'page']),
      at: this.say(this.moment(BEGIN, END)),
      touchpoint: random.maybe(random.pick(MADE.touchpoints), 0.5),
      ...(random.chance(0.4) ? {} : this.place()),
      employee: random.maybe(`e:У1/${random.int(1, 2)}`, 0.5),
      clientStatus: random.maybe(random.pick(['citizen', 'organisation', 'internal']), 0.6),
      language: random.maybe(random.pick(['ru', 'ru', 'en']), 0.5),
      words,
      sentences,
      syllables: random.maybe(random.int(0, 500), 0.1),
      elements: random.chance(0.15) ? '?' : elements,
    };
  }

  /** Channels differ between batches, so that no row of one equals a row of another. */
  private answer(): Record_ {
    const { random } = this;
    const question = random.pick(MADE.questions);
    const [least, most] = question === 'trust-net' ? [-2, 2] : question === 'recommend-way' ? [0, 10] : [1, 5];
    return {
      question,
      value: random.maybe(random.int(least!, most!), 0.15),
      at: this.say(this.moment(BEGIN, END)),
      channel: this.batch === 1 ? random.maybe(random.pick(['sms', 'kiosk'])) : 'qr',
      touchpoint: random.maybe(random.pick(MADE.touchpoints)),
      ...(random.chance(0.2) ? {} : this.place()),
      service: random.maybe(random.pick(MADE.services)),
      journey: random.maybe(random.pick(MADE.journeys), 0.5),
      clientStatus: random.maybe(random.pick(['citizen', 'organisation', 'internal'])),
      segment: random.maybe(random.pick(MADE.segments)),
      outcomeClass: random.maybe(random.pick(['granted', 'refused', 'other'])),
    };
  }

  private invitation(): Record_ {
    const { random } = this;
    return {
      at: this.say(this.moment(BEGIN, END)),
      answered: random.maybe(random.pick(['yes', 'no'])),
      touchpoint: random.maybe(random.pick(MADE.touchpoints)),
      ...(random.chance(0.2) ? {} : this.place()),
      channel: this.batch === 1 ? random.maybe('sms') : 'qr',
      outcomeClass: random.maybe(random.pick(['granted', 'refused', 'other'])),
    };
  }

  private reading(i: number): Record_ {
    const { random } = this;
    const max = random.int(0, 20);
    return {
      instrument: random.pick(MADE.instruments),
      at: this.say(this.moment(BEGIN, END)),
      value: random.int(0, max),
      max: random.maybe(max),
      ...(random.chance(0.2) ? {} : this.place()),
      service: random.maybe(random.pick(MADE.services)),
      touchpoint: random.maybe(random.pick(MADE.touchpoints)),
      by: random.maybe('наблюдатель'),
      evidence: `${this.batch}/${i}`,
    };
  }

  /** A unit with or without its body, a body alone, or nothing. */
  private place(): { unit: string | null; body: string | null } {
    const { random } = this;
    if (random.chance(0.1)) return { unit: null, body: random.pick(MADE.bodies) };
    const unit = random.maybe(random.chance(0.03) ? 'Неизвестный' : random.pick(MADE.units), 0.1);
    const body = unit === null ? null : random.maybe(BODY_OF[unit] ?? null, 0.5);
    return { unit, body };
  }

  private moment(from: Micros, to: Micros): Micros {
    const at = from + Math.floor(this.random.next() * ((to - from) / SECOND)) * SECOND;
    return this.random.chance(0.2) ? at + this.random.int(0, 999_999) : at;
  }

  /** One of the ways to write an instant; `roughly` allows the day, or the minute, that holds it. */
  private say(at: Micros, roughly = false, minutes = roughly): string {
    const { random } = this;
    if (roughly && random.chance(0.25)) return localDate(at, this.zone);
    const millis = Math.floor(at / 1000);
    const fraction = String(((at % SECOND) + SECOND) % SECOND).padStart(6, '0');
    const short = minutes && random.chance(0.2);
    const rest = short || fraction === '000000' ? '' : `.${fraction.replace(/0+$/, '')}`;
    const zone = random.pick(['UTC', this.zone, this.zone, 'Asia/Vladivostok']);
    const zoned = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
    const wall = zoned.toPlainDateTime().toString({ smallestUnit: short ? 'minute' : 'second' });
    if (zone === 'UTC') return `${wall}${rest}Z`;
    return zone === this.zone && random.chance(0.3) ? `${wall}${rest}` : `${wall}${rest}${zoned.offset}`;
  }
}

function organisation(): Record_[] {
  const row = (id: string, parent: string | null, more: Record_ = {}): Record_ => ({
    id,
    kind: parent === null ? 'body' : null,
    name: `Подразделение ${id}`,
    parent,
    ...more,
  });
  return [
    row('О1', null),
    row('О2', null, { zone: 'Asia/Vladivostok', schedule: 'Mo-Fr 08:00-20:00; Sa 09:00-15:00' }),
    row('О3', null, { zone: 'Europe/Helsinki' }),
    row('У1', 'О1'),
    row('У2', 'О1', { schedule: 'Mo-Fr 10:00-14:00,15:00-19:00' }),
    row('У1а', 'У1', { zone: 'Asia/Yekaterinburg' }),
    row('Приём', 'У1', { validTo: '2024-12-31' }),
    row('Приём', 'В1', { validFrom: '2025-01-01' }),
    row('В1', 'О2'),
    row('В2', 'О2', { validFrom: '2024-07-01' }),
    row('Х1', 'О3'),
  ];
}

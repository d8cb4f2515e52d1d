import { CLIENT_STATUSES, FIELDS, OUTCOMES, REFUSAL_GROUNDS } from '#facts';
import type { Act, AnswerColumn, ColumnRule, EventColumn, Rule } from '../mapping/schema.ts';
import { type Draft, isMoment } from './draft.ts';
import type { KnownExport, Use } from './exports.ts';
import { attributes, columnFor, inOrder } from './fields.ts';
import { moments } from './moments.ts';
import { CASE_NAMES, DATE_NAME, EXTENDED, NO_EVENT, PLANNED, STATUS_COLUMN, STATUS_DATE } from './names.ts';
import type { Profile } from './profile.ts';
import { statusActs } from './statuses.ts';
import { caseKindOf, clientStatusOf, endingOf, meaningOf } from './stems.ts';

const CASE_ORDER = FIELDS.case.map((field) => field.name);

/** One row a case with a column for each date: the case's own fields, an event for each date (facts.md § 5). */
export const guessWide = (draft: Draft, known: KnownExport | undefined): void => new Wide(draft, known).guess();

class Wide {
  private readonly draft: Draft;
  private readonly known: KnownExport | undefined;
  private readonly taken = new Set<string>();
  private readonly fields: Record<string, Rule> = {};
  private readonly events: EventColumn[] = [];
  private readonly answers: AnswerColumn[] = [];
  private readonly left: Record<string, Rule> = {};

  constructor(draft: Draft, known: KnownExport | undefined) {
    this.draft = draft;
    this.known = known;
  }

  guess(): void {
    const { draft, known } = this;
    draft.rows('case', known ? `why.export.${known.id}` : 'why.rows.case', known ? 0.95 : 0.85);
    for (const profile of draft.profiles) {
      const use = known?.columns.find(([pattern]) => pattern.test(profile.words))?.[1];
      if (use) this.apply(profile, use);
    }
    this.planned();
    this.status();
    for (const profile of draft.profiles) if (!this.taken.has(profile.name)) this.date(profile);
    for (const row of CASE_NAMES) if (this.fields[row.field] === undefined) this.named(row);
    this.id();
    this.kind();
    moments(draft, known, this.events, this.fields);
    const rest = attributes(draft, this.taken);
    const repeated = known?.rows === 'event';
    if (repeated) {
      draft.mapping.repeats = true;
      for (const event of this.events) if (event.fields) Object.assign(event.fields, rest, this.left);
    } else Object.assign(this.fields, this.left, rest);
    draft.mapping.fields = inOrder(this.fields, CASE_ORDER);
    if (this.events.length > 0) draft.mapping.events = this.inColumnOrder();
    if (this.answers.length > 0) this.addAnswers();
  }

  private take(profile: Profile): void {
    this.taken.add(profile.name);
  }

  private apply(profile: Profile, use: Use): void {
    const { draft } = this;
    switch (use.use) {
      case 'event':
        // An export of this kind may have the column empty in the sample, or a mark instead of a date.
        if (!isMoment(profile, true)) break;
        this.event(profile, use.act, 0.95, use);
        break;
      case 'field': {
        const name = use.field === 'caseId' ? 'id' : use.field;
        if (this.known?.rows === 'event' && name !== 'id') this.take(profile);
        else this.field(name, profile, 0.95);
        break;
      }
      case 'answer':
        this.answers.push({ column: profile.name, question: use.question, ...(use.as ? { as: use.as } : {}) });
        draft.decide('answer', profile.name, use.question, 0.9);
        this.take(profile);
        break;
      case 'attribute':
        this.left[`x:${profile.name}`] = profile.name;
        this.take(profile);
        break;
      case 'ignore':
        draft.ignore(profile.name, use.why);
        this.take(profile);
        break;
      case 'status':
      case 'statusDate':
        break;
    }
  }

  private field(name: string, profile: Profile, sure: number, rule: Rule = profile.name): void {
    this.fields[name] = rule;
    this.draft.decide('field', profile.name, name, sure);
    this.take(profile);
  }

  private event(profile: Profile, act: Act, sure: number, more: Partial<Extract<Use, { use: 'event' }>> = {}): void {
    const columnOf = (pattern: RegExp): string | undefined => this.draft.find(pattern)?.name;
    const asked = more.asked && columnOf(more.asked);
    const fields = Object.entries(more.fields ?? {}).flatMap(([name, words]) => {
      const column = columnOf(new RegExp(`^${words}`));
      return column === undefined ? [] : [[name, column] as const];
    });
    const { closes: _, ...own } = act;
    this.events.push({
      column: profile.name,
      ...own,
      ...(asked ? { asked } : act.asked ? { asked: { constant: act.asked } } : { asked: undefined }),
      ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
      ...this.time(profile),
      ...this.draft.dateHints(profile),
    });
    this.draft.decide('event', profile.name, act.kind ?? 'step', sure);
    this.take(profile);
  }

  /** A date whose time of day stands in the next column. */
  private time(profile: Profile): { and?: string[] } {
    const next = this.draft.profiles[this.draft.profiles.indexOf(profile) + 1];
    if (!next || next.timeShare < 0.8 || profile.withTimeShare > 0 || !/^время/.test(next.words)) return {};
    this.take(next);
    return { and: [next.name] };
  }

  /** A planned date is the case's term, never an event; a prolonged one stays beside it: the term first set counts. */
  private planned(): void {
    const planned = this.draft.profiles.filter(
      (profile) => !this.taken.has(profile.name) && PLANNED.test(profile.words) && isMoment(profile, true),
    );
    const first = planned.find((profile) => !EXTENDED.test(profile.words)) ?? planned[0];
    for (const profile of planned) {
      const hints = this.draft.dateHints(profile);
      if (profile === first) this.field('dueAt', profile, 0.95, ruleOf(profile.name, hints));
      else {
        this.left[`x:${profile.name}`] = profile.name;
        this.take(profile);
        this.draft.note('note.plannedLeft', profile.name);
      }
    }
  }

  /** The current status with its date is one event; final statuses end the case. */
  private status(): void {
    const open = (pattern: RegExp): Profile | undefined =>
      this.draft.profiles.find((profile) => !this.taken.has(profile.name) && pattern.test(profile.words));
    const status = open(STATUS_COLUMN);
    const date = open(STATUS_DATE);
    if (!status || !date || !isMoment(date, true)) return;
    const values = statusActs(this.draft, status);
    this.events.push({ column: date.name, status: { column: status.name, values }, ...this.draft.dateHints(date) });
    this.draft.decide('event', date.name, status.name, 0.9);
    this.take(date);
    this.take(status);
  }

  private date(profile: Profile): void {
    if (NO_EVENT.test(profile.words) || !isMoment(profile, DATE_NAME.test(profile.words))) return;
    const meaning = meaningOf(profile.name);
    // A date that says nothing of itself is still an act: `step` is any act without a kind of its own.
    this.event(profile, meaning?.means ?? { kind: 'step' }, meaning?.sure ?? SURE_STEP);
    if (!meaning) this.draft.note('note.eventAsStep', profile.name);
  }

  private named(row: (typeof CASE_NAMES)[number]): void {
    const { draft } = this;
    if (this.known?.rows === 'event' && row.field !== 'id') return;
    const found = columnFor(draft, row, this.taken);
    if (!found) return;
    const { profile, sure } = found;
    switch (row.field) {
      case 'clientStatus':
        this.statusOfClients(profile, sure);
        break;
      case 'clientKey':
        this.clientKey(profile, sure);
        break;
      case 'outcome':
        this.outcome(profile, sure);
        break;
      default:
        this.field(row.field, profile, sure);
    }
  }

  private statusOfClients(profile: Profile, sure: number): void {
    const values = this.draft.place(profile, clientStatusOf, { ask: 'ask.clientStatus', candidates: CLIENT_STATUSES });
    this.field('clientStatus', profile, sure, { column: profile.name, values });
  }

  /** «Заявитель» may hold categories of clients rather than clients. */
  private clientKey(profile: Profile, sure: number): void {
    const values = this.draft.valuesOf(profile);
    const categories = values.length > 0 && values.length <= 20 && values.every((value) => clientStatusOf(value));
    if (categories) {
      if (this.fields.clientStatus === undefined) this.statusOfClients(profile, 0.9);
    } else this.field('clientKey', profile, sure);
  }

  private outcome(profile: Profile, sure: number): void {
    const values = this.draft.valuesOf(profile);
    const fit = values.filter((value) => endingOf(value)).length;
    if (values.length > 0 && fit === 0 && values.length > 30) return;
    const placed = this.draft.place(profile, endingOf, { ask: 'ask.outcome', candidates: OUTCOMES });
    this.field('outcome', profile, sure, { column: profile.name, values: placed });
    const ground = this.draft.find(/^(основание|причина) отказа|^refusal ?ground$/);
    if (ground && !this.taken.has(ground.name)) this.ground(ground);
  }

  private ground(profile: Profile): void {
    const codes: readonly string[] = REFUSAL_GROUNDS;
    if (profile.filled > 0 && profile.values.every((value) => codes.includes(value)))
      this.field('refusalGround', profile, 0.95);
    else this.draft.note('note.groundsToPlace', profile.name);
  }

  private id(): void {
    const { draft, known } = this;
    const rule = this.fields.id;
    if (rule === undefined) {
      const unique = draft.profiles.filter((one) => one.uniqueShare > 0.99 && !this.taken.has(one.name));
      draft.ask(
        'ask.id',
        'field',
        unique.map((one) => one.name),
      );
      return;
    }
    const column = typeof rule === 'string' ? rule : (rule as ColumnRule).column;
    const beside = known?.idWith && draft.find(known.idWith);
    if (beside) {
      this.fields.id = { column, and: [beside.name], why: draft.words('why.numbersByDay') };
      return;
    }
    if (known?.rows !== 'event' && draft.profile(column).uniqueShare < 0.9)
      draft.ask('ask.idRepeats', 'field', draft.table.columns, { column });
  }

  private kind(): void {
    const { draft, known } = this;
    if (known?.kind) this.fields.kind = { constant: known.kind };
    else {
      const hits = draft.profiles.map(
        (profile) => caseKindOf(profile.name)?.means ?? caseKindOf(draft.table.name)?.means,
      );
      const kind = caseKindOf(draft.table.name)?.means ?? hits.find((hit) => hit !== undefined);
      if (kind && kind !== 'application') this.fields.kind = { constant: kind };
    }
    if (known?.clientStatus) this.fields.clientStatus = { constant: known.clientStatus };
  }

  private inColumnOrder(): EventColumn[] {
    const at = (event: EventColumn): number => this.draft.table.columns.indexOf(event.column);
    return this.events.map(withoutEmpty).sort((a, b) => at(a) - at(b));
  }

  /** Marks beside a case become answers of their own: an answer is never tied to a case (facts.md § 1). */
  private addAnswers(): void {
    const day = this.fields.closedAt ?? this.fields.registeredAt;
    this.draft.mapping.answers = this.answers;
    this.draft.mapping.answerFields = {
      ...(day ? { at: day } : {}),
      ...Object.fromEntries(
        ['channel', 'unit', 'body', 'service', 'clientStatus', 'segment'].flatMap((name) => {
          const rule = this.fields[name];
          return rule === undefined ? [] : [[name, rule] as const];
        }),
      ),
    };
    if (!day) this.draft.ask('ask.answerDate', 'field', this.draft.table.columns);
  }
}

const SURE_STEP = 0.8;

const ruleOf = (column: string, hints: { dateOrder?: 'dmy' | 'mdy' | 'ymd'; excel?: true }): Rule =>
  Object.keys(hints).length > 0 ? { column, ...hints } : column;

/** Keys without a value are no keys: the mapping is written as JSON. */
const withoutEmpty = (event: EventColumn): EventColumn =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as EventColumn;

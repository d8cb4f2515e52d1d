import { z } from 'zod';
import { EVENT_KINDS, FACTS, INITIATORS, OUTCOMES, RECORDABLE_FIELDS, SUBJECTS } from '#facts';

const column = z.string().min(1);
const why = z.string().optional().describe('Why it was guessed so; for people, means nothing to the import.');
const dateOrder = z.enum(['dmy', 'mdy', 'ymd']);
const decimal = z.enum([',', '.']);

const columnRule = z.strictObject({
  column,
  and: z.array(column).optional().describe('Further columns, joined after it by a space: a date and its time.'),
  values: z
    .record(z.string(), z.string())
    .optional()
    .describe('Found value → code or number. Letter case, ё and е, and doubled spaces are ignored. Empty: null.'),
  otherwise: z.enum(['keep', 'null', 'refuse']).optional().describe('A value that `values` does not name.'),
  when: z
    .strictObject({ column, values: z.array(z.string()).min(1) })
    .optional()
    .describe('Only in rows where that column holds one of these values; else null.'),
  dateOrder: dateOrder.optional(),
  decimal: decimal.optional(),
  excel: z.literal(true).optional().describe('The dates are day numbers of a spreadsheet (45356).'),
  get else(): z.ZodOptional<typeof rule> {
    return rule.optional().describe('What to take where this gives null.');
  },
  why,
});
const constantRule = z.strictObject({ constant: z.string(), why });
const rule = z.union([column, columnRule, constantRule]);

const act = z.strictObject({
  kind: z.enum(EVENT_KINDS).optional(),
  initiator: z.enum(INITIATORS).optional(),
  asked: z.string().optional(),
  touchpoint: z.string().optional(),
  subject: z.enum(SUBJECTS).optional(),
  closes: z
    .enum([...OUTCOMES, ''])
    .optional()
    .describe('The activity ends the case, with this outcome (empty: with none known).'),
});

const eventColumn = z.strictObject({
  column: column.describe('A column of dates: each filled cell is an event.'),
  and: z.array(column).optional(),
  activity: z.string().optional().describe('Default: the name of the column.'),
  kind: z.enum(EVENT_KINDS).optional(),
  initiator: z.enum(INITIATORS).optional(),
  touchpoint: z.string().optional(),
  asked: rule.optional(),
  fields: z.record(z.string(), rule).optional().describe('Further fields of the event.'),
  status: z
    .strictObject({ column, values: z.record(z.string(), act) })
    .optional()
    .describe('The activity stands in this column; what each of its values means.'),
  dateOrder: dateOrder.optional(),
  excel: z.literal(true).optional(),
  why,
});

const answerColumn = z.strictObject({
  column,
  question: z.string().min(1).describe('The id of a question; `comment` for free text.'),
  as: z.enum(['value', 'text']).optional().describe('Default: value.'),
  values: z.record(z.string(), z.string()).optional(),
  why,
});

const table = z.strictObject({
  table: z.string().min(1).describe('Name of the file or sheet; `*` for any other.'),
  rows: z.enum([...FACTS, 'none']).describe('What one row is.'),
  why,
  repeats: z.literal(true).optional().describe('Several rows repeat one case: what they share is taken once.'),
  fields: z.record(z.string(), rule).describe('Field of the fact, or `x:NAME` → where it comes from.'),
  events: z.array(eventColumn).optional(),
  activities: z
    .strictObject({ column, values: z.record(z.string(), act), lifecycle: column.optional() })
    .optional()
    .describe('For rows that are events: what each activity means.'),
  cases: z
    .record(z.string(), rule)
    .optional()
    .describe('For rows that are events: fields of the case that each row repeats.'),
  answers: z.array(answerColumn).optional(),
  answerFields: z.record(z.string(), rule).optional().describe('at, touchpoint, unit … of the answers.'),
  ignored: z.record(z.string(), z.string()).optional().describe('Column → why it is left out.'),
});

/** A saved mapping: how the tables of one source become facts. Written to be read and corrected by a person. */
export const Mapping = z.strictObject({
  mapping: z.literal(1),
  source: z.string().min(1).describe('The name of the source; batches are compared within it.'),
  zone: z.string().min(1).describe('IANA zone of times without an offset.'),
  encoding: z.string().optional(),
  dateOrder,
  decimal,
  empty: z.array(z.string()).describe('Texts that mean: no value.'),
  horizon: z.string().optional(),
  events: z.enum(['whole', 'added']).optional(),
  records: z
    .strictObject({
      kinds: z.array(z.enum(EVENT_KINDS)).optional(),
      fields: z.array(z.enum(RECORDABLE_FIELDS)).optional(),
    })
    .optional()
    .describe('What the source records even where a batch happens to hold none of it.'),
  tables: z.array(table).min(1),
});
export type Mapping = z.infer<typeof Mapping>;
export type TableMapping = z.infer<typeof table>;
export type EventColumn = z.infer<typeof eventColumn>;
export type AnswerColumn = z.infer<typeof answerColumn>;
export type ColumnRule = z.infer<typeof columnRule>;
export type Rule = z.infer<typeof rule>;
export type Act = z.infer<typeof act>;
export type DateOrder = z.infer<typeof dateOrder>;

import { type Refusal, Refused } from '#facts';
import {
  EMPTY_REGISTER,
  mergedRegister,
  type Register,
  registerFaults,
  registerRow,
  registerSchema,
} from '#organisation';
import type { ActContext } from './act.ts';
import type { BookPort } from './bookPort.ts';
import type { RegisterTable } from './readerPort.ts';
import { misfits } from './shape.ts';

// The register of the organisation is one document of the book: names of people stand here and nowhere else.

const KIND = 'organisation';
const ID = 'register';

export interface RegisterRead {
  readonly register: Register;
  /** 0: there is none yet. */
  readonly version: number;
}

export async function readRegister(book: BookPort): Promise<RegisterRead> {
  const saved = await book.document(KIND, ID);
  return saved
    ? { register: registerSchema.parse(saved.content), version: saved.version }
    : { register: EMPTY_REGISTER, version: 0 };
}

/** Employees become the pseudonyms that the facts carry; a register that does not hold together is refused. */
export async function soundRegister({ ports }: ActContext, given: unknown): Promise<Register> {
  const parsed = registerSchema.safeParse(given);
  if (!parsed.success) throw new Refused(misfits('register.invalid', parsed.error, given));
  const { pseudonymOf } = await ports.facts.context();
  const employees = parsed.data.employees.map((one) => ({ ...one, id: pseudonymOf(one.id) }));
  return { ...parsed.data, employees };
}

export async function writeRegister(
  { ports, actor, now }: ActContext,
  register: Register,
  version: number,
): Promise<RegisterRead> {
  const faults = registerFaults(register);
  if (faults.length > 0) throw new Refused(faults);
  const saved = await ports.book.saveDocument({
    kind: KIND,
    id: ID,
    version,
    content: register,
    stands: true,
    actor,
    at: now(),
  });
  return { register, version: saved.version };
}

/** What sheets tell, laid over the register that is there: nothing is written yet. A fault names file, line and field. */
export async function registerOfSheets(
  context: ActContext,
  tables: readonly RegisterTable[],
): Promise<{ readonly before: RegisterRead; readonly register: Register }> {
  const before = await readRegister(context.ports.book);
  const lines = new Map<string, { readonly file: string; readonly line: number }>();
  const raw: Record<string, unknown[]> = {};
  for (const { file, sheet, columns, rows } of tables) {
    raw[sheet] ??= [];
    for (const { line, cells } of rows) {
      lines.set(`${sheet}.${raw[sheet].length}`, { file, line });
      raw[sheet].push(registerRow(columns, cells));
    }
  }
  const told = await soundRegister(context, raw).catch((error: unknown) => {
    throw error instanceof Refused ? new Refused(error.refusals.map((refusal) => placed(refusal, lines))) : error;
  });
  const register = mergedRegister(before.register, told);
  const faults = registerFaults(register);
  if (faults.length > 0) throw new Refused(faults);
  return { before, register };
}

/** `employees.3.from` → the line of the sheet, field `from`. */
function placed(
  refusal: Refusal,
  lines: ReadonlyMap<string, { readonly file: string; readonly line: number }>,
): Refusal {
  const [sheet, row, ...field] = (refusal.field ?? '').split('.');
  const at = lines.get(`${sheet}.${row}`);
  return at ? { ...refusal, ...at, field: field.join('.') } : refusal;
}

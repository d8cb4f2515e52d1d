import { CLIENT_STATUSES, type ClientStatus } from '#facts';
import type { Engine } from './measure.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { aggregate, column, type Query } from './query.ts';

/** Who was seen where: each pair of touchpoint and employee that events name, each owner of a case's time, and which
 *  clients came for which service. */
export interface SeenAtWork {
  readonly events: readonly {
    readonly touchpoint: string | null;
    readonly employee: string | null;
    readonly n: number;
  }[];
  readonly spans: readonly {
    readonly touchpoint: string | null;
    readonly unit: string | null;
    readonly body: string | null;
    readonly n: number;
  }[];
  readonly cases: readonly { readonly service: string | null; readonly clientStatus: ClientStatus | null }[];
}

/** Employees are pseudonyms. */
export async function seenAtWork(facts: FactKnowledge, engine: Engine): Promise<SeenAtWork> {
  const text = (no: number | null) => (no === null ? null : facts.textOf(no));
  const events = await engine.rows<{ touchpoint: number | null; employee: number | null; n: number }>(
    engine.print([], counted('event_row', ['touchpoint', 'employee'], true)),
  );
  const spans = await engine.rows<{ touchpoint: number | null; unit: number | null; body: number | null; n: number }>(
    engine.print([], counted('span', ['touchpoint', 'unit', 'body'], false)),
  );
  const cases = await engine.rows<{ service: number | null; clientStatus: number | null }>(
    engine.print([], counted('case_row', ['service', 'clientStatus'], true)),
  );
  return {
    cases: cases.map(({ service, clientStatus }) => ({
      service: text(service),
      clientStatus: clientStatus === null ? null : (CLIENT_STATUSES[clientStatus - 1] ?? null),
    })),
    events: events.map(({ touchpoint, employee, n }) => ({
      touchpoint: text(touchpoint),
      employee: text(employee),
      n: Number(n),
    })),
    spans: spans.map(({ touchpoint, unit, body, n }) => ({
      touchpoint: text(touchpoint),
      unit: text(unit),
      body: text(body),
      n: Number(n),
    })),
  };
}

const counted = (table: string, fields: readonly string[], live: boolean): Query => ({
  columns: [...fields.map((field) => [field, column('r', field)] as const), ['n', aggregate('count')]],
  from: table,
  as: 'r',
  where: live ? column('r', 'live') : null,
  groupBy: fields.map((field) => column('r', field)),
});

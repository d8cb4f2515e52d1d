/** Tables of the operational store. Types are text, integer and real only, instants are integer microseconds, JSON is
 *  text parsed by zod, booleans 0 or 1, so that PostgreSQL can hold the same schema. */
export interface BookTables {
  setting: { name: string; json: string };
  mapping: { source: string; json: string; actor: string; saved_at: number };
  recorded_change: {
    id: string;
    /** Empty: of every indicator. */
    metric: string;
    scope: string;
    period: string;
    title: string;
    reason: string;
    rebases: number;
    actor: string;
    recorded_at: number;
  };
  indicator_setting: { metric: string; scope: string; json: string; version: number };
  kept_figure: { key: string; json: string; kept_at: number };
  document: {
    kind: string;
    id: string;
    version: number;
    json: string;
    stands: number;
    actor: string;
    saved_at: number;
  };
  audit: { seq: number; actor: string; at: number; act: string; input_digest: string; outcome: string };
}

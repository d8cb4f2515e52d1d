import type { Group, Kpi } from '#catalogue';
import type { RowType } from '#facts';
import type { Model } from '#model';
import type { Bilingual, CardView } from './views.ts';

/** POST /api/acts/modelPassports {id, version?}: what the papers of a model need beside the model. */
export interface ModelPassportsView {
  readonly model: Model;
  readonly version: number;
  /** Names of bodies, units, services, journeys and facts' touchpoints by id, where they are known. */
  readonly names: Readonly<Record<string, string>>;
  /** By the indicator's id; null: the catalogue has no such metric, or not with these parameters. */
  readonly metrics: Readonly<Record<string, MetricPassport | null>>;
}

/** What the catalogue says of an indicator's metric. */
export interface MetricPassport {
  readonly name: Bilingual;
  readonly kpi: Kpi;
  readonly group: Group;
  readonly unit: string;
  readonly better: 'up' | 'down';
  readonly of: RowType;
  readonly provenance: CardView['provenance'];
  /** What is measured, over which rows: one sentence. */
  readonly sentence: Bilingual;
  readonly definition: Bilingual;
  readonly formula: Bilingual;
  readonly variables: readonly Bilingual[];
  /** What the figure leaves out and why, one sentence each. */
  readonly leaves: readonly Bilingual[];
  /** Of a subjective one: what clients are asked. */
  readonly question: Bilingual | null;
  /** Days after a period's end until its figure is whole. */
  readonly matureDays: number | null;
  readonly counters: readonly Bilingual[];
}

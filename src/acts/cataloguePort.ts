import type { Catalogue, MetricSpec } from '#catalogue';

/** The catalogue of this installation: the product's metrics, with the body's own in `DIR/catalogue/metrics/` added or,
 *  under the same name, in their place. Read anew when a file of the body changes. */
export interface CataloguePort {
  readonly load: () => Promise<Catalogue>;
  /** Writes a metric of the body's own as a whole or not at all. It must have been checked. */
  readonly save: (spec: MetricSpec) => Promise<void>;
  /** Takes a metric of the body's own away; the product's of that name, if there is one, stands again. */
  readonly remove: (id: string) => Promise<void>;
}

import type { Catalogue } from '#catalogue';

/** The catalogue of this installation: the product's metrics, with the body's own in `DIR/catalogue/metrics/` added or,
 *  under the same name, in their place. Read anew when a file of the body changes. */
export interface CataloguePort {
  readonly load: () => Promise<Catalogue>;
}

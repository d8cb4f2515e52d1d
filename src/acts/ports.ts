import type { BookPort } from './bookPort.ts';
import type { CataloguePort } from './cataloguePort.ts';
import type { FactPort } from './factPort.ts';
import type { FilesPort } from './filesPort.ts';
import type { ReaderPort } from './readerPort.ts';

/** The effects that acts may use, named here and given by the composition root (src/server/compose.ts). */
export interface Ports {
  readonly facts: FactPort;
  readonly book: BookPort;
  readonly catalogue: CataloguePort;
  readonly files: FilesPort;
  readonly reader: ReaderPort;
}

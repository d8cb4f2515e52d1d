import { FACT_FILES, FACTS, type Fact } from '#facts';
import { defineAct } from './act.ts';
import { dropBatchInput, type EXPORTS, type ExportView, exportInput, listBatchesInput } from './inputs.ts';

export const listBatches = defineAct({
  name: 'listBatches',
  summary: 'The imports that the figures stand on, newest first.',
  input: listBatchesInput,
  run: ({ ports }) => ports.facts.batches(),
});

export const dropBatch = defineAct({
  name: 'dropBatch',
  summary: 'Removes an import and brings back what it covered.',
  input: dropBatchInput,
  changes: true,
  run: async ({ ports }, { batch }) => {
    await ports.facts.dropBatch(batch);
    await ports.book.forgetFigures();
    return { dropped: batch };
  },
});

export const exportFacts = defineAct({
  name: 'exportFacts',
  summary: 'Writes one fact, or the spans, as canonical CSV that imports back unchanged.',
  input: exportInput,
  run: async ({ ports, progress }, { fact, out }): Promise<ExportView> => {
    const folder = await ports.files.output(out);
    const path = `${folder.path}/${fact}.csv`;
    progress({ stage: 'export', done: 0, total: null, unit: 'rows' });
    const rows = await ports.facts.exportTo(factOf(fact), path);
    return { files: [{ path, rows, download: folder.address(path) }] };
  },
});

const factOf = (file: (typeof EXPORTS)[number]): Fact | 'span' =>
  file === 'spans' ? 'span' : FACTS.find((fact) => FACT_FILES[fact] === file)!;

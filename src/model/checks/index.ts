import type { Model } from '../model.ts';
import type { Check, Finding, ModelKnowledge } from './check.ts';
import { cover } from './cover.ts';
import { links } from './links.ts';
import { indexOf, type ModelIndex } from './modelIndex.ts';
import { onFacts } from './onFacts.ts';
import { labelOf } from './places.ts';
import { structure } from './structure.ts';
import { wording } from './wording.ts';

/** Every check of a model: hard stops first. A file whose shape does not fit is refused before (readModel.ts). */
export const CHECKS: readonly Check[] = [...structure, ...links, ...cover, ...onFacts, ...wording].toSorted(
  (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
);

export interface CheckPaths {
  readonly indicators?: readonly string[];
  readonly positions?: readonly string[];
}

/** What all checks find in a model; `paths`: where its things stand in the file that was read. */
export function checkModel(model: Model, knowledge: ModelKnowledge, paths: CheckPaths = {}): readonly Finding[] {
  const index: ModelIndex = indexOf(model, knowledge.metrics, paths);
  const findings: Finding[] = [];
  for (const { rule, severity, find } of CHECKS) {
    for (const found of find(index, knowledge)) {
      const label = labelOf(index, found);
      const place = label === null ? found.path : `${found.path} "${label}"`;
      findings.push({ rule, severity, place, at: found.at, with: found.with ?? {} });
    }
  }
  return findings;
}

/** What a position may not hold even in a draft: a card with a sixth line is not one. */
export const REFUSED_AT_SAVING: ReadonlySet<string> = new Set(['tooManyIndicators', 'repeatedId']);

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { act, type Progress } from '../../client/act.ts';
import type { FindingView, ModelCheckView, ModelShowView } from '../../client/types.ts';
import { TOPICS } from './checkTopics.ts';
import type { Model } from './layout.ts';

/** A model of so many indicators is measured at once; of more when somebody asks. */
const MEASURED_AT_ONCE = 60;
/** What is being typed or clicked settles before it is checked. */
const SETTLES_MS = 250;
/** A model of thousands of indicators is megabytes to send: there one waits until the hand rests. */
const LARGE = 1000;
const LARGE_SETTLES_MS = 1500;

/** Checks beside the editor: of the model as it stands on the page, at once; those that measure, when they are done. */
export const useChecks = (shown: ModelShowView, model: Model, dirty: boolean) => {
  const settled = useSettled(model);
  const live = useQuery({
    queryKey: ['modelCheckOnFacts', 'live', settled],
    queryFn: ({ signal }) => act<ModelCheckView>('modelCheckOnFacts', { model: settled, measured: false }, { signal }),
    // The model is the key: it is compared by what it is, not by what it says.
    queryKeyHashFn: () => `live ${stampOf(settled)}`,
    placeholderData: keepPreviousData,
    enabled: dirty && settled === model,
    retry: false,
  });
  const [progress, setProgress] = useState<Progress | null>(null);
  const facts = useQuery({
    queryKey: ['modelCheckOnFacts', shown.id, shown.version],
    queryFn: ({ signal }) =>
      act<ModelCheckView>(
        'modelCheckOnFacts',
        { id: shown.id, version: shown.version },
        { signal, onProgress: setProgress },
      ),
    enabled: !dirty && shown.indicators > 0 && shown.indicators <= MEASURED_AT_ONCE,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const saved = facts.data ?? shown.checks;
  const now = dirty ? (live.data ?? shown.checks) : saved;
  const findings: readonly FindingView[] = [
    ...now.errors,
    ...now.warnings,
    ...(dirty && facts.data ? measuredOf(facts.data, model) : []),
  ];
  return {
    findings,
    counts: now.counts ?? NO_COUNTS,
    checking: dirty && (live.isFetching || settled !== model),
    facts: {
      known: facts.data !== undefined,
      stale: dirty && facts.data !== undefined,
      running: facts.isFetching,
      progress,
      error: facts.error,
      run: () => void facts.refetch(),
    },
  };
};

const NO_COUNTS: Readonly<Record<string, number>> = {};
const MEASURED = new Set(TOPICS.filter(({ facts }) => facts).flatMap(({ rules }) => rules));

/** What the facts told of the saved version, as far as it still stands in the model. */
const measuredOf = ({ errors, warnings }: ModelCheckView, model: Model): readonly FindingView[] => {
  const links = model.links.map(({ upper, lower }) => `${upper} → ${lower}`);
  const ids = new Set([...model.indicators.map(({ id }) => id), ...model.positions.map(({ id }) => id), ...links]);
  return [...errors, ...warnings].filter(({ rule, at }) => MEASURED.has(rule) && at.id !== null && ids.has(at.id));
};

const useSettled = (model: Model): Model => {
  const [settled, setSettled] = useState(model);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(model), model.indicators.length > LARGE ? LARGE_SETTLES_MS : SETTLES_MS);
    return () => clearTimeout(timer);
  }, [model]);
  return settled;
};

// Models are values: each change makes a new one, so that a number for each tells them apart without reading them.
const stamps = new WeakMap<Model, number>();
let lastStamp = 0;
const stampOf = (model: Model): number => {
  const known = stamps.get(model);
  if (known !== undefined) return known;
  lastStamp += 1;
  stamps.set(model, lastStamp);
  return lastStamp;
};

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { ActRefused } from '../../client/act.ts';
import type { ModelShowView } from '../../client/types.ts';
import type { Edit } from './edits.ts';
import type { Model } from './layout.ts';
import { saveModel, showModel } from './modelActs.ts';

/** One change that a person made and has not saved yet. */
export interface Step {
  readonly what: string;
  readonly edit: Edit;
  readonly model: Model;
}

interface Draft {
  readonly base: Model;
  /** The version that the changes stand on. */
  readonly version: number;
  readonly steps: readonly Step[];
  readonly saving: boolean;
  readonly error: unknown;
  /** What another person saved meanwhile. */
  readonly newer: ModelShowView | null;
}

// Drafts outlive the page that they were begun on: a look at the cards or versions loses nothing.
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();
const keep = (id: string, draft: Draft | null) => {
  if (draft) drafts.set(id, draft);
  else drafts.delete(id);
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export interface DraftOf {
  readonly model: Model;
  /** The version that the changes stand on. */
  readonly version: number;
  readonly steps: readonly Step[];
  readonly saving: boolean;
  readonly error: unknown;
  readonly newer: ModelShowView | null;
  readonly change: (what: string, edit: Edit) => void;
  readonly undo: () => void;
  readonly drop: () => void;
  readonly save: () => Promise<boolean>;
  /** The changes once more, on top of what was saved meanwhile. */
  readonly mineOnTop: () => void;
  readonly theirs: () => void;
}

/** The model as it stands on the page: what is saved, and the changes on top of it. */
export const useDraft = (shown: ModelShowView): DraftOf => {
  const { id } = shown;
  const queries = useQueryClient();
  const draft = useSyncExternalStore(subscribe, () => drafts.get(id));
  const current: Draft = draft ?? {
    base: shown.model,
    version: shown.version,
    steps: [],
    saving: false,
    error: null,
    newer: null,
  };
  const model = current.steps.at(-1)?.model ?? current.base;
  const dirty = current.steps.length > 0;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const change = useCallback(
    (what: string, edit: Edit) => {
      const before = drafts.get(id) ?? {
        base: shown.model,
        version: shown.version,
        steps: [],
        saving: false,
        error: null,
        newer: null,
      };
      const on = before.steps.at(-1)?.model ?? before.base;
      keep(id, { ...before, steps: [...before.steps, { what, edit, model: edit(on) }], error: null });
    },
    [id, shown],
  );
  const undo = useCallback(() => {
    const before = drafts.get(id);
    if (!before) return;
    const steps = before.steps.slice(0, -1);
    keep(id, steps.length === 0 ? null : { ...before, steps, error: null });
  }, [id]);

  const fresh = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['modelShow'] }),
      queries.invalidateQueries({ queryKey: ['models'] }),
      queries.invalidateQueries({ queryKey: ['modelVersions'] }),
    ]);
  };
  const save = async (): Promise<boolean> => {
    const before = drafts.get(id);
    if (!before) return true;
    keep(id, { ...before, saving: true, error: null });
    try {
      await saveModel(before.steps.at(-1)!.model, before.version);
      await fresh();
      keep(id, null);
      return true;
    } catch (error) {
      const meanwhile = error instanceof ActRefused && error.view?.error.code === 'document.changedMeanwhile';
      const newer = meanwhile ? await showModel(id).catch(() => null) : null;
      keep(id, { ...before, saving: false, error: newer ? null : error, newer });
      return false;
    }
  };
  return {
    model,
    version: current.version,
    steps: current.steps,
    saving: current.saving,
    error: current.error,
    newer: current.newer,
    change,
    undo,
    drop: () => keep(id, null),
    save,
    mineOnTop: () => {
      if (!current.newer) return;
      let on = current.newer.model;
      const steps = current.steps.map((step): Step => {
        on = step.edit(on);
        return { ...step, model: on };
      });
      keep(id, { ...current, base: current.newer.model, version: current.newer.version, steps, newer: null });
      void fresh();
    },
    theirs: () => {
      keep(id, null);
      void fresh();
    },
  };
};

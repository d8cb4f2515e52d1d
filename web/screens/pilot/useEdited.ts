import { useEffect, useState } from 'react';
import type { RecommendationsView } from '../../client/types.ts';
import { contentOf, type Draft, draftOf, sameContent } from './recommendations.ts';

interface State {
  readonly base: RecommendationsView;
  /** Oldest first; what was typed in one field in a row is one step. */
  readonly steps: readonly { readonly field: string | null; readonly draft: Draft }[];
}

export interface Edited {
  readonly base: RecommendationsView;
  readonly draft: Draft;
  readonly dirty: boolean;
  /** `field`: where it is typed; null: a deed of its own. */
  readonly edit: (field: string | null, change: (draft: Draft) => Draft) => void;
  readonly undo: () => void;
  /** Begins anew from what was saved, by me or by somebody else. */
  readonly restart: (saved: RecommendationsView) => void;
}

/** The document as it stands on the page: nothing is saved by itself. */
export const useEdited = (saved: RecommendationsView): Edited => {
  const begin = (from: RecommendationsView): State => ({ base: from, steps: [{ field: null, draft: draftOf(from) }] });
  const [state, setState] = useState<State>(() => begin(saved));
  const { draft } = state.steps.at(-1)!;
  const dirty = !sameContent(contentOf(draft), state.base);
  // a newer version that arrives while nothing is being edited is simply taken
  if (saved.version > state.base.version && !dirty) setState(begin(saved));
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
  return {
    base: state.base,
    draft,
    dirty,
    edit: (field, change) =>
      setState(({ base, steps }) => {
        const last = steps.at(-1)!;
        const before = field !== null && last.field === field ? steps.slice(0, -1) : steps;
        return { base, steps: [...before, { field, draft: change(last.draft) }] };
      }),
    undo: () => setState(({ base, steps }) => ({ base, steps: steps.length > 1 ? steps.slice(0, -1) : steps })),
    restart: (next) => setState(begin(next)),
  };
};

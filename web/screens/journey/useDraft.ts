import { useEffect, useState } from 'react';
import type { JourneyView } from '#acts';
import type { Journey } from '#model';
import { same } from './merge.ts';

/** A journey while it is being edited: nothing is saved by itself, each step can be taken back. */
export interface Draft {
  readonly base: JourneyView;
  readonly journey: Journey;
  readonly dirty: boolean;
  readonly steps: number;
  readonly edit: (change: (journey: Journey) => Journey) => void;
  readonly back: () => void;
  /** Begins anew from what was saved, by me or by somebody else; `journey`: with this already made of it. */
  readonly restart: (saved: JourneyView, journey?: Journey) => void;
}

interface State {
  readonly base: JourneyView;
  readonly history: readonly Journey[];
}

export const useDraft = (saved: JourneyView): Draft => {
  const [state, setState] = useState<State>({ base: saved, history: [saved.journey] });
  const journey = state.history.at(-1)!;
  const dirty = !same(journey, state.base.journey);
  // a newer version that arrives while nothing is being edited is simply taken
  if (saved.version > state.base.version && !dirty) setState({ base: saved, history: [saved.journey] });
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
  return {
    base: state.base,
    journey,
    dirty,
    steps: state.history.length - 1,
    edit: (change) =>
      setState(({ base, history }) => {
        const next = change(history.at(-1)!);
        return same(next, history.at(-1)) ? { base, history } : { base, history: [...history, next] };
      }),
    back: () =>
      setState(({ base, history }) => ({ base, history: history.length > 1 ? history.slice(0, -1) : history })),
    restart: (next, made) => setState({ base: next, history: made ? [next.journey, made] : [next.journey] }),
  };
};

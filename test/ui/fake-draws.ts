import type { DrawsView } from '../../src/state/draws-view.ts';

/** Draws of which none is there yet. */
export function fakeDraws(): DrawsView {
  return {
    parts: [],
    before: [],
    asked: 1000,
    seed: 7,
    doubt: 'both',
    problem: null,
    stopped: false,
    behind: { baseline: [], other: [], tornado: [], samples: [], chance: [], under: null, problem: null },
    stop: () => {},
    resume: () => {},
    against: () => {},
    look: () => () => {},
  };
}

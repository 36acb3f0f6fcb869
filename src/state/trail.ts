import { hashOf, type Address } from './address.ts';

/** Writes links into the history so that each deliberate change is one step back. */
export interface Trail {
  /** A change that is still going on (a drag): written when it pauses. */
  drag(hash: string): void;
  /** A change that is done. */
  settle(hash: string): void;
  /** The same step under another address. */
  correct(hash: string): void;
  /** Forgets a drag that another step has overtaken. */
  leave(): void;
}

/** Safari refuses more than 100 writes in 30 seconds. */
const PAUSE = 300;

/** One entry a drag, made at its first pause or at its end: Back then leads to where the drag began. */
export function createTrail(address: Address): Trail {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dragging = false;

  const write = (hash: string): void => {
    if (hash === hashOf(address.read())) return;
    if (dragging) address.replace(hash);
    else address.push(hash);
  };
  const leave = (): void => {
    clearTimeout(timer);
    dragging = false;
  };

  return {
    drag(hash) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        write(hash);
        dragging = true;
      }, PAUSE);
    },
    settle(hash) {
      clearTimeout(timer);
      write(hash);
      dragging = false;
    },
    correct(hash) {
      leave();
      if (hash !== hashOf(address.read())) address.replace(hash);
    },
    leave,
  };
}

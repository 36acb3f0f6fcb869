/**
 * Parts of a page that wait for their turn: each is made in a task of its own, so that the page paints and answers in between.
 * The order is that of the page: parts within a part come right after it, before its neighbours.
 */
let waiting: (() => void)[] = [];
/** Those that came up while a part was being made. */
let inner: (() => void)[] = [];
let under = false;

/** Messages come in a background tab too, where timers come once a second. */
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  const make = waiting.shift();
  if (!make) return;
  inner = [];
  under = true;
  try {
    make();
  } finally {
    under = false;
    waiting = [...inner, ...waiting];
    if (waiting.length > 0) channel.port2.postMessage(null);
  }
};

/**
 * @param make makes the part, and is done when the part stands
 * @returns takes it out of the line
 */
export function takeTurn(make: () => void): () => void {
  if (under) inner.push(make);
  else {
    waiting.push(make);
    if (waiting.length === 1) channel.port2.postMessage(null);
  }
  return () => {
    waiting = waiting.filter((other) => other !== make);
  };
}

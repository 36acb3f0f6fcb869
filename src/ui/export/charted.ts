/** A chart as the page shows it, with the words around it; what a screen reader hears is what a picture says. */
export interface Charted {
  /** A drawing, or a list or table that holds several. */
  figure: Element;
  title: string;
  /** What stands small beside the heading: unit, year. */
  unit: string;
  /** What the chart shows, in a sentence. */
  sentence: string;
  /** How it is to be read. */
  notes: string[];
}

/** Marks in a line of text are smaller than this many pixels; charts are wider. */
const MARK = 40;

/**
 * The chart that a control belongs to: the first one after it in its section.
 * @throws Error where the section has none
 */
export function chartAfter(control: Element): Charted {
  const section = control.closest('section');
  if (!section) throw new Error('no section');
  const after = (node: Element): boolean =>
    (control.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const drawing = [...section.querySelectorAll('svg')].find((svg) => after(svg) && svg.clientWidth >= MARK);
  if (!drawing) throw new Error('no chart');
  const holder = drawing.closest('[role="img"], ul, table');
  const figure = holder && holder.querySelectorAll('svg').length > 1 ? holder : drawing;
  const frame = holder ?? drawing.parentElement;
  const named = [figure, frame, ...(frame?.querySelectorAll('[role="slider"]') ?? [])].find((one) =>
    one?.hasAttribute('aria-label'),
  );
  const headings = [...section.querySelectorAll('h2, h3')].filter(
    (heading) => !after(heading) || heading.contains(control),
  );
  const [chapter, own] = [headings.find(({ localName }) => localName === 'h2'), headings.at(-1)];
  return {
    figure,
    title: [...new Set([chapter, own])].map(titleOf).filter(Boolean).join(' · '),
    unit: wordsOf(own?.querySelector('.sub') ?? chapter?.querySelector('.sub')),
    sentence: named?.getAttribute('aria-label') ?? '',
    notes: notesAfter(frame, section),
  };
}

const wordsOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

function titleOf(heading: Element | undefined): string {
  const copy = heading?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('.sub, svg, .hidden').forEach((part) => part.remove());
  return wordsOf(copy);
}

/** The captions that follow a chart; of one with a reading line, both parts. */
function notesAfter(frame: Element | null, section: Element): string[] {
  const notes: string[] = [];
  let last = frame;
  while (last && !last.nextElementSibling && last.parentElement !== section) last = last.parentElement;
  for (let next = last?.nextElementSibling; next?.localName === 'p'; next = next.nextElementSibling) {
    if (!next.matches('.caption')) continue;
    const parts = [...next.children].map(wordsOf).filter(Boolean);
    notes.push(...(parts.length > 0 ? parts : [wordsOf(next)]));
  }
  return notes.filter(Boolean);
}

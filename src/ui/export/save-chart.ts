import { reportWords } from '../../text/report-words.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { save } from '../own/download.ts';
import { sourceOfStart } from '../place-start.ts';
import { chartAfter } from './charted.ts';
import { linkLine, pictureFoot } from './picture-foot.ts';
import { picture, pngOf } from './picture.ts';
import { composed, standalone } from './standalone.ts';

/** Pixels of a PNG to a pixel of the page. */
const SCALE = 2;

export interface Picture {
  format: 'svg' | 'png';
  /** What it rests on, where that is not the plan on the page. */
  basis: string | null;
  /** How its marks are to be read; empty where its captions say so. */
  note: string;
}

/**
 * Saves the chart that a control belongs to as a picture that stands by itself: heading, unit, sentence, chart, what it rests on.
 * Always as on white paper, whatever the page looks like.
 * @throws Error where there is no chart or the browser cannot draw it
 */
export async function saveChart(
  control: Element,
  given: ChapterProps,
  { format, basis, note }: Picture,
): Promise<void> {
  const { session, start, name, words } = given;
  const text = reportWords(session.lang);
  const { figure, title, unit, sentence, notes } = chartAfter(control);
  const made = sourceOfStart(start)?.provenance === 'illustrative' && basis === null;
  const drawn = picture({
    title: basis === null ? `${name} · ${title}` : title,
    said: [[unit, made ? text.data.illustrative : ''].filter(Boolean).join(' · '), sentence].filter(Boolean),
    chart: onPaper(figure, () => (figure instanceof SVGSVGElement ? standalone(figure) : composed(figure))),
    rows: [],
    foot: [
      ...[note].filter(Boolean),
      ...notes,
      ...(basis === null ? pictureFoot(given, words, text) : [basis, linkLine(session.link(), text)]),
    ],
    code: null,
  });
  const file = [basis === null ? name : '', title.replaceAll(' · ', '-')].filter(Boolean).join('-');
  if (format === 'svg') save({ name: `${file}.svg`, type: 'image/svg+xml', parts: [drawn.markup] });
  else save({ name: `${file}.png`, type: 'image/png', parts: [await pngOf(drawn, Math.round(drawn.width * SCALE))] });
}

/** What `draw` sees of an element, in the colours of paper; nothing of it is painted on the page. */
function onPaper<T>(element: Element, draw: () => T): T {
  const section = element.closest('section') ?? element;
  section.classList.add('on-paper');
  try {
    return draw();
  } finally {
    section.classList.remove('on-paper');
  }
}

import { textWidth, wrapText } from '../../chart/text-width.ts';
import type { Drawing } from './standalone.ts';

/** What a picture says around its chart. */
export interface PictureParts {
  /** The answer, or what the chart is called. */
  title: string;
  /** Below the title: the unit, what the chart shows. */
  said: readonly string[];
  chart: Drawing;
  /** Rows of three cells: a name, a value, a gap; the first is the head. */
  rows: readonly (readonly [name: string, value: string, gap: string])[];
  foot: readonly string[];
  /** A square drawing of side 1 in the lower right corner: the code of the link. */
  code: { path: string; side: number } | null;
}

const INK = '#15212b';
const NOTE = '#5d6973';
const RED = '#bf3119';
const EDGE = 16;
const CODE = 96;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** One picture as SVG, as wide as its chart and two edges: the answer, the chart, the table, what it rests on. */
export function picture({ title, said, chart, rows, foot, code }: PictureParts): Drawing {
  const width = chart.width + 2 * EDGE;
  const font = getComputedStyle(document.body).fontFamily;
  const parts: string[] = [];
  let y = EDGE;
  const write = (text: string, x: number, size: number, more = `fill="${INK}"`): void => {
    parts.push(`<text x="${x}" y="${y}" font-size="${size}" ${more}>${escaped(text)}</text>`);
  };
  for (const line of wrapText(title, 19, chart.width)) {
    y += 28;
    write(line, EDGE, 19);
  }
  for (const line of said.flatMap((text) => wrapText(text, 13, chart.width))) {
    y += 20;
    write(line, EDGE, 13);
  }
  y += 14;
  parts.push(
    `<svg x="${EDGE}" y="${y}" width="${chart.width}" height="${chart.height}" overflow="visible">${chart.markup}</svg>`,
  );
  y += chart.height + 10;
  rows.forEach(([name, value, gap], at) => {
    y += 26;
    const head = at === 0;
    write(name, EDGE, 14, `fill="${head ? NOTE : INK}"`);
    write(value, width - EDGE - 110, 14, `fill="${head ? NOTE : INK}" text-anchor="end"`);
    write(gap, width - EDGE, 14, `fill="${head ? NOTE : RED}" text-anchor="end"${head ? '' : ' font-weight="700"'}`);
    parts.push(`<path d="M${EDGE} ${y + 8}H${width - EDGE}" stroke="${head ? '#7c8891' : '#d5dbdf'}"/>`);
  });
  y += 12;
  const top = y;
  const room = chart.width - (code ? CODE + 16 : 0);
  for (const line of foot.flatMap((text) => wrapLong(text, 11, room))) {
    y += 17;
    write(line, EDGE, 11, `fill="${NOTE}"`);
  }
  if (code) {
    const scale = CODE / code.side;
    parts.push(
      `<path transform="translate(${width - EDGE - CODE} ${top + 4}) scale(${scale})" d="${code.path}" fill="#000000" shape-rendering="crispEdges"/>`,
    );
    y = Math.max(y, top + CODE);
  }
  const height = y + EDGE;
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}"><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`;
  return { markup, width, height };
}

/** Links have no place to break at: they are cut where the line ends. */
function wrapLong(text: string, size: number, width: number): string[] {
  return wrapText(text, size, width).flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (textWidth(rest, size) > width) {
      let length = rest.length;
      while (length > 1 && textWidth(rest.slice(0, length), size) > width) length--;
      lines.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    return [...lines, rest];
  });
}

/** The picture as PNG, so many pixels wide. @throws Error where the browser cannot draw it */
export async function pngOf({ markup, width, height }: Drawing, pixels: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = Math.round((height * pixels) / width);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

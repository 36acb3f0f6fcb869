import { shorten } from '../../chart/text-width.ts';

/** A drawing free of the page: no style sheet, no custom property. Pixels. */
export interface Drawing {
  markup: string;
  width: number;
  height: number;
}

/** Properties that make a drawing what it is; everything else follows from the SVG itself. */
const INLINED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A drawing of the page as it stands. */
export function standalone(drawing: SVGSVGElement): Drawing {
  const [width, height] = [drawing.clientWidth, drawing.clientHeight];
  return { markup: new XMLSerializer().serializeToString(inlined(drawing)), width, height };
}

function inlined(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>('*');
  drawing.querySelectorAll<SVGElement>('*').forEach((from, at) => {
    const to = copies[at];
    if (!to) return;
    const style = getComputedStyle(from);
    for (const property of INLINED) to.setAttribute(property, style.getPropertyValue(property));
    to.removeAttribute('class');
  });
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('overflow', 'visible');
  copy.setAttribute('width', String(drawing.clientWidth));
  copy.setAttribute('height', String(drawing.clientHeight));
  return copy;
}

/**
 * A list or table that holds drawings, as one drawing: each at its place, and the words between them as text.
 * Rules and backgrounds of the page are left out.
 */
export function composed(figure: Element): Drawing {
  const box = figure.getBoundingClientRect();
  const place = ({ left, top }: DOMRect): [x: number, y: number] => [left - box.left, top - box.top];
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const svg of figure.querySelectorAll('svg')) {
    const copy = inlined(svg);
    const [x, y] = place(svg.getBoundingClientRect());
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(y));
    root.append(copy);
  }
  for (const { words, box: at, style } of linesIn(figure)) {
    const [x, y] = place(at);
    const size = parseFloat(style.fontSize);
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.textContent = words;
    const attributes = {
      x,
      y: y + at.height / 2 + size * BASELINE,
      fill: style.color,
      'font-size': size,
      'font-weight': style.fontWeight,
    };
    for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
    root.append(text);
  }
  root.setAttribute('width', String(box.width));
  root.setAttribute('height', String(box.height));
  root.setAttribute('overflow', 'visible');
  return { markup: new XMLSerializer().serializeToString(root), width: box.width, height: box.height };
}

/** From the middle of a line to its baseline, share of the font size. */
const BASELINE = 0.36;

/** What is written in an element outside its drawings, line by line as the page breaks it. */
function* linesIn(figure: Element): Generator<{ words: string; box: DOMRect; style: CSSStyleDeclaration }> {
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!holder || holder.closest('svg, .hidden') || !node.nodeValue?.trim()) continue;
    const style = getComputedStyle(holder);
    for (const { words, box } of brokenInto(node as Text)) {
      // What the page cuts off with an ellipsis is cut off here as well.
      const cut = style.textOverflow === 'ellipsis' && holder.scrollWidth > holder.clientWidth;
      yield { words: cut ? shorten(words, parseFloat(style.fontSize), holder.clientWidth) : words, box, style };
    }
  }
}

function* brokenInto(node: Text): Generator<{ words: string; box: DOMRect }> {
  const range = document.createRange();
  let start = 0;
  let box: DOMRect | undefined;
  for (let end = 1; end <= node.length; end++) {
    range.setStart(node, end - 1);
    range.setEnd(node, end);
    const next = range.getClientRects()[0];
    if (!next?.width) continue;
    if (box && next.top > box.top + box.height / 2) {
      yield { words: node.data.slice(start, end - 1).trim(), box };
      [start, box] = [end - 1, next];
    } else box ??= next;
  }
  const words = node.data.slice(start).trim();
  if (box && words) yield { words, box };
}

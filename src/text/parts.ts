/** A piece of a sentence: `target` is what the document demands, `gap` how far it is from that; `whole` is not broken into lines. */
export interface Part {
  text: string;
  as: 'plain' | 'strong' | 'target' | 'gap' | 'whole';
}

/**
 * A sentence with its marked words, written as a template: plain text between the values; a value is either
 * a marked part or plain text.
 * @returns parts in reading order, empty ones left out
 */
export function sentence(texts: TemplateStringsArray, ...values: (Part | Part[] | string | number)[]): Part[] {
  const parts: Part[] = [];
  const push = (part: Part): void => {
    if (part.text !== '') parts.push(part);
  };
  texts.forEach((text, index) => {
    push({ text, as: 'plain' });
    const value = values[index];
    if (Array.isArray(value)) value.forEach(push);
    else if (typeof value === 'object') push(value);
    else if (value !== undefined) push({ text: String(value), as: 'plain' });
  });
  return parts;
}

export const strong = (text: string | number): Part => ({ text: String(text), as: 'strong' });
export const demand = (text: string | number): Part => ({ text: String(text), as: 'target' });
export const shortfall = (text: string | number): Part => ({ text: String(text), as: 'gap' });

export const whole = (text: string): Part => ({ text, as: 'whole' });

/** The sentence as a screen reader or a title says it. */
export function plainText(parts: Part[]): string {
  return parts.map((part) => part.text).join('');
}

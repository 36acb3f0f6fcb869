/** Eight hexadecimal digits (FNV-1a, 32 bits) that tell one text from another; no protection against forgery. */
export function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

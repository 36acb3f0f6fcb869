import type { Download } from '../../state/own-view.ts';

/** Hands a file to the reader, as a click on a link to it would. */
export function save({ name, type, parts }: Download): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands over a file that is being made. null: it could not be made, and whoever made it has said so. */
export async function saveMade(making: Promise<Download | null>): Promise<void> {
  const made = await making;
  if (made) save(made);
}

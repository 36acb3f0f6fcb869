/** Before a line of a list goes: the keyboard passes to the line beside it, or from the last one to the button that closes the dialog. */
export function passFocus(line: HTMLElement): void {
  const beside = line.nextElementSibling ?? line.previousElementSibling ?? line.closest('dialog');
  beside?.querySelector<HTMLElement>('button')?.focus();
}

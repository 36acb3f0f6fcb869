import { createRawSnippet, flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import InSight, { PEACE } from '../../src/ui/places/InSight.svelte';

interface Given {
  place: number;
  pack: number;
  text: string;
}
const children = createRawSnippet<[Given]>((given) => ({
  render: () => `<p>${given().text}</p>`,
  setup: (element) => {
    $effect(() => {
      element.textContent = given().text;
    });
  },
}));
const given = (text: string, place = 1): Given => ({ place, pack: 1, text });
/** Until the browser has told all observers that this is out of sight: it tells them in one task, in any order. */
const outOfSight = (element: Element) =>
  new Promise<void>((resolve) => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.at(-1)!.isIntersecting) return;
      watch.disconnect();
      setTimeout(resolve);
    });
    watch.observe(element);
  });

it('follows at once in sight, and elsewhere after a moment of peace', async () => {
  const screen = await render(InSight<Given>, { given: given('first'), children });
  const { container } = screen;
  await screen.rerender({ given: given('second') });
  expect(container.textContent).toBe('second');

  container.style.marginTop = '4000px';
  await outOfSight(container.firstElementChild!);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await screen.rerender({ given: given('third') });
    vi.advanceTimersByTime(PEACE - 1);
    await screen.rerender({ given: given('fourth') });
    vi.advanceTimersByTime(PEACE - 1);
    flushSync();
    expect(container.textContent).toBe('second');
    vi.advanceTimersByTime(1);
    flushSync();
    expect(container.textContent).toBe('fourth');

    await screen.rerender({ given: given('elsewhere', 2) });
    expect(container.textContent).toBe('elsewhere');
  } finally {
    vi.useRealTimers();
  }
});

type Pairs = [key: string, value: string][];

/**
 * Values over another document: a target of the reader's own that takes the place of one of the document that was open names that
 * document from now on, and those that name the one that is opened need not any more.
 * @param raw as a link writes them
 */
export function overDocument(raw: Pairs, from: string, to: string): Pairs {
  if (from === to) return raw;
  const named = (id: string): string => {
    if (!id.includes(':')) return `${from}:${id}`;
    return id.startsWith(`${to}:`) ? id.slice(to.length + 1) : id;
  };
  return raw.map(([key, value]) => [
    key,
    /^t\d$/.test(key) ? value.replace(/~x([^~]+)/, (_, id: string) => `~x${named(id)}`) : value,
  ]);
}

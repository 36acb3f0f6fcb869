/** The page's address and its history. */
export interface Address {
  /** The whole address, hash included. */
  read(): string;
  push(hash: string): void;
  replace(hash: string): void;
  /** Told when the reader goes back or forward, or opens another link in this page. */
  onChange(listener: () => void): void;
}

/** The address bar of a browser window. */
export function browserAddress(page: Window): Address {
  const { location, history } = page;
  return {
    read: () => location.href,
    push: (hash) => history.pushState(null, '', hash),
    replace: (hash) => history.replaceState(null, '', hash),
    onChange: (listener) => page.addEventListener('hashchange', listener),
  };
}

/** The part of an address from `#` on; empty where there is none. */
export function hashOf(address: string): string {
  const start = address.indexOf('#');
  return start < 0 ? '' : address.slice(start);
}

/** Address of the page itself: without hash and without what a chat app has added. */
export function pageOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

import { mount } from 'svelte';
import './app.css';
import { browserAddress } from './state/address.ts';
import { languageStore } from './state/language.ts';
import { Session } from './state/session.svelte.ts';
import App from './ui/App.svelte';
import { createClient } from './worker/client.ts';
import { startWorker } from './worker/start.ts';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');

try {
  const session = new Session({
    client: createClient(startWorker),
    address: browserAddress(window),
    language: languageStore(() => localStorage, navigator.language),
  });
  mount(App, { target, props: { session } });
} catch (error) {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = `页面没有启动。请换用较新的浏览器（Chrome 109 以上），或重新打开本页。The page did not start. Please use a recent browser (Chrome 109 or later), or open the page again. (${String(error)})`;
  target.replaceChildren(message);
}

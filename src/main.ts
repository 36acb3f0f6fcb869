import { mount } from 'svelte';
import './app.css';
import { browserAddress } from './state/address.ts';
import { languageStore } from './state/language.ts';
import { onDemand } from './state/on-demand.ts';
import { plannedClient } from './state/planned-client.ts';
import { Planning } from './state/planning.svelte.ts';
import type { DrawsView } from './state/draws-view.ts';
import { Session } from './state/session.svelte.ts';
import { loadWords } from './text/words.ts';
import App from './ui/App.svelte';
import { createClient } from './worker/client.ts';
import { createPrecedence } from './worker/precedence.ts';
import { startDrawer, startReader, startSolver, startWorker } from './worker/start.ts';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');

/** While files are read nothing is drawn: it would take half of the processors. */
const precedence = createPrecedence();
/** What belongs to own files is loaded when they are asked for. */
const own = onDemand(async () => (await import('./state/own-open.ts')).openDesk(startReader, precedence));

/** The solver's client comes with the first lever of reassignment. */
const planner = async () => (await import('./worker/planner.ts')).createPlanner(startSolver);
const planning = new Planning();

/** Nothing may be awaited at the top of this module: what is loaded later shares a file with it, and would wait for it in turn. */
async function start(target: HTMLElement): Promise<void> {
  try {
    const language = { ...languageStore(() => localStorage, navigator.language), load: loadWords };
    // The model starts meanwhile.
    const speaking = loadWords(language.read());
    const session = new Session({
      client: plannedClient(createClient(startWorker), planner, planning.tell, true),
      planning,
      address: browserAddress(window),
      language,
      own,
      analyst: (asking) =>
        import('./state/analyst-open.ts').then(({ openAnalyst }) => openAnalyst(asking, startWorker, startSolver)),
    });
    /** What draws is loaded once the first chart stands. */
    const draws = onDemand(async (): Promise<DrawsView> => {
      const { openDraws } = await import('./state/draws-open.ts');
      return openDraws(session, startDrawer, navigator.hardwareConcurrency, precedence);
    });
    // The build tells of every part that could not be fetched.
    addEventListener('vite:preloadError', () => session.unfetched());
    await speaking;
    mount(App, { target, props: { session, draws } });
  } catch (error) {
    const message = document.createElement('p');
    message.setAttribute('role', 'alert');
    message.textContent = `页面没有启动。请换用较新的浏览器（Chrome 109 以上），或重新打开本页。The page did not start. Please use a recent browser (Chrome 109 or later), or open the page again. (${String(error)})`;
    target.replaceChildren(message);
  }
}
void start(target);

/** Milliseconds after which the files for use without a network are fetched: not before the reader has the answer. */
const OFFLINE_AFTER = 4000;
if (import.meta.env.MODE === 'production' && 'serviceWorker' in navigator) {
  // Where the browser refuses, the site works as before, with a network.
  setTimeout(() => void navigator.serviceWorker.register('./service-worker.js').catch(() => null), OFFLINE_AFTER);
}

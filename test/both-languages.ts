import { loadWords } from '../src/text/words.ts';

// The page loads the one that it needs; tests speak both.
await Promise.all([loadWords('zh'), loadWords('en')]);

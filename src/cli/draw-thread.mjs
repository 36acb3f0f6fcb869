import { register } from 'tsx/esm/api';

// Threads do not take over what reads TypeScript.
register();
await import('./draw-thread.ts');

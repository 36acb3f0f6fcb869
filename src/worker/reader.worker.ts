import * as Comlink from 'comlink';
import { readText } from '../io/built-in-web.ts';
import { createReader } from '../io/own/reader.ts';
import { loadReference } from '../io/reference.ts';
import { sliced, withBlobs } from './reader-wire.ts';

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose(sliced(withBlobs(createReader(() => loadReference(readText)))));

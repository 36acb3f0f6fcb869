import * as Comlink from 'comlink';
import { readText } from '../io/built-in-web.ts';
import { createReader } from '../io/own/reader.ts';
import { loadReference } from '../io/reference.ts';

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose(createReader(() => loadReference(readText)));

import { writeFileSync } from 'node:fs';
import { readText } from '../io/built-in-node.ts';
import { loadReference } from '../io/reference.ts';
import { calibrate } from '../model/calibrate.ts';

/** Fits the flows that nobody publishes to the national series and writes them to data/calibration.json. */
const file = calibrate(await loadReference(readText));
writeFileSync(new URL('../../data/calibration.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);

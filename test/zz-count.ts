import { frameOf, inputOf } from '../src/model/micro/frame.ts';
import { microRun, runDraw } from '../src/model/micro/micro-engine.ts';
import { fieldsOf } from '../src/scenario/fields.ts';
import { resolve } from '../src/scenario/resolve.ts';
import { builtIn } from './scenario/setups.ts';
const setup = await builtIn(process.argv[2] ?? 'panzhihua');
const values = resolve(fieldsOf(setup), {});
const input = inputOf(frameOf(setup, values), values, values);
const run = microRun(input);
const counts: Record<string, number> = {};
let inner = run.stream.counter;
// count block use by purpose via proxy of counter[0] writes
let cur = inner;
const px = new Proxy(inner, { set(t, k, v) { if (k === '0' && v === t[0]! + 1) { counts[t[1]!] = (counts[t[1]!] ?? 0) + 1; } (t as any)[k] = v; return true; }, get(t,k){ return (t as any)[k]; } });
run.stream.counter = px as any;
for (let d = 0; d < 20; d++) runDraw(run, input, { seed: 7, draw: d });
for (const [k, v] of Object.entries(counts)) console.log(k, (v / 20 / 16).toFixed(2));

import { readText } from '../src/io/built-in-node.ts';
import { loadReference } from '../src/io/reference.ts';
import { loadPlace } from '../src/io/places.ts';
import { loadPolicy } from '../src/io/policies.ts';
import { simulate } from '../src/model/simulate.ts';
import { fieldsOf } from '../src/scenario/fields.ts';
import { resolve } from '../src/scenario/resolve.ts';
const reference = await loadReference(readText);
const place = await loadPlace('hunan', readText);
const pack = await loadPolicy(place.policy, readText);
const setup = { place, pack, reference };
const fields = fieldsOf(setup);
const values = resolve(fields, {});
for (let i = 0; i < 60; i++) {
  const t = performance.now();
  simulate(setup, { ...values, recruit: i }, values);
  if (i % 10 === 0) console.log((performance.now() - t).toFixed(0));
}

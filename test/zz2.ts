import { readText } from '../src/io/built-in-node.ts';
import { loadReference } from '../src/io/reference.ts';
import { loadPlace } from '../src/io/places.ts';
import { loadPolicy } from '../src/io/policies.ts';
import { simulate } from '../src/model/simulate.ts';
import { fieldsOf } from '../src/scenario/fields.ts';
import { resolve } from '../src/scenario/resolve.ts';
const reference = await loadReference(readText);
for (const id of ['tongjiang', 'china', 'hunan', 'panzhihua', 'yuzhong']) {
  const place = await loadPlace(id, readText);
  const pack = await loadPolicy(place.policy, readText);
  const setup = { place, pack, reference };
  const fields = fieldsOf(setup);
  const values = resolve(fields, {});
  const ts = [];
  for (let i = 0; i < 12; i++) {
    const t = performance.now();
    simulate(setup, { ...values, recruit: i }, values);
    ts.push((performance.now() - t).toFixed(0));
  }
  console.log(id, ts.join(' '));
  for (const pop of ['constant', 'trend', 'cohort'])
    for (const migration of ['none', 'observed']) {
      const r = simulate(setup, { ...values, pop, migration }, values);
      const span = r.years.length;
      const tot = (i: number) => {
        let s = 0;
        for (let k = 0; k < r.plan.areas; k++) s += r.plan.residents[k * span + i]!;
        return (s / 1e4).toFixed(1);
      };
      console.log(
        '  ',
        pop,
        migration,
        [0, 6, 11, 16].map(tot).join(' '),
        r.problems.map((p) => p.code),
      );
      if (pop !== 'cohort') break;
    }
}

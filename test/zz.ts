import { readText } from '../src/io/built-in-node.ts';
import { loadReference } from '../src/io/reference.ts';
import { loadPlace } from '../src/io/places.ts';
import { loadPolicy } from '../src/io/policies.ts';
import { simulate } from '../src/model/simulate.ts';
import { fieldsOf } from '../src/scenario/fields.ts';
import { resolve } from '../src/scenario/resolve.ts';
const reference = await loadReference(readText);
for (const id of ['tongjiang', 'china', 'panzhihua', 'yanbian', 'yuzhong', 'hunan', 'xx-district']) {
  const place = await loadPlace(id, readText);
  const pack = await loadPolicy(place.policy, readText);
  const setup = { place, pack, reference };
  const fields = fieldsOf(setup);
  const values = resolve(fields, {});
  const t = performance.now();
  const r = simulate(setup, values, values);
  const ms = performance.now() - t;
  const span = r.years.length;
  const tot = (a: Float64Array, i: number) => {
    let s = 0;
    for (let k = 0; k < r.plan.areas; k++) s += a[k * span + i]!;
    return s;
  };
  console.log(
    id,
    place.areas.length,
    ms.toFixed(0) + 'ms',
    Object.entries(values)
      .filter(([k]) => ['transfer', 'residency', 'assistant', 'rural', 'drive', 'base', 'from'].includes(k))
      .map(([k, v]) => k + '=' + v)
      .join(' '),
  );
  for (const y of [r.plan.base, 2025, 2030, 2035, 2040]) {
    const i = y - r.plan.base;
    if (i < 0) continue;
    console.log(
      '  ',
      y,
      tot(r.plan.gps, i).toFixed(1),
      tot(r.plan.residents, i).toFixed(0),
      ((tot(r.plan.gps, i) / tot(r.plan.residents, i)) * 1e4).toFixed(2),
      'ret',
      tot(r.plan.flows.retired, i).toFixed(1),
      'left',
      tot(r.plan.flows.left, i).toFixed(1),
      'tr',
      tot(r.plan.flows.transfer, i).toFixed(1),
      'ro',
      tot(r.plan.flows.ruralOriented, i).toFixed(1),
    );
  }
  for (const t of r.targets)
    console.log(
      '   ',
      t.target.id,
      t.target.kind,
      t.target.year,
      t.status,
      t.required?.toFixed(2),
      t.projected?.toFixed(2),
      'gap',
      t.gap?.toFixed(2),
      'ach',
      t.achieved?.toFixed(3),
      t.needs ?? '',
      JSON.stringify(t.short ?? ''),
    );
  console.log('   answer', r.answer && [r.answer.year, r.answer.planMetYear, r.answer.target.gap]);
  console.log('   ', r.problems, r.naive.linear?.at(-1), r.naive.grey?.at(-1), r.observed.length);
}

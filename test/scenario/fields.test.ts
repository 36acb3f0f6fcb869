import { describe, expect, it } from 'vitest';
import { POLICY_IDS, policiesOf } from '../../src/io/policies.ts';
import { PLACES as LOADED } from '../../src/io/places.ts';
import { costFigures } from '../../src/model/cost/cost-figures.ts';
import type { Setup } from '../../src/model/frame.ts';
import { checkUncertain } from '../../src/model/micro/parameters.ts';
import { OWN, PACKS, PLACES } from '../../src/scenario/catalogue.ts';
import { fieldsOf } from '../../src/scenario/fields.ts';
import { openValues } from '../../src/scenario/open.ts';
import { changedValues, resolve } from '../../src/scenario/resolve.ts';
import { uncertainOf } from '../../src/scenario/uncertain.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { en } from '../../src/text/en.ts';
import { builtIn, fieldOf, type Values } from './setups.ts';

const KEYS =
  'transfer residency assistant rural recruit rehire drive allowance priority within dispatch counterpart ' +
  'pop migration attrition youngattrition breach postexit obligation passtransfer passresidency passassistant passrural ' +
  'regshare elasticity poolgrowth maxage rehireyears fte stockerror lapse centreshare ' +
  'scope base horizon from count denominator term floor densityfloor movers maxkm order month seed draws doubt paidshare discount docs t1 t2 t3 t4 t5 t6';

const setups = await Promise.all(PLACES.map(({ id }) => builtIn(id)));
const setupOf = (id: string) => {
  const setup = setups.find(({ place }) => place.id === id);
  if (!setup) throw new Error(id);
  return setup;
};
const inert = (id: string, key: string, values: Values = {}) => fieldOf(fieldsOf(setupOf(id), values), key).inert;

describe.each(setups.map((setup) => [setup.place.id, setup] as const))('the fields of %s', (_id, setup) => {
  const fields = fieldsOf(setup);

  it('are all there once, with the facts of the place', () => {
    const facts = [...setup.place.facts, ...costFigures(setup.pack, setup.place.areas)].map(({ key }) => key);
    expect(fields.map(({ key }) => key).sort()).toEqual([...KEYS.split(' '), ...facts].sort());
  });

  it('have ranges that can be drawn from, and tell a wrong one where the data have it', () => {
    const uncertain = (of: Setup) => {
      const all = fieldsOf(of);
      return checkUncertain(uncertainOf(all, resolve(all, {})));
    };
    expect(uncertain(setup)).toEqual([]);
    const { parameters } = setup.reference;
    const { mode, high } = parameters['attrition']!;
    const wrong = { ...parameters, attrition: { ...parameters['attrition']!, low: high } };
    expect(uncertain({ ...setup, reference: { ...setup.reference, parameters: wrong } })).toEqual([
      { code: 'draws.bad-range', values: { key: 'attrition', low: high, mode, high } },
    ]);
  });

  it('have defaults that a slider and a link can hold exactly', () => {
    for (const { key, type, default: usual, min, max, step, choices } of fields) {
      if (type === 'choice') expect(choices, key).toContain(usual);
      else if (type !== 'target' && usual !== '') {
        const value = Number(usual);
        expect(value, key).toBeGreaterThanOrEqual(min);
        expect(value, key).toBeLessThanOrEqual(max);
        expect(((value - min) / step) % 1, key).toSatisfy((rest: number) => rest < 1e-6 || rest > 1 - 1e-6);
        expect(Number(String(value)), key).toBe(value);
      }
    }
  });

  it('are the same objects again as long as nothing about them changes', () => {
    const moved = fieldsOf(setup, { recruit: 3, horizon: 2035 });
    const others = moved.filter((field, index) => field !== fields[index]);
    expect(others.every((field) => field.kind === 'setting')).toBe(true);
    expect(fieldsOf(setup)).toSatisfy((again: typeof fields) => again.every((field, index) => field === fields[index]));
  });

  it('ask for fewer draws in a place of many areas, and keep any other number that is asked for', () => {
    const areas = Array.from({ length: 201 }, () => setup.place.areas[0]!);
    const many = { ...setup, place: { ...setup.place, areas } };
    expect([fieldOf(fields, 'draws').default, fieldOf(fieldsOf(many), 'draws').default]).toEqual([1000, 200]);
    expect(openValues(many, [['draws', '1000']]).values).toEqual({ draws: 1000 });
  });

  it('say where they come from, in both languages', () => {
    for (const { key, source } of fields) {
      expect(source.text.zh, key).not.toBe('');
      expect(source.text.en, key).not.toBe('');
    }
  });

  it('have an uncertainty around the default where they have one', () => {
    for (const { key, low, high, default: usual, distribution } of fields) {
      if (distribution === 'fixed') continue;
      expect(low, key).toBeLessThanOrEqual(Number(usual));
      expect(high, key).toBeGreaterThanOrEqual(Number(usual));
    }
  });

  it('give reasons that the dictionary knows', () => {
    for (const field of fields) if (field.inert !== null) expect(en.inert, field.key).toHaveProperty([field.inert]);
  });

  it('start from a prepared year', () => {
    const { scope, base } = resolve(fields, {});
    expect(setup.place.starts.map((start) => `${start.scope} ${start.base}`)).toContain(`${scope} ${base}`);
  });
});

describe('the catalogue', () => {
  it('lists the places and packs that can be loaded', () => {
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect([...PLACES].sort(byId)).toEqual([...LOADED].sort(byId));
    expect([...policiesOf('own')].sort()).toEqual([...OWN.policies].sort());
    expect(Object.keys(PACKS).sort()).toEqual([...POLICY_IDS].sort());
  });
});

describe('ranges', () => {
  it('leave a county room for twenty trainees and six times the default', () => {
    for (const key of ['transfer', 'residency', 'assistant', 'rural', 'recruit']) {
      const { max, default: usual } = fieldOf(fieldsOf(setupOf('tongjiang')), key);
      expect(max).toBeGreaterThanOrEqual(Math.max(20, 6 * Number(usual)));
    }
  });

  it('grow with the size of the place', () => {
    const most = (id: string) => fieldOf(fieldsOf(setupOf(id)), 'transfer').max;
    expect(most('hunan')).toBeGreaterThan(most('panzhihua'));
    expect(most('china')).toBeGreaterThan(most('hunan'));
  });

  it('hold the value that the document sets', () => {
    const transfer = fieldOf(fieldsOf(setupOf('yuzhong')), 'transfer');
    expect(transfer.documentValue).toBe(11);
    expect(transfer.max).toBeGreaterThanOrEqual(11);
  });
});

describe('years', () => {
  const yearsOf = (values: Values) => {
    const fields = fieldsOf(setupOf('yuzhong'), values);
    return { years: resolve(fields, values), fields };
  };

  it('run from the last count of the whole place to 2040, with measures from 2026', () => {
    expect(yearsOf({}).years).toMatchObject({ scope: 'all', base: 2024, horizon: 2040, from: 2026 });
  });

  it('follow the base year', () => {
    const { fields, years } = yearsOf({ base: 2018 });
    expect(years['from']).toBe(2019);
    expect(fieldOf(fields, 'horizon').min).toBe(2019);
    expect(fieldOf(fields, 'from').min).toBe(2019);
  });

  it('follow the scope', () => {
    const setup = setupOf('yuzhong');
    const starts = setup.place.starts.filter(({ scope, base }) => scope === 'all' || base === 2018);
    const fields = fieldsOf({ ...setup, place: { ...setup.place, starts } }, { scope: 'own' });
    expect(fieldOf(fields, 'base')).toMatchObject({ default: 2018, choices: ['2018'] });
    expect(fieldOf(fields, 'from').default).toBe(2019);
  });

  it('keep the first year of measures within a short horizon', () => {
    expect(yearsOf({ horizon: 2025 }).years['from']).toBe(2025);
  });
});

describe('a field without effect', () => {
  it('is the registration drive under a certified rule, unless certificates lapse or the retired come back', () => {
    expect(inert('tongjiang', 'drive', { rehire: 0 })).toBe('inert.rule');
    expect(inert('tongjiang', 'drive', { rehire: 0.1 })).toBeNull();
    expect(inert('tongjiang', 'drive', { rehire: 0, lapse: 1 })).toBeNull();
    expect(inert('tongjiang', 'drive', { rehire: 0, count: 'registered' })).toBeNull();
  });

  it('is the lapse under a registered rule only where nothing was ever registered later', () => {
    const setup = setupOf('hunan');
    const { calibration, parameters } = setup.reference;
    const drive = { ...calibration.drive, value: 0 };
    const without = { ...setup, reference: { parameters, calibration: { ...calibration, drive } } };
    expect(fieldOf(fieldsOf(without), 'lapse').inert).toBe('inert.rule');
    expect(inert('hunan', 'lapse', { drive: 0 })).toBeNull();
  });

  it('is the allowance while it keeps nobody, and its effect while the allowance is unchanged', () => {
    expect(inert('tongjiang', 'allowance')).toBe('inert.elasticity');
    expect(inert('tongjiang', 'allowance', { elasticity: 0.1 })).toBeNull();
    expect(inert('tongjiang', 'elasticity')).toBe('inert.allowance');
    expect(inert('tongjiang', 'elasticity', { allowance: 500 })).toBeNull();
  });

  it('is migration unless the population is projected by cohorts', () => {
    expect(inert('tongjiang', 'migration')).toBe('inert.population');
    expect(inert('tongjiang', 'migration', { pop: 'cohort' })).toBeNull();
  });

  it('is priority placement where there is one area', () => {
    expect(inert('tongjiang', 'priority')).toBe('inert.one-area');
    expect(inert('panzhihua', 'priority')).toBeNull();
  });

  it('is the training of GPs where all staff are projected', () => {
    for (const key of ['transfer', 'residency', 'assistant', 'rural', 'drive', 'passtransfer']) {
      expect(inert('xx-district', key), key).toBe('inert.workforce');
    }
    expect(inert('xx-district', 'recruit')).toBeNull();
  });
});

describe('a field that is said to have no effect', () => {
  const scenarios: Values[] = [{}, { rehire: 0 }, { count: 'registered', obligation: 0 }];
  const places = ['tongjiang', 'yanbian', 'yuzhong', 'xx-district'];
  const cases = places.flatMap((place) => scenarios.map((values) => [place, values] as const));
  const figures = (setup: Setup, values: Values) => {
    const { plan, targets } = runScenario(setup, values);
    return [...plan.gps, ...targets.map(({ projected }) => projected ?? -1)];
  };

  it.each(cases)('has none in the model of %s with %o', (place, values) => {
    const setup = setupOf(place);
    const before = figures(setup, values);
    const idle = fieldsOf(setup, values).filter((field) => field.inert !== null && field.type !== 'choice');
    expect(idle.length).toBeGreaterThan(2);
    for (const { key, min, max, default: usual } of idle) {
      const other = usual === min ? Math.min(max, min + 1) : min;
      const after = figures(setup, { ...values, [key]: other });
      const differences = before.map((figure, index) => Math.abs(figure - (after[index] ?? NaN)));
      // Heads are kept on a fine grid, so that moving them between statuses may round.
      expect(Math.max(...differences), key).toBeLessThan(1e-6);
    }
  });
});

describe('what the place does not know', () => {
  it('is asked for: the default of the fact is empty', () => {
    expect(fieldOf(fieldsOf(setupOf('panzhihua')), 'primarydocs').default).toBe('');
  });

  it('cannot be chosen', () => {
    expect(fieldOf(fieldsOf(setupOf('tongjiang')), 'pop').choices).not.toContain('projected');
    expect(fieldOf(fieldsOf(setupOf('xx-district')), 'pop').choices).not.toContain('cohort');
    expect(fieldOf(fieldsOf(setupOf('china')), 'migration').choices).toEqual(['none']);
  });
});

describe('changed values', () => {
  it('are those that differ from the defaults, in the order of the fields', () => {
    const fields = fieldsOf(setupOf('tongjiang'));
    expect(Object.entries(changedValues(fields, { seed: 8, teleport: 1, maxage: 55, transfer: 20 }))).toEqual([
      ['transfer', 20],
      ['seed', 8],
    ]);
  });
});

import type { Fact, PlaceData, PopulationMode, Source } from '../model/types.ts';
import { choiceField, numberField, parameterField, switchField, withDoubt } from './number-field.ts';
import { powerOfTenBelow, roundUp, type Range } from './range.ts';
import { parameterOf, type FieldSetup } from './setup.ts';
import { NOT_PUBLISHED, RURAL_SHARE, SETTING } from './source.ts';
import type { Field, FieldKind, Unit } from './types.ts';

/** Numbers whose defaults are model parameters of the same key: unit and range. */
const NUMBERS: readonly [key: string, unit: Unit, min: number, max: number, step: number][] = [
  ['attrition', 'share/year', 0, 0.3, 0.001],
  ['youngattrition', 'none', 0, 5, 0.1],
  ['breach', 'share/year', 0, 0.5, 0.001],
  ['postexit', 'share', 0, 1, 0.01],
  ['obligation', 'year', 0, 6, 1],
  ['passtransfer', 'share', 0, 1, 0.01],
  ['passresidency', 'share', 0, 1, 0.01],
  ['passassistant', 'share', 0, 1, 0.01],
  ['passrural', 'share', 0, 1, 0.01],
  ['regshare', 'share', 0, 1, 0.01],
  ['elasticity', 'share/1000yuan', 0, 0.5, 0.01],
  ['poolgrowth', 'share/year', -0.05, 0.2, 0.005],
  ['maxage', 'year', 35, 60, 1],
  ['rehireyears', 'year', 1, 10, 1],
  ['fte', 'share', 0, 1, 0.05],
];

/** What the world does. */
export function assumptions(setup: FieldSetup): Field[] {
  const { place, pack } = setup;
  return [
    populationMode(place),
    migration(place),
    ...NUMBERS.map(([key, unit, min, max, step]) =>
      parameterField(key, 'assumption', unit, parameterOf(setup, key), { min, max, step }),
    ),
    numberField({
      key: 'stockerror',
      kind: 'assumption',
      unit: 'share',
      value: 0,
      source: NOT_PUBLISHED,
      min: 0,
      max: 0.5,
      step: 0.01,
    }),
    switchField('lapse', 'assumption', pack.lapse, { provenance: 'official', text: pack.name }),
    centreShare(setup),
    ...place.facts.map(fact),
  ];
}

/**
 * The trend by default. Not for the nation: the growth of each province's last ten years, compounded, adds up to a growing
 * nation, where the count has been falling since 2022.
 */
function populationMode(place: PlaceData): Field {
  const { projected, censuses } = knownOf(place);
  const { level } = place;
  const choices: PopulationMode[] = ['constant', 'trend'];
  if (projected) choices.push('projected');
  if (censuses > 0) choices.push('cohort');
  const usual = level === 'country' && choices.includes('cohort') ? 'cohort' : 'trend';
  return choiceField('pop', 'assumption', choices, usual, SETTING);
}

/** Census survival needs the ages of two censuses in every area. */
function migration(place: PlaceData): Field {
  const observed = knownOf(place).censuses >= 2;
  return choiceField(
    'migration',
    'assumption',
    observed ? ['none', 'observed'] : ['none'],
    observed ? 'observed' : 'none',
    SETTING,
  );
}

/** Share of the GPs who work in township health centres: residents outside urban areas stand in, where they are known. */
function centreShare(setup: FieldSetup): Field {
  const { rural } = knownOf(setup.place);
  const parameter = parameterOf(setup, 'centreshare');
  const local = rural === null ? parameter : { ...parameter, mode: rural, source: RURAL_SHARE };
  return parameterField('centreshare', 'assumption', 'share', local, { min: 0, max: 1, step: 0.01 });
}

/** What is known of all areas together; fields are made anew at every move of a slider, and areas can be 40,000. */
interface Known {
  /** Every area has its own projection. */
  projected: boolean;
  /** Censuses with ages that every area has. */
  censuses: number;
  /** Share of residents outside urban areas; null where no area has it. */
  rural: number | null;
}
const known = new WeakMap<PlaceData, Known>();

function knownOf(place: PlaceData): Known {
  const found = known.get(place);
  if (found) return found;
  const { areas, residents } = place;
  let rural = 0;
  let all = 0;
  areas.forEach(({ ruralShare }, index) => {
    const persons = residents[index]?.observed.at(-1)?.persons;
    if (ruralShare === null || persons === undefined) return;
    rural += ruralShare * persons;
    all += persons;
  });
  const made = {
    projected: residents.every((area) => area.projected.length > 0),
    censuses: residents.reduce((fewest, area) => Math.min(fewest, area.ages.length), Infinity),
    rural: all > 0 ? rural / all : null,
  };
  known.set(place, made);
  return made;
}

/** A figure of the place that the reader may correct or supply; its unit stands in the place's own data. */
function fact({ key, value, low, high, source }: Fact): Field {
  const field = suppliedField(key, 'assumption', value, high, source);
  return value === null ? field : withDoubt(field, { low, mode: value, high });
}

/** A figure whose default is nothing at all where it is not known. @param most what it hardly exceeds */
export function suppliedField(key: string, kind: FieldKind, value: number | null, most: number, source: Source): Field {
  const range = factRange(Math.max(value ?? 0, most));
  const field = numberField({ key, kind, unit: 'none', value: value ?? 0, source, ...range });
  return value === null ? { ...field, default: '' } : field;
}

/** Shares stay shares; counts may be ten times what the place's data hold possible. */
function factRange(most: number): Range {
  if (most <= 1) return { min: 0, max: 1, step: 0.01 };
  const max = roundUp(10 * most);
  return { min: 0, max, step: powerOfTenBelow(max / 100) };
}

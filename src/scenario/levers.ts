import type { Level, PathName } from '../model/types.ts';
import { numberField, parameterField, switchField } from './number-field.ts';
import { parameterOf, type FieldSetup } from './setup.ts';
import { powerOfTenBelow, roundUp, type Range } from './range.ts';
import { moveLevers } from './reassign-fields.ts';
import { NO_MEASURE } from './source.ts';
import type { Field } from './types.ts';

/** Field keys of the yearly intakes, with their names in the data. */
const INTAKES: readonly [key: string, name: PathName | 'recruit'][] = [
  ['transfer', 'transfer'],
  ['residency', 'residency'],
  ['assistant', 'assistant'],
  ['rural', 'ruralOriented'],
  ['recruit', 'recruit'],
];

/** Least upper end of an intake's range, persons a year, so that a slider has room where the default is small. */
const ROOM: Record<Level, number> = { township: 20, county: 20, prefecture: 100, province: 1000, country: 10_000 };
/** The range reaches at least this many times the default. */
const REACH = 6;

const ALLOWANCE: Range = { min: 0, max: 5000, step: 100 };

/** What the planner decides. */
export function levers(setup: FieldSetup): Field[] {
  const { place } = setup;
  const intakes = INTAKES.map(([key, name]) => {
    const { value, range, source } = place.intake[name];
    // Where all staff are projected, nobody is trained to be a GP; hiring remains.
    const open = place.workforce === 'gp' || name === 'recruit';
    const max = open ? roundUp(Math.max(ROOM[place.level], REACH * value)) : 0;
    const limits = { min: 0, max, step: intakeStep(max) };
    // What the place does not publish is in doubt until the reader says how many.
    return range && open
      ? parameterField(key, 'lever', 'persons/year', { ...range, mode: value, source }, limits)
      : numberField({ key, kind: 'lever', unit: 'persons/year', value, source, ...limits });
  });
  const { drive, source } = setup.reference.calibration;
  return [
    ...intakes,
    parameterField('rehire', 'lever', 'share', parameterOf(setup, 'rehire'), { min: 0, max: 1, step: 0.05 }),
    parameterField(
      'drive',
      'lever',
      'share/year',
      { ...drive, mode: drive.value, source },
      { min: 0, max: 1, step: 0.01 },
    ),
    parameterField('allowance', 'lever', 'yuan/month', parameterOf(setup, 'allowance'), ALLOWANCE),
    switchField('priority', 'lever', false, NO_MEASURE),
    ...moveLevers(setup),
  ];
}

/** About a hundred steps, of whole persons. */
function intakeStep(max: number): number {
  return Math.max(1, powerOfTenBelow(max / 100));
}

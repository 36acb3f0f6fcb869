import { projectCohort } from './cohort-engine.ts';
import { HISTORY } from './cohort-input.ts';
import type { YearLevers } from './cohort-input.ts';
import { deathProbability, demographyOf } from './demography.ts';
import type { Parameter, Reference } from './reference.ts';
import type { Projection } from './types.ts';

/** Years in which the national programmes took their first trainees. Sources: see data/national-intake.csv. */
const FIRST_INTAKE = { residency: 2014, assistant: 2016, ruralOriented: 2010 } as const;

/** National trainees of a path in a year: none before the programme, straight lines between known years, then the default. */
function nationalIntake(reference: Reference, path: keyof typeof FIRST_INTAKE, year: number): number {
  const { years, default: byDefault } = reference.nationalIntake[path];
  if (year < FIRST_INTAKE[path]) return 0;
  const before = years.findLast((point) => point.year <= year);
  const after = years.find((point) => point.year > year);
  if (before === undefined) return byDefault.mode;
  if (after === undefined) return before.persons;
  return before.persons + ((after.persons - before.persons) * (year - before.year)) / (after.year - before.year);
}

/** The flows that nobody publishes and the national series has to tell. */
export interface UnknownFlows {
  /** Transfer trainees a year, persons. */
  transfer: number;
  /** Share of the newly qualified who register at once. */
  registeredShare: number;
  /** Share of the certified-unregistered registered a year. */
  drive: number;
}

/**
 * The whole nation as one area, by the same engine and default rates as every place, from a counted year on.
 * @param opening GPs counted at the end of `start`
 */
export function projectNation(
  reference: Reference,
  start: number,
  opening: { total: number; registered: number },
  last: number,
  flows: UnknownFlows,
): Projection {
  const mode = (key: string): number => parameterOf(reference, key).mode;
  const levers = (year: number): YearLevers => ({
    transfer: flows.transfer,
    residency: nationalIntake(reference, 'residency', year),
    assistant: nationalIntake(reference, 'assistant', year),
    ruralOriented: nationalIntake(reference, 'ruralOriented', year),
    recruit: 0,
    rehire: mode('rehire'),
    drive: flows.drive,
    retention: 1,
    priority: false,
  });
  const span = last - start + 1;
  return projectCohort({
    base: start,
    horizon: last,
    opening: [
      {
        registered: opening.registered,
        assistant: 0,
        unregistered: opening.total - opening.registered,
        pool: reference.physicians2018 - opening.total,
        ageShares: reference.ageShares,
        poolShares: reference.poolShares,
        minimum: 0,
        centreShare: 0,
      },
    ],
    residents: new Float64Array(span),
    levers: Array.from({ length: span + HISTORY }, (_, i) => levers(start - HISTORY + i)),
    training: null,
    wanted: Array.from({ length: span }, () => 0),
    count: 'certified',
    rates: {
      death: deathProbability(demographyOf(reference)),
      attrition: mode('attrition'),
      youngAttrition: mode('youngattrition'),
      breach: mode('breach'),
      postExit: mode('postexit'),
      obligationYears: mode('obligation'),
      pass: {
        transfer: mode('passtransfer'),
        residency: mode('passresidency'),
        assistant: mode('passassistant'),
        ruralOriented: mode('passrural'),
      },
      registeredShare: flows.registeredShare,
      lapse: false,
      rehireYears: mode('rehireyears'),
      fte: mode('fte'),
      poolGrowth: mode('poolgrowth'),
      transferMaxAge: mode('maxage'),
      femaleShare: reference.femaleShare,
    },
  });
}

/** @throws RangeError for a parameter that data/parameters.csv does not have */
export function parameterOf(reference: Reference, key: string): Parameter {
  const parameter = reference.parameters[key];
  if (parameter === undefined) throw new RangeError(`no parameter ${key}`);
  return parameter;
}

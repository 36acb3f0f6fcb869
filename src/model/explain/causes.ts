/** What a bar of a waterfall stands for. */
export type Cause =
  | 'transfer'
  | 'residency'
  | 'assistant'
  | 'ruralOriented'
  | 'recruited'
  | 'registered'
  | 'rehired'
  | 'moves'
  | 'allowance'
  | 'start'
  | 'retired'
  | 'attrition'
  | 'deaths'
  | 'lapsed'
  | 'population'
  | 'definition'
  | 'interaction';

/** Who goes where: placement and the levers of reassignment with their conditions. */
const MOVES = [
  'priority',
  'within',
  'dispatch',
  'counterpart',
  'term',
  'floor',
  'centreshare',
  'densityfloor',
  'maxkm',
  'month',
  'movers',
  'order',
];

/**
 * The fields that belong to a cause, where two scenarios differ in it: levers together with the assumptions about what they
 * bring. Retirement and death follow a rule that no field changes; what lapses is part of registering.
 */
const FIELDS: readonly [cause: Cause, keys: readonly string[]][] = [
  ['definition', ['count', 'denominator', 'scope']],
  ['population', ['pop', 'migration']],
  ['start', ['from']],
  ['transfer', ['transfer', 'passtransfer', 'maxage', 'poolgrowth']],
  ['residency', ['residency', 'passresidency']],
  ['assistant', ['assistant', 'passassistant']],
  ['ruralOriented', ['rural', 'passrural']],
  ['recruited', ['recruit']],
  ['registered', ['drive', 'regshare', 'lapse']],
  ['rehired', ['rehire', 'rehireyears', 'fte']],
  ['moves', MOVES],
  ['allowance', ['allowance', 'elasticity']],
  ['attrition', ['attrition', 'youngattrition', 'breach', 'postexit', 'obligation']],
];

/** Causes of a difference between two scenarios, in the order of the bars, with their fields. */
export const CAUSES: ReadonlyMap<Cause, readonly string[]> = new Map(FIELDS);

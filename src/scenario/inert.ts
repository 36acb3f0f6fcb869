import type { FieldSetup } from './setup.ts';
import type { Value } from './types.ts';

/** Fields that only the training and registering of GPs gives a meaning. */
const GPS_ONLY = [
  'transfer',
  'residency',
  'assistant',
  'rural',
  'drive',
  'passtransfer',
  'passresidency',
  'passassistant',
  'passrural',
  'regshare',
  'lapse',
  'breach',
  'postexit',
  'obligation',
  'poolgrowth',
  'maxage',
];

/**
 * Why a field changes nothing now: a code of the dictionary, or null where it has an effect.
 * @param values of every field
 * @param defaults of every field
 */
export function inertReason(
  key: string,
  { place, pack }: FieldSetup,
  values: Readonly<Record<string, Value>>,
  defaults: Readonly<Record<string, Value>>,
): string | null {
  if (place.workforce === 'staff' && GPS_ONLY.includes(key)) return 'inert.workforce';
  switch (key) {
    case 'drive':
    case 'regshare':
      // Registering matters under a certified rule only where it saves certificates or brings the retired back.
      return isCertified(values) && values['lapse'] === 0 && values['rehire'] === 0 ? 'inert.rule' : null;
    case 'lapse':
      // What lapses is counted only under a certified rule, and can become registered only by the drive.
      return !isCertified(values) && values['drive'] === 0 ? 'inert.rule' : null;
    case 'allowance':
      return values['elasticity'] === 0 ? 'inert.elasticity' : null;
    case 'elasticity':
      return values['allowance'] === defaults['allowance'] ? 'inert.allowance' : null;
    case 'migration':
      return values['pop'] === 'cohort' ? null : 'inert.population';
    case 'priority':
      return place.areas.length === 1 ? 'inert.one-area' : null;
    case 'centreshare':
      return values['priority'] === 1 || pack.targets.some((target) => target.kind === 'facility_minimum')
        ? null
        : 'inert.centres';
    case 'breach':
      return values['obligation'] === 0 ? 'inert.obligation' : null;
    case 'fte':
      return values['rehire'] === 0 ? 'inert.rehire' : null;
    case 'seed':
    case 'draws':
      return 'inert.draws';
    default:
      return null;
  }
}

function isCertified(values: Readonly<Record<string, Value>>): boolean {
  return String(values['count']).startsWith('certified');
}

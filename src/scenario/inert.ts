import { moveInert } from './reassign-fields.ts';
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
  'within',
  'dispatch',
  'counterpart',
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
  // A lever at 0 still stood at its default until the measures began.
  const never = (lever: string): boolean => values[lever] === 0 && defaults[lever] === 0;
  if (place.workforce === 'staff' && GPS_ONLY.includes(key)) return 'inert.workforce';
  const ofMoves = moveInert(key, place, values);
  if (ofMoves !== undefined) return ofMoves;
  switch (key) {
    // Registering matters under a certified rule only where it saves certificates or brings the retired back.
    case 'drive':
      return isCertified(values) && values['lapse'] === 0 && values['rehire'] === 0 ? 'inert.rule' : null;
    case 'regshare':
      return isCertified(values) && values['lapse'] === 0 && never('rehire') ? 'inert.rule' : null;
    // What lapses is counted only under a certified rule, and can become registered only by the drive.
    case 'lapse':
      return !isCertified(values) && never('drive') ? 'inert.rule' : null;
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
      return never('rehire') ? 'inert.rehire' : null;
    case 'seed':
    case 'draws':
    case 'doubt':
      return 'inert.draws';
    default:
      return null;
  }
}

function isCertified(values: Readonly<Record<string, Value>>): boolean {
  return String(values['count']).startsWith('certified');
}

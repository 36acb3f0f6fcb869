import type { PlaceData } from '../model/types.ts';
import { choiceField, numberField } from './number-field.ts';
import type { FieldSetup } from './setup.ts';
import { roundUp, type Range } from './range.ts';
import { NO_MEASURE, SETTING } from './source.ts';
import type { Field, Unit, Value } from './types.ts';

/** The levers of reassignment; `priority`, the first that Hunan names, is a field of its own. */
const MOVES = ['within', 'dispatch', 'counterpart'];
/** Conditions of these levers: they change nothing by themselves. */
export const CONDITIONS = ['term', 'floor', 'densityfloor', 'movers', 'maxkm', 'order', 'month'];
/** Orders of the three levers by their first letters; Hunan's is the first. */
const ORDERS = ['wdc', 'wcd', 'dwc', 'dcw', 'cwd', 'cdw'];
/** Least upper end of the three levers, persons. */
const ROOM = 20;

/** The levers that move whole persons. */
export function moveLevers({ place }: FieldSetup): Field[] {
  const max = roundUp(Math.max(ROOM, place.areas.length));
  const lever = (key: string, unit: Unit): Field =>
    numberField({ key, kind: 'lever', unit, value: 0, source: NO_MEASURE, min: 0, max, step: 1 });
  return [lever('within', 'persons/year'), lever('dispatch', 'persons'), lever('counterpart', 'persons')];
}

/** What the planner allows these levers. */
export function moveConditions(): Field[] {
  const condition = (key: string, unit: Unit, value: number, range: Range): Field =>
    numberField({ key, kind: 'setting', unit, value, source: SETTING, ...range });
  return [
    condition('term', 'year', 2, { min: 1, max: 5, step: 1 }),
    condition('floor', 'persons', 2, { min: 0, max: 20, step: 1 }),
    condition('densityfloor', 'none', 0, { min: 0, max: 10, step: 0.1 }),
    choiceField('movers', 'setting', ['gps', 'assistants'], 'gps', SETTING),
    condition('maxkm', 'none', 0, { min: 0, max: 500, step: 1 }),
    choiceField('order', 'setting', ORDERS, ORDERS[0]!, SETTING),
    condition('month', 'none', 7, { min: 1, max: 12, step: 1 }),
  ];
}

/** What the areas allow; asked for every field at every move of a slider, and the areas can be 40,000. */
interface Known {
  /** Several township centres and nothing else: GPs can be moved between them. */
  movable: boolean;
  hospital: boolean;
}
const known = new WeakMap<PlaceData, Known>();

function knownOf(place: PlaceData): Known {
  const found = known.get(place);
  if (found) return found;
  const centres = place.areas.filter(({ institution }) => institution === undefined);
  const made = {
    movable: centres.length >= 2 && centres.every(({ level }) => level === 'township'),
    hospital: place.areas.some(({ institution }) => institution === 'hospital'),
  };
  known.set(place, made);
  return made;
}

/** Why a field of reassignment changes nothing now; undefined: it is another field. */
export function moveInert(
  key: string,
  place: PlaceData,
  values: Readonly<Record<string, Value>>,
): string | null | undefined {
  if (!MOVES.includes(key) && !CONDITIONS.includes(key)) return undefined;
  const { movable, hospital } = knownOf(place);
  if (!movable) return 'inert.areas';
  const on = (lever: string): boolean => Number(values[lever]) >= 1 && (lever !== 'dispatch' || hospital);
  switch (key) {
    case 'within':
    case 'counterpart':
      return null;
    case 'dispatch':
      return hospital ? null : 'inert.hospital';
    case 'term':
      return on('dispatch') || on('counterpart') ? null : 'inert.moves';
    case 'floor':
    case 'movers':
      return on('within') || on('dispatch') ? null : 'inert.moves';
    case 'densityfloor':
      return on('within') ? null : 'inert.moves';
    case 'maxkm':
      if (!on('within') && !on('dispatch')) return 'inert.moves';
      return hasDistances(place) ? null : 'inert.distances';
    default:
      return MOVES.some(on) ? null : 'inert.moves';
  }
}

/** Whether a lever of reassignment is on, so that a run needs a plan. */
export function asksForMoves(fields: readonly Field[], values: Readonly<Record<string, Value>>): boolean {
  return fields.some(
    ({ key, default: usual, inert }) => MOVES.includes(key) && inert === null && Number(values[key] ?? usual) >= 1,
  );
}

/** Whether any two areas are known to lie some way apart. */
function hasDistances({ areas, distances = [] }: PlaceData): boolean {
  return distances.length > 0 || areas.filter(({ position }) => position !== undefined).length > 1;
}

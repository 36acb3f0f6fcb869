import type { Fact } from '../model/types.ts';
import { CONDITIONS } from '../scenario/reassign-fields.ts';
import type { Field } from '../scenario/types.ts';

/** Assumptions that change the answer most; the others are folded away. */
const FREQUENT = [
  'pop',
  'migration',
  'attrition',
  'postexit',
  'breach',
  'passtransfer',
  'passresidency',
  'regshare',
  'elasticity',
];
/** The reader chooses the starting point in the header; seed and draws have no effect on expected values. */
const ELSEWHERE = ['base', 'seed', 'draws', 'doubt'];

export interface FieldGroups {
  levers: Field[];
  /** What the levers of reassignment are allowed: shown with them, folded. */
  conditions: Field[];
  assumptions: Field[];
  more: Field[];
  facts: Field[];
  settings: Field[];
  /** Without meaning for this workforce or these areas. */
  foreign: Field[];
}

/** Reasons that no other value of a field takes away. */
const NEVER = ['inert.workforce', 'inert.areas'];

/** The fields as the panel lists them. A choice of one, and a fact without a target, is no field to show. */
export function groupFields(fields: readonly Field[], facts: readonly Fact[]): FieldGroups {
  const isFact = (field: Field): boolean => facts.some(({ key }) => key === field.key);
  const shown = fields.filter(
    (field) => !ELSEWHERE.includes(field.key) && (field.choices === undefined || field.choices.length > 1),
  );
  const isForeign = ({ inert }: Field): boolean => inert !== null && NEVER.includes(inert);
  const world = shown.filter((field) => field.kind === 'assumption' && !isFact(field) && !isForeign(field));
  return {
    levers: shown.filter((field) => field.kind === 'lever' && !isForeign(field)),
    assumptions: world.filter(({ key }) => FREQUENT.includes(key)),
    more: world.filter(({ key }) => !FREQUENT.includes(key)),
    facts: shown.filter(isFact),
    foreign: shown.filter(isForeign),
    conditions: shown.filter((field) => CONDITIONS.includes(field.key) && !isForeign(field)),
    settings: shown.filter(({ kind, key }) => kind === 'setting' && !CONDITIONS.includes(key)),
  };
}

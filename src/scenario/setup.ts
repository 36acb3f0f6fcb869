import type { Parameter, Reference } from '../model/reference.ts';
import type { PlaceData, PolicyPack } from '../model/types.ts';

/** What the field table is made from: a part of the model's setup, small enough to live beside the screen. */
export interface FieldSetup {
  place: PlaceData;
  pack: PolicyPack;
  reference: Pick<Reference, 'parameters' | 'calibration'>;
}

/** The model parameter that is the default of a field. @throws Error when the data have none: a mistake of ours */
export function parameterOf(setup: FieldSetup, key: string): Parameter {
  const parameter = setup.reference.parameters[key];
  if (parameter === undefined) throw new Error(`no parameter for the field ${key}`);
  return parameter;
}

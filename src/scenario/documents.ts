import { NONE, ownTargetKeys } from '../model/documents/own-keys.ts';
import { choiceField, numberField } from './number-field.ts';
import type { FieldSetup } from './setup.ts';
import { SETTING } from './source.ts';
import type { Field } from './types.ts';

/** What the place is held against beside the document that is open: other documents, and targets of the reader's own. */
export function documents({ pack }: FieldSetup): Field[] {
  const others = (pack.others ?? []).map(({ id }) => id);
  return [
    choiceField('docs', 'target', [NONE, ...subsets(others)], NONE, SETTING),
    ...ownTargetKeys.map((key): Field => ({
      ...numberField({ key, kind: 'target', unit: 'none', value: 0, source: SETTING, min: 0, max: 0, step: 1 }),
      type: 'target',
      default: '',
    })),
  ];
}

/** Every choice of one or more, in the order in which they are listed, joined by `~`. */
function subsets(ids: readonly string[]): string[] {
  const chosen = ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
  return chosen.filter((set) => set.length > 0).map((set) => set.join('~'));
}

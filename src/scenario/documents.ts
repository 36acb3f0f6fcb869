import { NONE, ownTargetKeys } from '../model/documents/own-keys.ts';
import { numberField } from './number-field.ts';
import { SETTING } from './source.ts';
import type { Field } from './types.ts';

/** What the place is held against beside the document that is open: other documents, and targets of the reader's own. */
export const documents = (): Field[] => [text('docs', NONE), ...ownTargetKeys.map((key) => text(key, ''))];

/** Whether what it names is here, and can be, is said where it is read: what reads it is not loaded before it is needed. */
const text = (key: string, usual: string): Field => ({
  ...numberField({ key, kind: 'target', unit: 'none', value: 0, source: SETTING, min: 0, max: 0, step: 1 }),
  type: 'target',
  default: usual,
});

import type { Problem } from '../../model/types.ts';
import { readLink } from '../../scenario/link.ts';
import { isFrameKey, MOST_PLANS, type Plan, type Plans } from '../../scenario/plans.ts';
import type { Scenario, Value } from '../../scenario/types.ts';

/** What came of a link that was pasted beside the plans on the screen. */
export type Pasted =
  | { kind: 'not-link' }
  /** Plans of another place, or of other files of the reader: not comparable. */
  | { kind: 'other-place'; place: string }
  | {
      kind: 'plans';
      plans: Plans;
      added: number;
      /** Its start or years were others, and are not used. */
      otherFrame: boolean;
      /** It is about another document, which is not used. */
      otherDocument: boolean;
      /** Some of its plans did not find room. */
      leftOut: boolean;
      problems: Problem[];
    };

/** Adds the plans of a link behind those of the screen. Values are checked when the session takes them. */
export function addFromLink(link: string, { place, policy, data, values }: Scenario, { list, shown }: Plans): Pasted {
  const parts = readLink(link.trim());
  if (parts.place === null) {
    const unknown = parts.problems.find(({ code }) => code === 'link.unknown-place');
    return unknown ? { kind: 'other-place', place: String(unknown.values['value']) } : { kind: 'not-link' };
  }
  if (parts.place !== place || parts.data !== data) return { kind: 'other-place', place: parts.place };

  const frame = Object.entries(values).filter(([key]) => isFrameKey(key));
  let otherFrame = false;
  const found = (parts.plans?.list ?? [{ name: '', locked: false, raw: parts.raw }]).map(
    ({ name, locked, raw }): Plan => {
      const own = raw.filter(([key]) => !isFrameKey(key));
      const said = raw.filter(([key]) => isFrameKey(key));
      otherFrame ||= said.length !== frame.length || said.some(([key, value]) => String(values[key]) !== value);
      return { name, locked, values: Object.fromEntries<Value>([...frame, ...own]) };
    },
  );
  const added = found.slice(0, MOST_PLANS - list.length);
  const plans = { list: [...list, ...added], shown: added.length > 0 ? list.length : shown };
  const otherDocument = parts.policy !== (policy ?? null);
  const leftOut = added.length < found.length;
  return { kind: 'plans', plans, added: added.length, otherFrame, otherDocument, leftOut, problems: parts.problems };
}

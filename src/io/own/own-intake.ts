import type { Reference } from '../../model/reference.ts';
import type { AreaResidents, PathName, PlaceData, Source } from '../../model/types.ts';

/** What the nation's own figure says, with the rule by which it was scaled. */
function scaled(source: Source): Source {
  return {
    ...source,
    provenance: 'derived',
    text: {
      zh: `推算：按常住人口占全国的比例折算。${source.text.zh}`,
      en: `Derived: scaled by the share of the nation's residents. ${source.text.en}`,
    },
  };
}

/**
 * Default yearly intakes of an own place: the nation's, by the place's share of residents in the year of its last count, as for
 * the prepared places (`scaledIntake`).
 * @returns persons a year
 */
export function ownIntake(residents: readonly AreaResidents[], reference: Reference): PlaceData['intake'] {
  const last = residents.reduce((year, one) => Math.max(year, one.observed.at(-1)?.year ?? 0), 0);
  const here = residents.reduce((sum, one) => sum + (one.observed.at(-1)?.persons ?? 0), 0);
  const { nationalResidents, nationalIntake, calibration } = reference;
  const nation = nationalResidents.reduce((a, b) => (Math.abs(b.year - last) < Math.abs(a.year - last) ? b : a));
  const share = here / nation.persons;
  const path = (name: Exclude<PathName, 'transfer'>) => {
    const { low, mode, high, source } = nationalIntake[name].default;
    return { value: mode * share, range: { low: low * share, high: high * share }, source: scaled(source) };
  };
  const { value, low, high } = calibration.transfer;
  return {
    transfer: {
      value: value * share,
      range: { low: low * share, high: high * share },
      source: scaled(calibration.source),
    },
    residency: path('residency'),
    assistant: path('assistant'),
    ruralOriented: path('ruralOriented'),
    recruit: {
      value: 0,
      source: {
        provenance: 'judgement',
        text: {
          zh: '所载文件没有直接招聘人数，默认取0',
          en: 'The loaded files have no direct recruitment; the default is none',
        },
      },
    },
  };
}

import type { Source } from '../model/types.ts';

/** Source of fields that are a choice of the reader and no figure. */
export const SETTING: Source = {
  provenance: 'judgement',
  text: { zh: '本工具的设定，可自行选择', en: 'A setting of this tool, for you to choose' },
};

/** Source of levers that the baseline leaves alone. */
export const NO_MEASURE: Source = {
  provenance: 'judgement',
  text: { zh: '默认不采取此项措施', en: 'By default the measure is not taken' },
};

export const RURAL_SHARE: Source = {
  provenance: 'derived',
  text: {
    zh: '由最近一次人口普查的非城镇常住人口比例推算（各区域按常住人口加权）',
    en: 'Derived: residents outside urban areas at the last census, areas weighted by residents',
  },
};

/** Source of an error that the reader may give where nobody has published one. */
export const NOT_PUBLISHED: Source = {
  provenance: 'judgement',
  text: { zh: '没有公布的误差；由读者自己填', en: 'No error has been published: the reader’s own' },
};

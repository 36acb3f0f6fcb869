import type { AreaStock, Fact, Source, Text } from '../../model/types.ts';

const UNIT: Text = { zh: '人', en: 'persons' };
const NOT_FOUND: Source = {
  provenance: 'official',
  text: {
    zh: '文件里没有：知道的请填本地实数；只用于证书漏斗，不改变推演',
    en: 'Not in the files: put in the local figure; the funnel of certificates shows it and no projection changes',
  },
};

/**
 * Steps of the funnel of certificates that no staffing file counts: the reader is asked for them.
 * @param stocks the latest, which set what is plausible
 */
export function ownFacts(stocks: readonly AreaStock[]): Fact[] {
  const certified = stocks.reduce((sum, stock) => sum + stock.registered + stock.assistant + stock.unregistered, 0);
  const asked = (key: string, name: Text): Fact => ({
    key,
    name,
    unit: UNIT,
    value: null,
    low: 0,
    high: Math.ceil(certified),
    source: NOT_FOUND,
  });
  return [
    asked('trained', { zh: '接受过全科培训的人数', en: 'Trained in general practice' }),
    asked('practised', { zh: '五年内从事全科工作的人数', en: 'Practised as GPs within five years' }),
  ];
}

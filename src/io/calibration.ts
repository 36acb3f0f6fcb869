import type { Calibration } from '../model/reference.ts';
import type { ReadText } from './built-in.ts';
import type { SourceOf } from './sources.ts';

/**
 * Reads data/calibration.json: what the national series implies for the flows that nobody publishes.
 * @throws Error naming the file when a figure is missing
 */
export async function loadCalibration(read: ReadText, sourceOf: SourceOf): Promise<Calibration> {
  const { transfer, drive, registeredShare2024 } = JSON.parse(await read('calibration.json')) as Calibration;
  for (const figure of [transfer?.value, transfer?.low, transfer?.high, drive?.value, drive?.low, drive?.high]) {
    if (!Number.isFinite(figure)) throw new Error('calibration.json: a figure is missing');
  }
  return { transfer, drive, registeredShare2024, source: sourceOf('calibration') };
}

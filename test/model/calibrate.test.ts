import { describe, expect, test } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { loadReference } from '../../src/io/reference.ts';
import { calibrate, countedIn, nationFrom } from '../../src/model/calibrate.ts';
import { hindcasts } from '../../src/model/hindcast.ts';

const reference = await loadReference(readText);

describe('the defaults that the national series implies', () => {
  const fitted = calibrate(reference);

  test('data/calibration.json is what the engine fits today', async () => {
    expect(JSON.parse(await readText('calibration.json'))).toEqual(fitted);
  });

  test('each stretch, started from a count, arrives at the next count', () => {
    for (const stretch of fitted.stretches) {
      const run = nationFrom(reference, stretch.from, stretch.to, stretch);
      const counted = countedIn(reference, stretch.to);
      expect(run.gps.at(-1)! / counted.total).toBeCloseTo(1, 4);
      if (stretch.splitOf !== stretch.to) continue;
      expect((run.gps.at(-1)! - run.unregistered.at(-1)!) / counted.registered!).toBeCloseTo(1, 3);
    }
  });
});

describe('the hindcast', () => {
  const [from2012, from2017] = hindcasts(reference);

  test('starts in 2012 and 2017 and is judged on no year that it was fitted on', () => {
    for (const hindcast of [from2012!, from2017!]) {
      expect(hindcast.fittedOn[1]).toBe(hindcast.start);
      expect(Math.min(...hindcast.years)).toBe(hindcast.start + 1);
      expect(hindcast.years.at(-1)).toBe(2024);
    }
  });

  test('sees nothing of the years after its start', () => {
    const blind = {
      ...reference,
      nationalSeries: reference.nationalSeries.map((point) =>
        point.year > 2017 ? { ...point, total: point.total * 3, registered: null } : point,
      ),
    };
    hindcasts(blind)[1]!.lines.forEach((line, i) => expect(line.density).toEqual(from2017!.lines[i]!.density));
  });

  test('shows every alternative with its error, whichever wins', () => {
    for (const hindcast of [from2012!, from2017!]) {
      expect(hindcast.lines.map((line) => line.method)).toEqual(['model', 'noChange', 'linear', 'grey']);
      for (const line of hindcast.lines) {
        const errors = line.density.map((value, i) => Math.abs(value / hindcast.counted[i]! - 1));
        expect(line.meanAbsoluteError).toBeCloseTo(errors.reduce((a, b) => a + b, 0) / errors.length, 12);
      }
    }
    const error = (method: string) => from2017!.lines.find((line) => line.method === method)!.meanAbsoluteError;
    expect(error('model')).toBeLessThan(error('linear'));
    expect(error('grey')).toBeLessThan(error('model'));
  });
});

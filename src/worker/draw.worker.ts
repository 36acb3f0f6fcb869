import * as Comlink from 'comlink';
import { readText } from '../io/built-in-web.ts';
import { loadReference } from '../io/reference.ts';
import { scenarioSamples, scenarioTornado } from '../scenario/doubt.ts';
import { readyToDraw } from '../scenario/draw.ts';
import { widened } from '../scenario/widened.ts';
import { createDrawModel, type DrawModel } from './draw-model.ts';

const model = createDrawModel({
  loadReference: () => loadReference(readText),
  widened,
  ready: readyToDraw,
  tornado: scenarioTornado,
  samples: scenarioSamples,
});

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose({
  ...model,
  draw: async (values, range, moves) => {
    const drawn = await model.draw(values, range, moves);
    if (!drawn.ok) return drawn;
    const { density, met, minimum, minimumMet, wantedMet } = drawn.draws;
    return Comlink.transfer(drawn, [density.buffer, met.buffer, minimum.buffer, minimumMet.buffer, wantedMet.buffer]);
  },
  samples: async (values, range, moves) => {
    const sampled = await model.samples(values, range, moves);
    return sampled.ok ? Comlink.transfer(sampled, [sampled.samples.values.buffer]) : sampled;
  },
} satisfies DrawModel);

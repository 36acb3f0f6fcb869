import * as Comlink from 'comlink';
import { readText } from '../io/built-in-web.ts';
import { loadReference } from '../io/reference.ts';
import { readyToDraw } from '../scenario/draw.ts';
import { widened } from '../scenario/widened.ts';
import { createDrawModel, type DrawModel } from './draw-model.ts';

const model = createDrawModel({ loadReference: () => loadReference(readText), widened, ready: readyToDraw });

// Nothing may be awaited before this line: a call that comes earlier would never be answered.
Comlink.expose({
  ...model,
  draw: async (values, range, moves) => {
    const made = await model.draw(values, range, moves);
    if (!made.ok) return made;
    const { density, met, minimum, minimumMet, wantedMet } = made.part;
    return Comlink.transfer(made, [density.buffer, met.buffer, minimum.buffer, minimumMet.buffer, wantedMet.buffer]);
  },
  samples: async (values, range, moves) => {
    const made = await model.samples(values, range, moves);
    return made.ok ? Comlink.transfer(made, [made.part.values.buffer]) : made;
  },
} satisfies DrawModel);

import type { Hindcast } from '../model/hindcast.ts';
import type { Reference } from '../model/reference.ts';
import type { Setup } from '../model/frame.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { Memory } from '../model/simulate.ts';
import type { PlaceData, PolicyPack, Problem, Projection, Result } from '../model/types.ts';
import type { FieldSetup } from '../scenario/setup.ts';
import type { Value } from '../scenario/types.ts';

/** Something that did not work, as a value: errors lose their fields on the way out of a worker. */
export interface Failure {
  ok: false;
  problem: Problem;
}
export type Opened = { ok: true; setup: FieldSetup } | Failure;
/** `later`: what is shown until then is not all that was asked for. null: overtaken. */
export type Ran = { ok: true; result: Result; later?: Promise<Ran | null> } | Failure;
export type Ledger = { ok: true; plan: Projection } | Failure;
export type Foretold = { ok: true; hindcasts: Hindcast[] } | Failure;

/** What the model is made of, given from outside. */
export interface ModelParts {
  /** Each rejects with an Error whose message begins with the file that could not be read. */
  loadPlace(id: string): Promise<PlaceData>;
  /** The document, and beside it the others of the place. */
  loadPolicy(id: string, place: string, brought: readonly PolicyPack[]): Promise<PolicyPack>;
  /** The place with what documents of the reader's own rest on. */
  joined(place: PlaceData, pack: PolicyPack): Promise<{ place: PlaceData; pack: PolicyPack }>;
  loadReference(): Promise<Reference>;
  run(
    setup: Setup,
    values: Readonly<Record<string, Value>>,
    memory: Memory,
    moves: MovePlan | null,
  ): Result | Promise<Result>;
  /** The plan of such a run in full. @param members the areas that it is wanted of; all where null */
  plan(
    ...asked: [...Parameters<ModelParts['run']>, members: readonly number[] | null]
  ): Projection | Promise<Projection>;
  hindcasts(reference: Reference): Promise<Hindcast[]>;
}

/** What can be asked of the model; it holds the data of the place that is open. */
export interface Model {
  /** @param own the reader's own place, which is in no built-in file; @param brought her own documents */
  open(place: string, policy: string, own?: PlaceData, brought?: readonly PolicyPack[]): Promise<Opened>;
  /** @param values what differs from the defaults, checked; @param moves the plan of reassignment that was made for them */
  run(values: Readonly<Record<string, Value>>, moves?: MovePlan | null): Promise<Ran>;
  /**
   * The plan of a run in full: with the flows of every area.
   * @param members the areas that it is wanted of; all where null
   */
  ledger(
    values: Readonly<Record<string, Value>>,
    moves: MovePlan | null,
    members: readonly number[] | null,
  ): Promise<Ledger>;
  hindcasts(): Promise<Foretold>;
}

/** The model over its loaded data. A file that failed is asked for again at the next call. */
export function createModel(parts: ModelParts): Model {
  let open: { setup: Setup; memory: Memory } | null = null;
  let loading: Promise<Reference> | null = null;

  const reference = (): Promise<Reference> => {
    loading ??= parts.loadReference().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  return {
    async open(placeId, policyId, own, brought = []) {
      try {
        const [data, document, known] = await Promise.all([
          own ?? parts.loadPlace(placeId),
          parts.loadPolicy(policyId, placeId, brought),
          reference(),
        ]);
        const { place, pack } =
          brought.length === 0 ? { place: data, pack: document } : await parts.joined(data, document);
        open = { setup: { place, pack, reference: known }, memory: {} };
        const { parameters, calibration } = known;
        return { ok: true, setup: { place, pack, reference: { parameters, calibration } } };
      } catch (error) {
        return { ok: false, problem: dataProblem(error) };
      }
    },
    async run(values, moves = null) {
      try {
        if (open === null) throw new Error('no place is open');
        return { ok: true, result: await parts.run(open.setup, values, open.memory, moves) };
      } catch (error) {
        return { ok: false, problem: { code: 'worker.failed', values: { message: messageOf(error) } } };
      }
    },
    async ledger(values, moves, members) {
      try {
        if (open === null) throw new Error('no place is open');
        return { ok: true, plan: await parts.plan(open.setup, values, open.memory, moves, members) };
      } catch (error) {
        return { ok: false, problem: { code: 'worker.failed', values: { message: messageOf(error) } } };
      }
    },
    async hindcasts() {
      try {
        return { ok: true, hindcasts: await parts.hindcasts(await reference()) };
      } catch (error) {
        return { ok: false, problem: dataProblem(error) };
      }
    },
  };
}

/**
 * Errors of built-in data begin with the file: `starts.csv, row 3: …`.
 * @throws any other error, of which the worker dies: a part of it that could not be fetched comes only with a new one
 */
function dataProblem(error: unknown): Problem {
  const message = messageOf(error);
  const file = /^[\w./-]+\.(csv|json)(?=[\s:,])/.exec(message)?.[0];
  if (file === undefined) throw error;
  return { code: 'data.failed', values: { file, message } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { SvelteMap } from 'svelte/reactivity';
import type { PlanProgress } from '../model/reassign/plan.ts';
import type { Hindcast } from '../model/hindcast.ts';
import type { Lang, PlaceData, PolicyPack, Problem, Result, Text } from '../model/types.ts';
import { DEFAULT_PLACE, OWN, ownPolicy, PACKS, PLACES } from '../scenario/catalogue.ts';
import { isOwnDocument, readLink, writeLink, type LinkParts } from '../scenario/link.ts';
import { asText, openValues, type Opening } from '../scenario/open.ts';
import { overDocument } from '../scenario/over-document.ts';
import { openPlans, passOn, plansAsText, plansOf, unlockedPart, withPlans, type Plans } from '../scenario/plans.ts';
import { resolve } from '../scenario/resolve.ts';
import type { FieldSetup } from '../scenario/setup.ts';
import type { Field, Scenario, Value } from '../scenario/types.ts';
import { USUAL_VIEW, type View } from '../scenario/views.ts';
import type { ModelClient } from '../worker/client.ts';
import type { Ledger, Ran } from '../worker/model.ts';
import { hashOf, pageOf, type Address } from './address.ts';
import type { AnalystView } from './analyst-view.ts';
import type { Languages } from './language.ts';
import { onDemand } from './on-demand.ts';
import type { OwnDesk } from './own-desk.svelte.ts';
import type { Planning } from './planning.svelte.ts';
import { createTrail, type Trail } from './trail.ts';
import type { PlaceEntry, SessionView } from './view.ts';

/** What a session is made of, given from outside. */
export interface SessionParts {
  client: ModelClient;
  address: Address;
  language: Languages;
  /** The desk for the reader's own files, loaded when it is needed. */
  own?: () => Promise<OwnDesk>;
  /** How far a plan of reassignment is. */
  planning?: Planning;
  /** Makes the analyst, loaded when it is needed. */
  analyst?: (session: SessionView) => Promise<AnalystView>;
}

/** How an opened scenario gets into the history: as a new step, or as the step that the address already is. */
type Step = 'new' | 'same';
/** Place, document and values of a run. */
type Run = readonly [place: string, policy: string, values: Scenario['values']];
type Target = Omit<LinkParts, 'version'>;
/** A document or a clause, by its fingerprint, that only the browser itself can have. */
const KEPT = /[-k][0-9a-f]{8}/;

/**
 * The scenario on the screen, its newest result, and everything that changes them.
 * Every action and its answers carry a ticket, counted up: an answer is shown unless a later one has been shown before.
 */
export class Session implements SessionView {
  #client: ModelClient;
  #address: Address;
  #language: Languages;
  #desk: SessionParts['own'];
  #analyst: (() => Promise<AnalystView>) | undefined;
  #planning: Planning | undefined;
  #trail: Trail;

  #lang = $state.raw<Lang>('zh');
  #setup = $state.raw<FieldSetup | null>(null);
  #scenario = $state.raw<Scenario>({ place: DEFAULT_PLACE, values: {} });
  #fields = $state.raw<Field[]>([]);
  #result = $state.raw<Result | null>(null);
  #hindcasts = $state.raw<Hindcast[]>([]);
  #status = $state.raw<SessionView['status']>('loading');
  #dragging = $state.raw(false);
  /** Of links, data and worker. */
  #told = $state.raw<Problem[]>([]);
  #ownPlace = $state.raw<PlaceData | null>(null);
  /** Documents of the reader's own. */
  #brought = $state.raw<readonly PolicyPack[]>([]);
  #places = $derived.by(() => {
    const all: PlaceEntry[] = this.#ownPlace ? [...PLACES, { ...OWN, name: this.#ownPlace.name }] : PLACES;
    const here = this.#setup?.place;
    const more = this.#brought.filter(({ workforce }) => workforce === here?.workforce).map(({ id }) => id);
    return all.map((place) => (place.id === here?.id ? { ...place, policies: [...place.policies, ...more] } : place));
  });
  #packs = $derived<Record<string, Text>>({
    ...PACKS,
    ...Object.fromEntries(this.#brought.map(({ id, name }) => [id, name])),
  });
  /** Problems of results that the reader has put away, as text. */
  #dismissed = $state.raw<readonly string[]>([]);
  #ofResult = $derived(
    (this.#result?.problems ?? []).filter((problem) => !this.#dismissed.includes(JSON.stringify(problem))),
  );
  #problems = $derived([...this.#told, ...this.#ofResult]);
  /** The value of every field, each by itself: what hangs by one is not looked at when another moves. */
  readonly #all = new SvelteMap<string, Value>();

  /** The documents of the reader's own with which the model has the place open. */
  #openWith: readonly PolicyPack[] = this.#brought;
  /** The address that was last opened. */
  #followed = '';
  /** Values of the last result that was all that was asked for, and its place. */
  #whole: Pick<Scenario, 'place' | 'values'> | null = null;
  /** What the results were run with. */
  readonly #ranWith = new WeakMap<Result, Run>();
  #asked = 0;
  #shown = 0;
  /** Does the last action again. */
  #again: () => void = () => this.#follow();

  constructor({ client, address, language, own, analyst, planning }: SessionParts) {
    this.#desk = own;
    this.#analyst = analyst && onDemand(() => analyst(this));
    this.#client = client;
    this.#planning = planning;
    this.#address = address;
    this.#language = language;
    this.#trail = createTrail(address);
    this.#lang = language.read();
    client.onProblem((problem) => this.#tell([problem]));
    address.onChange(() => this.#follow());
    this.#follow();
  }

  get packs(): Record<string, Text> {
    return this.#packs;
  }
  get brought(): readonly PolicyPack[] {
    return this.#brought;
  }
  get places(): PlaceEntry[] {
    return this.#places;
  }
  get lang(): Lang {
    return this.#lang;
  }
  get place(): PlaceData | null {
    return this.#setup?.place ?? null;
  }
  get pack(): PolicyPack | null {
    return this.#setup?.pack ?? null;
  }
  get scenario(): Scenario {
    return this.#scenario;
  }
  get plans(): Plans {
    return plansOf(this.#scenario);
  }
  get view(): View {
    return this.#scenario.view ?? USUAL_VIEW;
  }
  get fields(): Field[] {
    return this.#fields;
  }
  get result(): Result | null {
    return this.#result;
  }
  get hindcasts(): Hindcast[] {
    return this.#hindcasts;
  }
  get status(): SessionView['status'] {
    return this.#status;
  }
  get planning(): PlanProgress | null {
    return this.#planning?.progress ?? null;
  }
  get dragging(): boolean {
    return this.#dragging;
  }
  get problems(): Problem[] {
    return this.#problems;
  }
  get changed(): number {
    return Object.keys(this.#scenario.values).length;
  }

  value(key: string): Value {
    const value = this.#all.get(key);
    if (value === undefined) throw new RangeError(`no field ${key}`);
    return value;
  }

  update(values: Record<string, Value>, settled: boolean): void {
    this.#change({ ...this.#scenario.values, ...values }, settled);
  }

  stopPlanning(): void {
    const { place, values } = this.#scenario;
    const none = { within: 0, dispatch: 0, counterpart: 0 };
    this.#change(this.#whole?.place === place ? this.#whole.values : { ...values, ...none }, true);
  }

  reset(key: string): void {
    const { [key]: _, ...others } = this.#scenario.values;
    this.#change(others, true);
  }

  resetAll(): void {
    this.#change({}, true);
  }

  openPlace(id: string): void {
    void this.#open({ ...readLink(`#/${id}`), view: this.#scenario.view ?? null }, 'new');
  }

  openPolicy(id: string): void {
    void this.#open(this.#target(id), 'new');
  }

  /** What is open now, over another document. */
  #target(id: string): Target {
    const { place, values, data, plans, view } = this.#scenario;
    const policy = id === ownPolicy(place) ? null : id;
    const over = (raw: LinkParts['raw']): LinkParts['raw'] => overDocument(raw, this.#setup?.pack.id ?? id, id);
    const text = plans && plansAsText(plans);
    const kept = {
      ...(data === undefined ? {} : { data }),
      ...(text && { plans: { ...text, list: text.list.map((plan) => ({ ...plan, raw: over(plan.raw) })) } }),
    };
    return { place, policy, view: view ?? null, raw: over(asText(values)), problems: [], ...kept };
  }

  openView(view: View): void {
    if (view === this.view) return;
    const { view: _, ...others } = this.#scenario;
    this.#scenario = view === USUAL_VIEW ? others : { ...others, view };
    if (this.#setup !== null) this.#trail.settle(writeLink(this.#scenario, this.#fields));
  }

  setPlans(plans: Plans): void {
    const setup = this.#setup;
    if (setup === null) return;
    const before = JSON.stringify(this.#scenario.values);
    const { opening, plans: opened = plans } = openPlans(setup, { raw: [], plans: plansAsText(plans) });
    this.#adopt(setup, withPlans(this.#scenario, opened), opening);
    this.#trail.settle(writeLink(this.#scenario, this.#fields));
    if (JSON.stringify(this.#scenario.values) !== before) void this.#compute(setup);
  }

  async own(): Promise<OwnDesk> {
    if (!this.#desk) throw new Error('this page was built without own files');
    const desk = await this.#desk();
    desk.onOpen = (link) => this.#open(readLink(link), 'new');
    desk.datasets.onRename = (data) => this.#rename(data);
    desk.documents.read = (text) => this.#client.readPolicy(text);
    desk.documents.onChange = (packs) => this.#bring(packs);
    return desk;
  }

  async documents(): Promise<OwnDesk['documents']> {
    const { documents } = await this.own();
    await documents.list();
    this.#bring(documents.packs);
    return documents;
  }

  /** The own data have another name: what is open stays as it is, under that name. */
  #rename(data: string): void {
    const setup = this.#setup;
    if (setup?.place.id === OWN.id)
      void this.#open({ ...this.#target(setup.pack.id), data, problems: this.#told }, 'new');
    else void this.#takeOwn(data);
  }

  /** The documents of the reader's own are others now. One that is gone is not asked for any more. */
  #bring(packs: readonly PolicyPack[]): void {
    if (!this.#take(packs) || this.#setup === null) return;
    const here = (id: string): boolean => !isOwnDocument(id) || packs.some((pack) => pack.id === id);
    const still = (raw: LinkParts['raw']): LinkParts['raw'] =>
      raw.flatMap(([key, value]): LinkParts['raw'] => {
        const kept = key === 'docs' ? value.split('~').filter(here).join('~') : value;
        return kept === '' ? [] : [[key, kept]];
      });
    const open = this.#setup.pack.id;
    const { plans, ...target } = this.#target(here(open) ? open : ownPolicy(this.#scenario.place));
    const list = plans?.list.map((plan) => ({ ...plan, raw: still(plan.raw) }));
    const kept = { ...target, raw: still(target.raw), problems: this.#told };
    void this.#open(plans && list ? { ...kept, plans: { ...plans, list } } : kept, 'same');
  }

  /** @returns whether they are others than before */
  #take(packs: readonly PolicyPack[]): boolean {
    if (packs === this.#brought || (packs.length === 0 && this.#brought.length === 0)) return false;
    this.#brought = packs;
    this.#client.bring(packs);
    return true;
  }

  analyst(): Promise<AnalystView> {
    if (!this.#analyst) throw new Error('this page was built without an analyst');
    return this.#analyst();
  }

  async setLang(lang: Lang): Promise<void> {
    try {
      await this.#language.load(lang);
    } catch (error) {
      this.#tell([{ code: 'data.failed', values: { file: lang, message: String(error) } }]);
      return;
    }
    this.#lang = lang;
    this.#language.write(lang);
  }

  link(): string {
    return pageOf(this.#address.read()) + writeLink(this.#scenario, this.#fields);
  }

  rerun(): void {
    this.#told = this.#told.filter(({ code }) => code.startsWith('link.'));
    this.#again();
  }

  unfetched(): void {
    this.#tell([{ code: 'page.unfetched', values: {} }]);
  }

  dismiss(index: number): void {
    const problem = this.#problems[index];
    if (problem !== undefined && index >= this.#told.length)
      this.#dismissed = [...this.#dismissed, JSON.stringify(problem)];
    this.#told = this.#told.filter((_, other) => other !== index);
  }

  /** Opens what the address says. A hash that is no link (a jump within the page) changes nothing. */
  #follow(): void {
    const address = this.#address.read();
    const parts = readLink(address);
    const isLink = parts.place !== null || parts.problems.length > 0;
    if (!isLink && this.#setup !== null && hashOf(address).length > 1) return;
    this.#followed = address;
    void this.#open(parts, 'same');
  }

  /** The one door for scenarios from outside: links, history, pickers. What is shown stays until all of the new is there. */
  async #open(asked: Target, step: Step): Promise<void> {
    const ticket = this.#ask(() => void this.#open(asked, step));
    try {
      await this.#bringIn(asked, step, ticket);
    } catch (error) {
      if (ticket === this.#asked) this.#fail({ code: 'worker.failed', values: { message: String(error) } });
    }
  }

  /** @throws where a part of the page that it needs could not be loaded */
  async #bringIn(asked: Target, step: Step, ticket: number): Promise<void> {
    const place = asked.place ?? DEFAULT_PLACE;
    // Nothing is shown yet: what is on its way can be named, and the page laid out for it.
    if (this.#setup === null)
      this.#scenario = { place, values: {}, ...(asked.view === null ? {} : { view: asked.view }) };
    this.#trail.leave();
    const target = this.#desk && KEPT.test(JSON.stringify(asked)) ? await this.#complete(asked) : asked;
    if (ticket !== this.#asked) return;
    const policy = target.policy ?? ownPolicy(place);
    this.#told = target.problems;

    let data: string | undefined;
    if (place === OWN.id) {
      data = (await this.#takeOwn(target.data ?? null)) ?? undefined;
      if (ticket !== this.#asked) return;
      if (data === undefined) {
        this.#missOwn(target, step);
        return;
      }
    }
    const same = data === this.#scenario.data && this.#setup?.place.id === place;
    const here = same && this.#setup?.pack.id === policy && this.#openWith === this.#brought;
    const opened =
      here && this.#setup ? { ok: true as const, setup: this.#setup } : await this.#client.open(place, policy);
    if (opened === null || ticket !== this.#asked) return;
    if (!opened.ok) {
      this.#fail(opened.problem);
      return;
    }
    const { pack } = opened.setup;
    if (pack.workforce !== opened.setup.place.workforce) {
      const problem = { code: 'document.other-staff', values: { value: pack.id } };
      void this.#open({ ...target, policy: null, problems: [...target.problems, problem] }, step);
      return;
    }
    this.#openWith = this.#brought;
    const { opening, plans } = openPlans(opened.setup, target);
    const named = {
      ...(target.policy === null ? {} : { policy: target.policy }),
      ...(target.view === null ? {} : { view: target.view }),
      ...(data === undefined ? {} : { data }),
    };
    const scenario = { place, ...named, values: opening.values, ...(plans === undefined ? {} : { plans }) };
    const adopt = (): void => this.#adopt(opened.setup, scenario, opening);
    if (here) adopt();
    const run: Run = [place, policy, opening.values];
    const ran = await this.#client.run(...run);
    if (ran === null || ticket !== this.#asked) return;
    if (!here) {
      adopt();
      this.#result = null;
    }
    this.#show(ran, ticket, run);
    this.#write(target, step);
  }

  /** What is shown stays. */
  #fail(problem: Problem): void {
    this.#tell([problem]);
    this.#status = this.#result === null ? 'failed' : 'ready';
  }

  /** What a link names of the reader's own beside data: documents, and clauses of which it carries the beginning only. */
  async #complete(target: Target): Promise<Target> {
    const desk = await this.own().catch(() => null);
    const whole = desk === null ? target : await desk.complete(target);
    if (desk !== null) this.#take(desk.documents.packs);
    const { policy } = target;
    if (policy === null || !isOwnDocument(policy) || this.#brought.some(({ id }) => id === policy)) return whole;
    const problem = { code: 'document.not-here', values: { value: policy } };
    return { ...whole, policy: null, problems: [...whole.problems, problem] };
  }

  /** Gives the model the own data that a link names, or the newest. @returns their name in links; null: they are not here */
  async #takeOwn(wanted: string | null): Promise<string | null> {
    if (!this.#desk) return null;
    const found = await (await this.#desk()).find(wanted);
    if (found === null) return null;
    if (found.place !== this.#ownPlace) this.#client.keep(found.place);
    this.#ownPlace = found.place;
    return found.data;
  }

  /** What is shown stays; on a first visit the default place stands in, and the address stays as it is. */
  #missOwn(target: Target, step: Step): void {
    const problem = { code: 'own.not-here', values: { value: target.data ?? '' } };
    if (this.#setup === null) {
      void this.#open(
        { place: null, policy: null, view: null, raw: [], problems: [...target.problems, problem] },
        step,
      );
      return;
    }
    this.#tell([problem]);
    this.#status = 'ready';
  }

  #adopt(setup: FieldSetup, scenario: Scenario, { fields, problems }: Opening): void {
    this.#setup = setup;
    this.#scenario = scenario;
    const same = fields.length === this.#fields.length && fields.every((field, index) => field === this.#fields[index]);
    if (!same) this.#fields = fields;
    const all = resolve(fields, scenario.values);
    for (const key of this.#all.keys()) if (!(key in all)) this.#all.delete(key);
    for (const [key, value] of Object.entries(all)) this.#all.set(key, value);
    this.#tell(problems);
  }

  /** A link with faults stays in the address as the reader typed it; a first visit without link stays without one. */
  #write(target: Target, step: Step): void {
    const link = writeLink(this.#scenario, this.#fields);
    if (step === 'new') this.#trail.settle(link);
    // A step back may have changed the address a moment before it is told.
    else if (target.place !== null && this.#told.length === 0 && this.#address.read() === this.#followed) {
      this.#trail.correct(link);
    }
  }

  #change(values: Readonly<Record<string, Value>>, settled: boolean): void {
    const setup = this.#setup;
    if (setup === null) return;
    const { plans } = this;
    const locked = plans.list[plans.shown]?.locked === true;
    const allowed = locked ? unlockedPart(this.#fields, this.#scenario.values, values) : values;
    const opening = openValues(setup, asText(allowed));
    this.#adopt(setup, withPlans(this.#scenario, passOn(setup, this.#fields, plans, opening.values)), opening);
    if (allowed !== values && Object.keys({ ...allowed, ...values }).some((key) => allowed[key] !== values[key])) {
      this.#tell([{ code: 'plan.locked', values: {} }]);
    }
    this.#dragging = !settled;
    // The model runs meanwhile.
    void this.#compute(setup);
    const link = writeLink(this.#scenario, this.#fields);
    if (settled) this.#trail.settle(link);
    else this.#trail.drag(link);
  }

  async #compute(setup: FieldSetup): Promise<void> {
    const ticket = this.#ask(() => void this.#compute(setup));
    const run: Run = [setup.place.id, setup.pack.id, this.#scenario.values];
    const ran = await this.#client.run(...run);
    if (ran !== null) this.#show(ran, ticket, run);
  }

  #ask(again: () => void): number {
    this.#again = again;
    this.#status = this.#setup === null ? 'loading' : 'running';
    return ++this.#asked;
  }

  #show(ran: Ran, ticket: number, run: Run): void {
    if (ticket < this.#shown) return;
    this.#shown = ticket;
    const newest = ticket === this.#asked;
    if (ran.ok) {
      this.#result = ran.result;
      this.#ranWith.set(ran.result, run);
      this.#told = this.#told.filter((problem) => problem.code !== 'worker.failed');
      if (!newest) return;
      if (ran.later) {
        void ran.later.then((more) => more && ticket === this.#asked && this.#show(more, ticket, run));
        return;
      }
      this.#status = 'ready';
      this.#whole = this.#scenario;
    } else {
      this.#tell([ran.problem]);
      if (newest) this.#status = 'failed';
    }
  }

  async ledger(caller: string, result: Result, members: readonly number[] | null): Promise<Ledger | null> {
    const run = this.#ranWith.get(result);
    if (run === undefined) throw new RangeError('a result of another session');
    return this.#client.ledger(caller, [...run, result.moves], members);
  }

  async foretell(): Promise<void> {
    if (this.#hindcasts.length > 0) return;
    const foretold = await this.#client.hindcasts();
    if (foretold === null) return;
    if (foretold.ok) this.#hindcasts = foretold.hindcasts;
    else this.#tell([foretold.problem]);
  }

  /** The same problem is told once; that a crashed worker was replaced is no news when its successor has failed too. */
  #tell(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const failed = problems.some(({ code }) => code === 'worker.failed');
    const old = failed ? this.#told.filter(({ code }) => code !== 'worker.crashed') : this.#told;
    const known = new Set(old.map((problem) => JSON.stringify(problem)));
    this.#told = [...old, ...problems.filter((problem) => !known.has(JSON.stringify(problem)))];
  }
}

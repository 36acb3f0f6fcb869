import { dueFromHistory, leversOf } from '../cohort-entry.ts';
import { AGES, DELAY, ENTRY_AGES, MIN_AGE } from '../cohort-input.ts';
import { ASSISTANT, FREE } from '../cohort-state.ts';
import { placementShares } from '../placement.ts';
import { PATHS } from '../types.ts';
import type { PathName } from '../types.ts';
import { binomial } from './binomial.ts';
import { enter, enterPool } from './entrants.ts';
import { PURPOSE, addFlow, addTrainees, countedIn, put, putInPool } from './micro-run.ts';
import type { History, MicroRun, Trainees } from './micro-run.ts';
import { boundGroup, cellOf, certifiedGroup } from './micro-state.ts';
import { roundByChance, splitByChance } from './sampling.ts';
import { nextShare, seek } from './stream.ts';

/** What becomes of those who finish, in this order in every array; the drive reaches those who are new as well. */
const REGISTERED = 0;
const BY_DRIVE = 1;
const UNUSED = 2;
const FAILED = 3;
const KINDS = 4;
/** After the paths in the numbering of sources. */
const RECRUITED = PATHS.length;
/** Up to so many persons of a cell are asked one by one. */
const SINGLE = 4;

/** Steps 4 to 6: who qualifies and who is recruited, and to which areas they go. */
export function newGps(run: MicroRun, at: number): void {
  const { input, outcome, arrivals } = run;
  const year = input.base + at;
  const { priority, drive, recruit } = leversOf(input, year);
  outcome.fill(0);
  let heap = 0;
  for (let source = 0; source < PATHS.length; source++) {
    const path = PATHS[source]!;
    if (path !== 'transfer') {
      finishCourse(run, path, source, year, drive);
      heap += countedOf(run, path, outcome, source * KINDS);
    }
  }
  seek(run.stream, PURPOSE.intake + RECRUITED, 0, year);
  const recruits = roundByChance(run.stream, recruit);
  outcome[RECRUITED * KINDS + REGISTERED] = recruits;
  let shares = run.residents;
  const placement = priority ? gapsOf(run, at) : null;
  if (priority) arrivals.fill(0);
  finishTransfer(run, run.trainees, PURPOSE.transfer, at, drive, priority);
  finishTransfer(run, trainedBefore(run, at), PURPOSE.historyTransfer, at, drive, priority);
  if (placement !== null) {
    for (let kinds = 0; kinds < arrivals.length; kinds += KINDS) heap += countedOf(run, 'transfer', arrivals, kinds);
    shares = placementShares(heap + recruits, placement, run.residents);
    redistribute(run, at, shares);
  }
  for (let source = 0; source <= RECRUITED; source++) if (PATHS[source] !== 'transfer') spread(run, source, shares, at);
}

/** How many of the kinds from `from` on count as GPs. */
function countedOf({ weights }: MicroRun, path: PathName, kinds: Int32Array, from: number): number {
  const atOnce = kinds[from + REGISTERED]! * (path === 'assistant' ? weights.assistant : 1);
  return atOnce + kinds[from + BY_DRIVE]! + kinds[from + UNUSED]! * weights.unregistered;
}

/** Of the heads of a course: who passes, who registers at once, whom the drive reaches. */
function finishCourse(run: MicroRun, path: PathName, source: number, year: number, drive: number): void {
  const { input, outcome, stream } = run;
  const began = year - DELAY[path];
  const heads = dueFromHistory(input, path, year) + (began > input.base ? leversOf(input, began)[path] : 0);
  const kinds = source * KINDS;
  seek(stream, PURPOSE.intake + source, 0, year);
  const whole = roundByChance(stream, heads);
  const passed = binomial(stream, whole, input.rates.pass[path]);
  const registered = binomial(stream, passed, path === 'ruralOriented' ? 1 : input.rates.registeredShare);
  const byDrive = binomial(stream, passed - registered, drive);
  outcome[kinds + REGISTERED] = registered;
  outcome[kinds + BY_DRIVE] = byDrive;
  outcome[kinds + UNUSED] = passed - registered - byDrive;
  outcome[kinds + FAILED] = whole - passed;
}

function groupOf(run: MicroRun, path: PathName | undefined, kind: number, at: number): number {
  if (kind === UNUSED) return certifiedGroup(at, run.input.rates.lapse);
  if (kind === BY_DRIVE) return FREE;
  if (path === 'assistant') return ASSISTANT;
  return path === 'ruralOriented' ? boundGroup(run.input.rates.obligationYears, at) : FREE;
}

/**
 * Gives those of one source out over the areas, and there over the entry ages. Each kind has its own word of one block.
 * @param shares of the areas in new GPs; who fails goes by residents
 */
function spread(run: MicroRun, source: number, shares: Float64Array, at: number): void {
  const { plan, outcome, byArea, stream } = run;
  const { areas } = plan;
  const year = run.input.base + at;
  const path = PATHS[source];
  const ages = path === undefined || path === 'transfer' ? ENTRY_AGES.recruit : ENTRY_AGES[path];
  let all = 0;
  for (let kind = 0; kind < KINDS; kind++) all += outcome[source * KINDS + kind]!;
  if (all === 0) return;
  seek(stream, PURPOSE.areas + source, 0, year);
  for (let kind = 0; kind < KINDS; kind++) {
    const persons = outcome[source * KINDS + kind]!;
    splitByChance(persons, nextShare(stream), kind === FAILED ? run.residents : shares, byArea, kind * areas);
  }
  const entries = path === undefined ? run.out.flows.recruited : run.out.flows[path];
  for (let area = 0; area < areas; area++) {
    let here = 0;
    for (let kind = 0; kind < KINDS; kind++) here += byArea[kind * areas + area]!;
    if (here === 0) continue;
    seek(stream, PURPOSE.ages + source, area, year);
    for (let kind = 0; kind < KINDS; kind++) {
      const start = nextShare(stream);
      const persons = byArea[kind * areas + area]!;
      if (persons === 0) continue;
      if (kind === FAILED) {
        enterPool(run, area, persons, start, ages, at);
        continue;
      }
      enter(run, area, groupOf(run, path, kind, at), persons, start, ages, at);
      bookEntry(run, entries, kind, area, at, persons);
    }
  }
}

/** Adds those of one kind to the flow of their source, and to that of the drive. @param entries the flow of the source */
function bookEntry(run: MicroRun, entries: Float64Array, kind: number, area: number, at: number, persons: number) {
  if (persons === 0) return;
  const { weights, out } = run;
  const atOnce = entries === out.flows.assistant ? weights.assistant : 1;
  addFlow(run, entries, area, at, persons * (kind === REGISTERED ? atOnce : weights.unregistered));
  if (kind === BY_DRIVE) addFlow(run, out.flows.registered, area, at, persons * (1 - weights.unregistered));
}

/**
 * Trainees whose course began up to the base year and who qualify now: by the areas' opening pools (residents, where there is none) and the
 * pool's ages. See `traineesFromHistory` of the cohort engine.
 */
function trainedBefore(run: MicroRun, at: number): Trainees {
  const { input, plan, stream, byArea, byAge, pastTrainees } = run;
  pastTrainees.entries = 0;
  const heads = dueFromHistory(input, 'transfer', input.base + at);
  if (heads === 0) return pastTrainees;
  const { sizes, shares } = historyOf(run, Math.floor(input.rates.transferMaxAge));
  if (sizes.every((size) => size === 0)) return pastTrainees;
  seek(stream, PURPOSE.history, 0, input.base + at);
  splitByChance(roundByChance(stream, heads), nextShare(stream), sizes, byArea);
  for (let area = 0; area < plan.areas; area++) {
    if (byArea[area] === 0) continue;
    seek(stream, PURPOSE.historyAges, area, input.base + at);
    splitByChance(byArea[area]!, nextShare(stream), shares[area]!, byAge);
    for (let i = 0; i < byAge.length; i++) {
      if (byAge[i] === 0) continue;
      addTrainees(pastTrainees, area, cellOf(plan, i < AGES ? 0 : 1, MIN_AGE + (i % AGES), at - 1), byAge[i]!);
    }
  }
  return pastTrainees;
}

function historyOf({ plan, input, history }: MicroRun, oldest: number): History {
  const known = history.get(oldest);
  if (known !== undefined) return known;
  const anyPool = input.opening.some((opening) => opening.pool > 0);
  const shares = input.opening.map(({ poolShares }) => {
    const young = (share: number, i: number): number => (i + MIN_AGE <= oldest ? share : 0);
    return Float64Array.from([...poolShares[0].map(young), ...poolShares[1].map(young)]);
  });
  const sizes = Float64Array.from(input.opening, ({ pool }, area) => {
    if (shares[area]!.every((share) => share === 0)) return 0;
    return anyPool ? pool : input.residents[area * plan.span]!;
  });
  const made = { sizes, shares };
  history.set(oldest, made);
  return made;
}

/**
 * Everybody on transfer training qualifies, where he came from, or, with priority, for the heap; who fails is back in the pool.
 * @param purpose of the random numbers
 */
function finishTransfer(
  run: MicroRun,
  trainees: Trainees,
  purpose: number,
  at: number,
  drive: number,
  priority: boolean,
): void {
  const { stream, arrivals } = run;
  const { pass, registeredShare } = run.input.rates;
  const unusedGroup = certifiedGroup(at, run.input.rates.lapse);
  const untilRegistered = pass.transfer * registeredShare;
  const untilDriven = untilRegistered + pass.transfer * (1 - registeredShare) * drive;
  for (let entry = 0; entry < trainees.entries;) {
    const area = trainees.area[entry]!;
    seek(stream, purpose, area, run.input.base + at);
    let allRegistered = 0;
    let allDriven = 0;
    let allUnused = 0;
    for (; entry < trainees.entries && trainees.area[entry] === area; entry++) {
      const cell = trainees.cell[entry]!;
      const here = trainees.persons[entry]!;
      let registered = 0;
      let driven = 0;
      let unused = 0;
      if (here <= SINGLE) {
        for (let person = 0; person < here; person++) {
          const chance = nextShare(stream);
          if (chance < untilRegistered) registered++;
          else if (chance < untilDriven) driven++;
          else if (chance < pass.transfer) unused++;
        }
      } else {
        const passed = binomial(stream, here, pass.transfer);
        registered = binomial(stream, passed, registeredShare);
        driven = binomial(stream, passed - registered, drive);
        unused = passed - registered - driven;
      }
      putInPool(run, area, cell, here - registered - driven - unused);
      if (priority) {
        arrivals[cell * KINDS + REGISTERED]! += registered;
        arrivals[cell * KINDS + BY_DRIVE]! += driven;
        arrivals[cell * KINDS + UNUSED]! += unused;
        continue;
      }
      put(run, area, FREE, cell, registered + driven);
      put(run, area, unusedGroup, cell, unused);
      allRegistered += registered;
      allDriven += driven;
      allUnused += unused;
    }
    bookEntry(run, run.out.flows.transfer, REGISTERED, area, at, allRegistered);
    bookEntry(run, run.out.flows.transfer, BY_DRIVE, area, at, allDriven);
    bookEntry(run, run.out.flows.transfer, UNUSED, area, at, allUnused);
  }
}

/** Those who qualified by transfer training, out of all areas, by the shares of the placement. */
function redistribute(run: MicroRun, at: number, shares: Float64Array): void {
  const { plan, arrivals, byArea, stream } = run;
  seek(stream, PURPOSE.transferAreas, 0, run.input.base + at);
  for (let cell = 0; cell < plan.size; cell++) {
    for (let kind = 0; kind < FAILED; kind++) {
      const here = arrivals[cell * KINDS + kind]!;
      if (here === 0) continue;
      splitByChance(here, nextShare(stream), shares, byArea);
      for (let area = 0; area < plan.areas; area++) {
        put(run, area, groupOf(run, 'transfer', kind, at), cell, byArea[area]!);
        bookEntry(run, run.out.flows.transfer, kind, area, at, byArea[area]!);
      }
    }
  }
}

/** What each area lacks, before this year's new GPs, of its minimum and of the wanted density. */
function gapsOf(run: MicroRun, at: number) {
  const { input, plan, residents } = run;
  const minimum = new Float64Array(plan.areas);
  const density = new Float64Array(plan.areas);
  input.opening.forEach((opening, area) => {
    const counted = countedIn(run, area);
    minimum[area] = Math.max(0, opening.minimum - counted * opening.centreShare);
    density[area] = Math.max(0, (input.wanted[at]! * residents[area]!) / 10_000 - counted - minimum[area]!);
  });
  return { minimum, density };
}

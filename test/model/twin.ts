/**
 * The slow, plain twin of the cohort engine: lists of groups of people and one loop per rule, in the order of
 * DESIGN §3. It shares no code with the engine but the input's types and constants, so that both agree only if both
 * read the rules alike.
 */
import {
  AGES,
  DELAY,
  ENTRY_AGES,
  HISTORY,
  LAPSE_YEARS,
  LAST_AGE,
  MIN_AGE,
  type AreaOpening,
  type CohortInput,
  type YearLevers,
} from '../../src/model/cohort-input.ts';
import type { Move } from '../../src/model/reassign/types.ts';
import { FLOWS, PATHS, type FlowName, type PathName, type Projection, type Sex } from '../../src/model/types.ts';

type Status = 'free' | 'bound' | 'freed' | 'assistant' | 'unregistered' | 'rehired' | 'pool';

interface People {
  area: number;
  sex: Sex;
  age: number;
  status: Status;
  /** Bound: whole years of obligation left. Unregistered: whole years unused. Otherwise 0. */
  detail: number;
  heads: number;
}

/** The year's new GPs, with the way by which they came. */
type Newcomers = People & { by: PathName | 'recruit' };

/** Physicians in transfer training, in the area that they come from, at the age that they will have when they qualify. */
interface Course {
  qualifies: number;
  area: number;
  sex: Sex;
  age: number;
  heads: number;
}

const SEXES: readonly Sex[] = [0, 1];
const OLDEST = MIN_AGE + AGES - 1;
const ALL_AGES = Array.from({ length: AGES }, (_, i) => MIN_AGE + i);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Share of the people of this sex and age on 31 December of the year who are past their retirement date. */
export function plainRetiredShare(sex: Sex, age: number, year: number): number {
  const monthOf = (y: number, month: number): number => 12 * y + month;
  const reform = monthOf(2025, 1);
  let passed = 0;
  for (let month = 1; month <= 12; month++) {
    const oldDate = monthOf(year - age + (sex === 0 ? 60 : 55), month);
    const later = oldDate < reform ? 0 : Math.min(36, Math.floor((oldDate - reform) / 4) + 1);
    if (oldDate + later <= monthOf(year, 12)) passed += 1;
  }
  return passed / 12;
}

/** Probability of retiring in the year, of those who reach this age in it and have not retired before. */
export function plainRetirement(sex: Sex, age: number, year: number): number {
  const before = plainRetiredShare(sex, age - 1, year - 1);
  return before === 1 ? 1 : (plainRetiredShare(sex, age, year) - before) / (1 - before);
}

/** One projection by the plain rules; arrays as in the engine. Residents that are zero everywhere count as equal. */
export function plainTwin(input: CohortInput): Projection {
  const { base, horizon, opening, rates, count } = input;
  const areas = opening.length;
  const years = horizon - base + 1;
  const leversOf = (year: number): YearLevers => {
    const levers = input.levers[year - base + HISTORY];
    if (!levers) throw new RangeError(`no levers for ${year}`);
    return levers;
  };
  const residents = (area: number, year: number): number => input.residents[area * years + year - base] ?? 0;
  const residentShares = (year: number): number[] => {
    const persons = opening.map((_, area) => residents(area, year));
    const total = sum(persons);
    return persons.map((p) => (total > 0 ? p / total : 1 / areas));
  };

  const counts = (status: Status): number => {
    if (status === 'pool') return 0;
    if (status === 'assistant' && count.endsWith('no-assistants')) return 0;
    if (status === 'unregistered' && count.startsWith('registered')) return 0;
    return 1;
  };
  const counted = (people: readonly People[], area: number): number =>
    sum(people.filter((p) => p.area === area).map((p) => p.heads * counts(p.status)));

  /** People who come in at a range of ages, evenly, in the areas by the given shares. */
  const entering = (heads: number, ages: readonly [number, number], shares: number[], status: Status): People[] => {
    const list: People[] = [];
    for (const [area, share] of shares.entries())
      for (const sex of SEXES)
        for (let age = ages[0]; age <= ages[1]; age++) {
          const ofSex = sex === 1 ? rates.femaleShare : 1 - rates.femaleShare;
          list.push({ area, sex, age, status, detail: 0, heads: (heads * share * ofSex) / (ages[1] - ages[0] + 1) });
        }
    return list;
  };

  /* The base year. */
  let people: People[] = [];
  for (const [area, stock] of opening.entries())
    for (const sex of SEXES)
      for (const age of ALL_AGES) {
        const put = (status: Status, detail: number, heads: number): number =>
          people.push({ area, sex, age, status, detail, heads });
        const share = stock.ageShares[sex][age - MIN_AGE] ?? 0;
        const past = plainRetiredShare(sex, age, base);
        put('free', 0, stock.registered * share * (1 - past));
        put('assistant', 0, stock.assistant * share * (1 - past));
        put('rehired', 0, (stock.registered + stock.assistant) * share * past);
        for (let unused = 0; unused < LAPSE_YEARS; unused++)
          put('unregistered', unused, (stock.unregistered * share) / LAPSE_YEARS);
        put('pool', 0, stock.pool * (stock.poolShares[sex][age - MIN_AGE] ?? 0));
      }
  people = merged(people);

  /**
   * Transfer training begun before the projection: ages as the opening pool, areas by opening pool, by residents where
   * there is none. Areas without anybody young enough send nobody.
   */
  const begunBefore = (heads: number, qualifies: number): Course[] => {
    const ofAge = (stock: AreaOpening, sex: Sex, age: number): number =>
      age <= rates.transferMaxAge ? (stock.poolShares[sex][age - MIN_AGE] ?? 0) : 0;
    const eligible = opening.map((stock) => sum(SEXES.flatMap((sex) => ALL_AGES.map((age) => ofAge(stock, sex, age)))));
    const size = opening.some((stock) => stock.pool > 0) ? opening.map((stock) => stock.pool) : residentShares(base);
    const weights = size.map((value, area) => (eligible[area] === 0 ? 0 : value));
    return opening.flatMap((stock, area) =>
      SEXES.flatMap((sex) =>
        ALL_AGES.filter((age) => ofAge(stock, sex, age) > 0).map((age) => {
          const ofArea = (heads * (weights[area] ?? 0)) / sum(weights);
          return {
            qualifies,
            area,
            sex,
            age: age + 1,
            heads: (ofArea * ofAge(stock, sex, age)) / (eligible[area] ?? 0),
          };
        }),
      ),
    );
  };
  const inTransfer: Course[] = input.training
    ? input.training.filter((t) => t.path === 'transfer').flatMap((t) => begunBefore(t.persons, t.qualifies))
    : begunBefore(leversOf(base).transfer, base + DELAY.transfer);

  /** Heads of the whole place whose course ends in the year, before completion and pass. */
  const ending = (path: PathName, year: number): number => {
    const begun = year - DELAY[path];
    const listed = (input.training ?? []).filter((t) => t.path === path && t.qualifies === year);
    const late = input.training ? sum(listed.map((t) => t.persons)) : 0;
    if (begun > base) return leversOf(begun)[path] + late;
    return input.training ? late : leversOf(begun)[path];
  };

  const blank = (): Float64Array => new Float64Array(areas * years);
  const flows = Object.fromEntries(FLOWS.map((name) => [name, blank()])) as Record<FlowName, Float64Array>;
  const book = (flow: FlowName, area: number, year: number, heads: number): void => {
    const cell = area * years + year - base;
    flows[flow][cell] = (flows[flow][cell] ?? 0) + heads;
  };
  const result: Projection = {
    base,
    horizon,
    areas,
    residents: Float64Array.from(input.residents),
    registered: blank(),
    assistant: blank(),
    unregistered: blank(),
    rehired: blank(),
    freed: blank(),
    pool: blank(),
    gps: blank(),
    flows,
  };
  const record = (year: number): void => {
    for (let area = 0; area < areas; area++) {
      const cell = area * years + year - base;
      const heads = (...statuses: Status[]): number =>
        sum(people.filter((p) => p.area === area && statuses.includes(p.status)).map((p) => p.heads));
      result.registered[cell] = heads('free', 'bound', 'freed');
      result.assistant[cell] = heads('assistant');
      result.unregistered[cell] = heads('unregistered');
      result.rehired[cell] = heads('rehired');
      result.freed[cell] = heads('freed');
      result.pool[cell] = heads('pool');
      result.gps[cell] = counted(people, area);
      flows.closing[cell] = counted(people, area);
      if (year > base) flows.opening[cell] = flows.closing[cell - 1] ?? 0;
    }
  };
  record(base);

  /** Who is away for a time, by move, as they were when they came and have aged since. */
  const guests = new Map<Move, People[]>();
  const movable = (p: People): boolean =>
    p.status === 'free' || (p.status === 'assistant' && input.movers === 'assistants');
  const stays = (move: Move, year: number): boolean =>
    move.start.year <= year && (move.end === null || move.end.year * 12 + move.end.month >= year * 12 + 12);

  for (let year = base + 1; year <= horizon; year++) {
    const levers = leversOf(year);
    const poolBefore = opening.map((_, area) =>
      sum(people.filter((p) => p.area === area && p.status === 'pool').map((p) => p.heads)),
    );

    /* 1 Age. */
    people = people.map((p) => ({ ...p, age: p.age + 1 }));
    for (const group of guests.values())
      for (const p of group) {
        p.age += 1;
        const death = p.age > OLDEST ? 0 : rates.death(year, p.sex, p.age);
        const attrition = Math.min(1, rates.attrition * levers.retention * (p.age < 35 ? rates.youngAttrition : 1));
        p.heads *= (1 - death) * (1 - plainRetirement(p.sex, p.age, year)) * (1 - attrition);
      }

    /* 2 Exit: death, retirement, then what the status faces. */
    const poolExits = opening.map(() => 0);
    const rehired: People[] = [];
    const after: People[] = [];
    for (const p of people) {
      const w = counts(p.status);
      // Beyond the oldest age there is no probability of dying: whoever gets there leaves in another way.
      const dying = p.age > OLDEST ? 0 : p.heads * rates.death(year, p.sex, p.age);
      book('deaths', p.area, year, w * dying);
      if (p.status === 'rehired') {
        const alive = p.heads - dying;
        const stopping = p.age >= LAST_AGE ? alive : alive * Math.min(1, 1 / rates.rehireYears);
        book('left', p.area, year, stopping);
        after.push({ ...p, heads: alive - stopping });
        continue;
      }
      const retiring = (p.heads - dying) * plainRetirement(p.sex, p.age, year);
      book('retired', p.area, year, w * retiring);
      const working = p.heads - dying - retiring;
      const retention = p.status === 'pool' ? 1 : levers.retention;
      const attrition = Math.min(1, rates.attrition * retention * (p.age < 35 ? rates.youngAttrition : 1));
      const leaving =
        working * (p.status === 'bound' ? rates.breach : p.status === 'freed' ? rates.postExit : attrition);
      const flow = p.status === 'bound' ? 'breached' : p.status === 'freed' ? 'leftAfterObligation' : 'left';
      book(flow, p.area, year, w * leaving);
      const heads = working - leaving;
      if (p.status === 'pool') poolExits[p.area] = (poolExits[p.area] ?? 0) + dying + retiring + leaving;
      if (p.status === 'bound') after.push({ ...p, ...oneYearServed(p.detail), heads });
      else if (p.status === 'freed') after.push({ ...p, status: 'free', heads });
      else after.push({ ...p, heads });
      if (p.status !== 'pool' && p.status !== 'unregistered' && p.age < LAST_AGE)
        rehired.push({ ...p, status: 'rehired', detail: 0, heads: retiring * levers.rehire * rates.fte });
    }
    people = after;

    /* 3 Lapse. */
    if (rates.lapse) {
      const valid: People[] = [];
      for (const p of people) {
        if (p.status !== 'unregistered') valid.push(p);
        else if (p.detail + 1 < LAPSE_YEARS) valid.push({ ...p, detail: p.detail + 1 });
        else book('lapsed', p.area, year, p.heads * counts(p.status));
      }
      people = valid;
    }

    /* 4 Qualify; who does not pass goes back to the pool, and the next transfer course is drawn from it. */
    const everywhere = residentShares(year);
    const fresh: Newcomers[] = [];
    for (const path of PATHS) {
      const endingHere: People[] =
        path === 'transfer'
          ? inTransfer.filter((c) => c.qualifies === year).map((c) => ({ ...c, status: 'pool', detail: 0 }))
          : entering(ending(path, year), ENTRY_AGES[path], everywhere, 'pool');
      for (const p of endingHere) {
        const passing = p.heads * rates.pass[path];
        people.push({ ...p, heads: p.heads - passing });
        const add = (status: Status, detail: number, share: number): number =>
          fresh.push({ ...p, by: path, status, detail, heads: passing * share });
        if (path === 'ruralOriented') {
          if (rates.obligationYears > 0) add('bound', rates.obligationYears, 1);
          else add('freed', 0, 1);
        } else {
          add(path === 'assistant' ? 'assistant' : 'free', 0, rates.registeredShare);
          add('unregistered', 0, 1 - rates.registeredShare);
        }
      }
    }
    for (let area = 0; area < areas; area++) {
      const inflow = (poolExits[area] ?? 0) + rates.poolGrowth * (poolBefore[area] ?? 0);
      const here = opening.map((_, other) => (other === area ? 1 : 0));
      people.push(...entering(inflow, ENTRY_AGES.pool, here, 'pool'));
    }
    people = merged(people);
    const eligible = (p: People): boolean => p.status === 'pool' && p.age <= rates.transferMaxAge;
    const available = sum(people.filter(eligible).map((p) => p.heads));
    const drawn = available > 0 ? Math.min(levers.transfer, available) / available : 0;
    for (const p of people.filter(eligible)) {
      const { area, sex, age } = p;
      inTransfer.push({ qualifies: year + DELAY.transfer, area, sex, age: age + 1, heads: p.heads * drawn });
      p.heads -= p.heads * drawn;
    }

    /* 5 Register, recruit, rehire. */
    for (const p of people)
      if (p.status === 'unregistered')
        book('registered', p.area, year, p.heads * levers.drive * (counts('free') - counts('unregistered')));
    people = driven(people, levers.drive);
    const recruits = entering(levers.recruit, ENTRY_AGES.recruit, everywhere, 'free');
    fresh.push(...recruits.map((p): Newcomers => ({ ...p, by: 'recruit' })));
    for (const p of rehired) book('rehired', p.area, year, p.heads);
    people.push(...rehired);

    /* 6 Place. */
    let placed = fresh;
    if (levers.priority) {
      const heap = driven(fresh, levers.drive);
      const heads = sum(opening.map((_, area) => counted(heap, area)));
      const shares = priorityShares(
        heads,
        opening.map((stock, area) => Math.max(0, stock.minimum - counted(people, area) * stock.centreShare)),
        opening.map((_, area) => {
          const wanted = ((input.wanted[year - base] ?? 0) * residents(area, year)) / 10_000;
          return wanted - counted(people, area);
        }),
        everywhere,
      );
      placed = fresh.flatMap((p) => shares.map((share, area) => ({ ...p, area, heads: p.heads * share })));
    }
    for (const p of placed) {
      book(p.by === 'recruit' ? 'recruited' : p.by, p.area, year, p.heads * counts(p.status));
      if (p.status === 'unregistered')
        book('registered', p.area, year, p.heads * levers.drive * (counts('free') - counts('unregistered')));
    }
    people = merged([...people, ...driven(placed, levers.drive)]);

    /* 7 Reassign: those whose time is over go home, as many as are left of them; then whole persons, some of every age. */
    for (const move of input.moves ?? []) {
      const group = guests.get(move);
      if (!group || stays(move, year)) continue;
      for (const g of group) {
        const alike = people.find(
          (p) => p.area === move.to && p.sex === g.sex && p.age === g.age && p.status === g.status,
        );
        const heads = Math.min(g.heads, alike?.heads ?? 0);
        if (!alike || heads <= 0) continue;
        alike.heads -= heads;
        book('movedOut', move.to, year, heads * counts(g.status));
        if (move.from < 0) continue;
        people.push({ ...g, area: move.from, detail: 0, heads });
        book('movedIn', move.from, year, heads * counts(g.status));
      }
      guests.delete(move);
      people = merged(people);
    }
    for (const move of input.moves ?? []) {
      if (move.start.year !== year || !stays(move, year)) continue;
      const group =
        move.from < 0
          ? entering(move.persons, [30, 45], [1], 'free').map((p) => ({ ...p, area: move.to }))
          : people.filter((p) => p.area === move.from && movable(p));
      const there = move.from < 0 ? move.persons : sum(group.map((p) => p.heads));
      const part = there > 0 ? Math.min(1, move.persons / there) : 0;
      const moved = group.map((p) => ({ ...p, area: move.to, heads: p.heads * part }));
      if (move.from >= 0)
        for (const p of group) {
          book('movedOut', move.from, year, p.heads * part * counts(p.status));
          p.heads -= p.heads * part;
        }
      for (const p of moved) book('movedIn', move.to, year, p.heads * counts(p.status));
      if (move.end)
        guests.set(
          move,
          moved.map((p) => ({ ...p })),
        );
      people = merged([...people, ...moved]);
    }

    /* 8 Count. */
    record(year);
  }
  return result;
}

/** What someone with so many years of obligation left is one year on. */
function oneYearServed(left: number): { status: Status; detail: number } {
  return left > 1 ? { status: 'bound', detail: left - 1 } : { status: 'freed', detail: 0 };
}

/** The same people after the registration drive. */
function driven(people: readonly People[], share: number): People[] {
  return people.flatMap((p): People[] => {
    const { area, sex, age, status, detail, heads } = p;
    if (status !== 'unregistered') return [{ area, sex, age, status, detail, heads }];
    return [
      { area, sex, age, status, detail, heads: heads * (1 - share) },
      { area, sex, age, status: 'free', detail: 0, heads: heads * share },
    ];
  });
}

/**
 * Shares of the areas in the year's new GPs: below the minimum first, then below the wanted density, then by residents.
 * @param heap size of the heap, persons under the counting rule
 * @param belowMinimum persons, by area
 * @param belowWanted persons before anything is given, negative where the density is reached, by area
 */
function priorityShares(heap: number, belowMinimum: number[], belowWanted: number[], byResidents: number[]): number[] {
  const first = sum(belowMinimum);
  if (heap < first) return belowMinimum.map((d) => d / first);
  const still = belowWanted.map((d, area) => Math.max(0, d - (belowMinimum[area] ?? 0)));
  const second = sum(still);
  const rest = heap - first;
  if (rest < second) {
    // With an empty heap only the proportion has a meaning.
    if (heap === 0) return still.map((d) => d / second);
    return still.map((d, area) => ((belowMinimum[area] ?? 0) + (rest * d) / second) / heap);
  }
  if (heap === 0) return byResidents;
  return still.map((d, area) => ((belowMinimum[area] ?? 0) + d + (rest - second) * (byResidents[area] ?? 0)) / heap);
}

/** The same people with those alike in everything in one group; empty groups are gone. */
function merged(people: readonly People[]): People[] {
  const groups = new Map<string, People>();
  for (const { area, sex, age, status, detail, heads } of people) {
    if (heads === 0) continue;
    const key = `${area} ${sex} ${age} ${status} ${detail}`;
    const group = groups.get(key);
    if (group) group.heads += heads;
    else groups.set(key, { area, sex, age, status, detail, heads });
  }
  return [...groups.values()];
}

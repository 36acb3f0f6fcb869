import { DELAY } from '../cohort-input.ts';
import type { PathName, Projection, Start } from '../types.ts';

/** Years that the residency of the rural-oriented takes, at the end of their eight. */
const RESIDENCY = DELAY.residency;

/** One run as the ledger sees it: who begins what in which year. */
export interface Training {
  /** People in training, one by one, where the start lists them; null where it lists nobody. */
  listed: readonly Trainee[] | null;
  projection: Projection;
  /** Intake of a path in a year, persons of the whole place, before any cap. */
  intake: (path: PathName, year: number) => number;
}

type Trainee = NonNullable<Start['stocks'][number]['training']>[number];

/** The people in training whom a start lists; null where it lists nobody. */
export function listedIn({ stocks }: Start): readonly Trainee[] | null {
  const listed = stocks.filter(({ training }) => training !== null);
  return listed.length === 0 ? null : listed.flatMap(({ training }) => training ?? []);
}

/** Everyone who begins transfer training in a year: what was asked for, or the pool where that was too small. */
export function transferTrainees({ projection, intake }: Training, year: number): number {
  const asked = intake('transfer', year);
  const cap = projection.capped?.find((one) => one.year === year);
  return cap === undefined ? asked : Math.min(asked, cap.pool);
}

/** People in residency in a year, the rural-oriented in theirs included. */
export function inResidency(training: Training, year: number): number {
  return (
    inCourse(training, 'residency', year, 0) +
    inCourse(training, 'ruralOriented', year, DELAY.ruralOriented - RESIDENCY)
  );
}

export function inAssistantTraining(training: Training, year: number): number {
  return inCourse(training, 'assistant', year, 0);
}

/** Rural-oriented students in their years of study. */
export function inStudy(training: Training, year: number): number {
  return inCourse(training, 'ruralOriented', year, 0, DELAY.ruralOriented - RESIDENCY);
}

/**
 * People who are in the years `first` to before `end` of a course. A course that begins in year y takes y, y + 1, …; everyone who began
 * is taken to stay to the end. Listed people replace the intakes up to the base year, as in the engine.
 */
function inCourse(
  { listed, projection, intake }: Training,
  path: PathName,
  year: number,
  first: number,
  end = DELAY[path],
): number {
  let persons = 0;
  for (let done = first; done < end; done++) {
    const began = year - done;
    if (listed === null || began > projection.base) persons += intake(path, began);
  }
  for (const one of listed ?? []) {
    const done = DELAY[path] - (one.qualifies - year);
    if (one.path === path && done >= first && done < end) persons += one.persons;
  }
  return persons;
}

import type { AreaGroup, Level, Text } from '../../model/types.ts';
import { LEVELS } from './area-ref.ts';
import type { OwnArea } from './areas.ts';

/** A name that stands for itself in both languages. */
export const both = (text: string): Text => ({ zh: text, en: text });

/** Areas under several parents are shown in groups; the place is the level above. */
export function groupsOf(
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  level: Level,
): { groups: AreaGroup[]; level: Level } {
  const up = (of: Level, steps: number): Level => LEVELS[Math.max(0, LEVELS.indexOf(of) - steps)] ?? 'country';
  const parents = [...new Set(areas.map(({ parent }) => parent))];
  if (areas.length === 1) return { groups: [], level };
  if (parents.length < 2) return { groups: [], level: up(level, 1) };
  const members = new Map(parents.map((code): [string, number[]] => [code, []]));
  areas.forEach(({ parent }, index) => members.get(parent)?.push(index));
  const known = new Map(all.map((area) => [area.key, area]));
  const groups = parents.map((code): AreaGroup => {
    const inside = members.get(code) ?? [];
    const name = known.get(code)?.name ?? areas[inside[0] ?? 0]?.parentName ?? code;
    const above = known.get(code)?.level ?? up(level, 1);
    return { code, level: above, name: both(name === '' ? '—' : name), members: inside };
  });
  return { groups, level: up(level, 2) };
}

/** The area above all others, the one parent's name, or what the title begins with. */
export function placeName(areas: readonly OwnArea[], all: readonly OwnArea[], titles: readonly string[]): Text {
  const [only] = areas;
  if (areas.length === 1 && only) return both(only.name);
  const top = Math.min(...all.map(({ level }) => LEVELS.indexOf(level)));
  const above = all.filter(({ level }) => LEVELS.indexOf(level) === top);
  if (above.length === 1 && above[0] && !areas.includes(above[0])) return both(above[0].name);
  const parents = [...new Set(areas.map(({ parentName }) => parentName))];
  if (parents.length === 1 && parents[0]) return both(parents[0]);
  const titled = /^(?:\d{4}年)?(\p{Script=Han}{1,8}?(?:省|市|州|县|区|旗))/u.exec(titles.join(' ').trim())?.[1];
  return titled === undefined ? { zh: '自有数据', en: 'Own files' } : both(titled);
}

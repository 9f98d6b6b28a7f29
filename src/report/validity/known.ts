import { UNKNOWN } from "../format.ts";

/**
 * Lines that have a figure, from that column on. Of a target that gave no answer, or was not asked so, one table says so;
 * where no line has any, all of them stand.
 */
export function known(lines: readonly (readonly string[])[], from: number): readonly (readonly string[])[] {
  const some = lines.filter((cells) => cells.slice(from).some((cell) => cell !== UNKNOWN));
  return some.length === 0 ? lines : some;
}

import { relative } from "node:path";

/** A path as a person would type it: relative to the folder they are in where that is shorter. */
export function shown(path: string): string {
  const short = relative("", path);
  return short !== "" && short.length < path.length ? short : path;
}

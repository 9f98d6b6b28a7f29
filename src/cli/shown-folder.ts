import { relative } from "node:path";

/** A folder as a person would type it from where they are: relative below it, whole elsewhere. */
export function shownFolder(cwd: string, folder: string): string {
  const short = relative(cwd, folder);
  return short.startsWith("..") ? folder : short || ".";
}

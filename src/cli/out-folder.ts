import { relative, resolve } from "node:path";
import { UserError } from "../domain/error.ts";

/** The folder that --out names, taken from where the person is; `usual` where it was not given. */
export function outFolder(out: string | undefined, usual: string, { cwd }: { readonly cwd: string }): string {
  if (out === "") throw new UserError("usage", "--out names no folder.", { fix: "Give one, as in --out ours." });
  return out === undefined ? usual : resolve(cwd, out);
}

/** A folder as a person would type it from where they are: relative below it, whole elsewhere. */
export function shownFolder(cwd: string, folder: string): string {
  const short = relative(cwd, folder);
  return short.startsWith("..") ? folder : short || ".";
}

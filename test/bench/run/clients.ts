import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How much is asked: so many calls, so many at a time. */
export type Load = { readonly calls: number; readonly most: number };

/** A program that asks the server, as the words after `node`. What it writes goes into the folder. */
export type Client = {
  readonly name: string;
  readonly args: (load: Load, url: string, folder: string) => readonly string[];
};

const part = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const bare =
  (program: string): Client["args"] =>
  ({ calls, most }, url, folder) => [part(program), url, String(calls), String(most), join(folder, "lines.jsonl")];

/** Nothing but `fetch`: what the SDK is compared with. */
export const FETCH: Client = { name: "bare fetch", args: bare("fetch.mjs") };

/** Nothing but the SDK: what ours is compared with. */
export const SDK: Client = { name: "bare SDK", args: bare("sdk.mjs") };

/** The command line as it is built. */
export const OURS: Client = {
  name: "tokenwon",
  args: ({ calls, most }, url, folder) => [
    join("dist", "main.js"),
    ...["--suite", "smoke", "--mode", "live", "--target", "local/bench", "--base-url", `local=${url}`],
    ...["--trials", String(calls), "--concurrency", String(most), "--out", join(folder, "out"), "--quiet"],
  ],
};

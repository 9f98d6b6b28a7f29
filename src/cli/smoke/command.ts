import { quoted } from "../quoted.ts";
import type { RunFlags } from "../run-flags.ts";

/** The command of a run, as far as its flags change what comes out. */
export function commandOf(suite: string, flags: RunFlags): string {
  const given: readonly (readonly [string, string | number | undefined])[] = [
    ["--mode", flags.mode === "auto" ? undefined : flags.mode],
    ...flags.target.map((target) => ["--target", target] as const),
    ["--lang", flags.lang],
    ["--limit", flags.limit],
    ["--repeat", flags.repeat],
    ["--profile", flags.profile],
    ["--seed", flags.seed],
    ["--api", flags.api],
    ...flags.baseUrl.map((url) => ["--base-url", url] as const),
    ["--prices", flags.prices],
    ...flags.price.map((file) => ["--price", file] as const),
    ["--as-of", flags.asOf],
  ];
  const words = given.flatMap(([name, value]) => (value === undefined ? [] : [name, quoted(String(value))]));
  return ["npm run eval -- --suite", suite, ...words].join(" ");
}

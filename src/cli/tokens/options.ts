import type { Engine } from "../../tokenize/engines.ts";
import { quoted } from "../quoted.ts";
import { type WonGiven, wonText } from "../won.ts";

/** What a run of a token suite was asked for beyond the suite itself; absent means: as the suite says. */
export type TokenRunOptions = {
  readonly dataset: string | undefined;
  readonly ko: string | undefined;
  readonly en: string | undefined;
  readonly domains: readonly string[];
  readonly targets: readonly string[];
  readonly mix: string | undefined;
  readonly limit: number | undefined;
  readonly seed: number | undefined;
  readonly prices: string | undefined;
  readonly price: readonly string[];
  readonly asOf: string | undefined;
  readonly krw: WonGiven | undefined;
  readonly engine: Engine;
};

/** True when nothing was asked that changes a figure: only then is the committed report the one to write. */
export function isAsCommitted({ engine: _, domains, targets, price, ...single }: TokenRunOptions): boolean {
  return (
    [domains, targets, price].every(({ length }) => length === 0) &&
    Object.values(single).every((value) => value === undefined)
  );
}

/** The command that makes the same report again. */
export function commandOf(suite: string, options: TokenRunOptions): string {
  const flags: [string, string | number | undefined][] = [
    ["--dataset", options.dataset],
    ["--ko", options.ko],
    ["--en", options.en],
    ...options.domains.map((domain): [string, string] => ["--domain", domain]),
    ...options.targets.map((target): [string, string] => ["--target", target]),
    ["--mix", options.mix],
    ["--limit", options.limit],
    ["--seed", options.seed],
    ["--prices", options.prices],
    ...options.price.map((file): [string, string] => ["--price", file]),
    ["--as-of", options.asOf],
    ["--krw", options.krw && wonText(options.krw)],
  ];
  const given = flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(String(value))]));
  return ["npm run eval -- --suite", suite, ...given].join(" ");
}

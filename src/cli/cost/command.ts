import { quoted } from "../quoted.ts";
import { wonText } from "../won.ts";
import { modeText } from "./caching-mode.ts";
import type { CostFlags } from "./flags.ts";

/** The flags that change a figure, as they are typed. */
function given(flags: CostFlags): string[] {
  const single: [string, string | number | undefined][] = [
    ["--per-day", flags.perDay],
    ["--user-chars", flags.userChars],
    ["--reply-chars", flags.replyChars],
    ["--system-chars", flags.systemChars],
    ["--turns", flags.turns],
    ["--days", flags.days],
    ["--kind", flags.kind],
    ["--cache", flags.cache === "off" ? undefined : modeText(flags.cache)],
    ["--service", flags.service === "standard" ? undefined : flags.service],
    ["--prices", flags.prices],
    ["--as-of", flags.asOf],
    ["--krw", flags.krw && wonText(flags.krw)],
  ];
  const many: [string, readonly string[]][] = [
    ["--scenario", flags.scenario],
    ["--target", flags.target],
    ["--price", flags.price],
  ];
  return [
    ...single.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(String(value))])),
    ...many.flatMap(([flag, values]) => values.flatMap((value) => [flag, quoted(value)])),
    ...(flags.history ? [] : ["--no-history"]),
    ...(flags.residency === true ? ["--residency"] : []),
  ];
}

/** True when nothing was asked that changes a figure: only then is the committed report the one to write. */
export const isAsCommitted = (flags: CostFlags): boolean => given(flags).length === 0;

/** The command that makes the same report again. */
export const commandOf = (flags: CostFlags): string => ["npm run eval -- cost", ...given(flags)].join(" ");

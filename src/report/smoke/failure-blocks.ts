import type { Block } from "../model.ts";
import type { SmokeFacts } from "./facts.ts";
import type { SmokeWording } from "./wording.ts";

/** Most failures that are named one by one. */
const NAMED = 20;
/** Longest message, in characters: the whole of it is in the log. */
const LONGEST = 100;

/** Every failure with its trial, its class and what the server said. */
export function failureBlocks(facts: SmokeFacts, words: SmokeWording): Block[] {
  const { failures } = facts;
  if (failures.length === 0) return [{ kind: "text", text: words.noFailures }];
  const rest = failures.length - NAMED;
  const { columns } = words;
  return [
    { kind: "text", text: words.tableBanner(facts) },
    {
      kind: "table",
      columns: [columns.trial, columns.class, columns.then, columns.message].map((title) => ({ title, align: "left" })),
      rows: failures
        .slice(0, NAMED)
        .map((failed) => [
          `\`${failed.trial}\``,
          words.failure(failed.kind, failed.status),
          words.then(failed),
          shortened(failed.message),
        ]),
    },
    ...(rest > 0 ? [{ kind: "text" as const, text: words.moreFailures(rest) }] : []),
  ];
}

/** A server's words on one line and as code, so that nothing in them is taken for markup. */
function shortened(message: string): string {
  const line = message
    .replace(/[\s\p{C}]+/gu, " ")
    .replaceAll("`", "'")
    .trim();
  const characters = Array.from(line);
  const short = characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join("")}…`;
  return short === "" ? "" : `\`${short}\``;
}

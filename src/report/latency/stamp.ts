import type { Block } from "../model.ts";
import { isLimited, type LatencyFacts } from "./facts.ts";
import type { LatencyWording } from "./wording.ts";

/** What stands over every table whose figures are not to be taken for live ones; nothing where they are. */
export const stamp = (facts: LatencyFacts, words: LatencyWording): Block[] =>
  facts.grade?.evidence === "live" && !isLimited(facts) ? [] : [{ kind: "text", text: words.tableBanner(facts) }];

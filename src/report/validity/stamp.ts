import type { Block } from "../model.ts";
import type { ValidityFacts } from "./facts.ts";
import type { ValidityWording } from "./wording.ts";

/** What stands over every table whose figures are not to be taken for live ones; nothing where they are. */
export const stamp = (facts: ValidityFacts, words: ValidityWording): Block[] =>
  facts.grade?.evidence === "live" ? [] : [{ kind: "text", text: words.tableBanner(facts) }];

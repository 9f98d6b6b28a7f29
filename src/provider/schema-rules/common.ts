import { anthropic } from "./anthropic.ts";
import { google } from "./google.ts";
import { allRequired, closed, complete, enumsOf, firstKeys, withProperties } from "./node-rules.ts";
import { openai } from "./openai.ts";
import { COMMON_KEYWORDS, type SchemaRules } from "./rules.ts";

/**
 * For servers whose rules nobody knows, and for a schema that is to go to all: every rule of every vendor but those that
 * hold for tools alone, of names of keys and of what stands beside `anyOf`.
 */
export const common: SchemaRules = {
  refuses: "which not every strict mode takes",
  demands: "as some strict modes demand",
  keywords: new Set(COMMON_KEYWORDS),
  partly: {},
  ofNode: [complete, closed, allRequired, withProperties, enumsOf("string", "number"), firstKeys],
  ofWhole: [...openai.ofWhole, ...anthropic.ofWhole, ...google.ofWhole],
};

import { longEnums, mostCharacters, mostLevels, mostProperties, mostValues } from "./limits.ts";
import { allRequired, closed, complete, enumsOf, firstKeys } from "./node-rules.ts";
import { COMMON_KEYWORDS, type SchemaRules, voiceOf } from "./rules.ts";

const FINE_TUNED = "which OpenAI's strict mode does not take of fine-tuned models";

/**
 * Read on 2026-11-25:
 * - "Structured outputs", developers.openai.com/api/docs/guides/structured-outputs, as quoted in github.com/ai-dynamo/dynamo/pull/15153
 *   and github.com/juspay/neurolink/pull/1691, and as summed up at jsonschemaprofiles.unitvectorylabs.com/schemas/openai:
 *   keywords, the root, closed objects, required keys, 5,000 properties, 10 levels, 1,000 values, 120,000 characters.
 *   Before 2025 it said 100 properties and 5 levels. Fine-tuned models take less; which model it is nobody knows here, so
 *   the stricter rule holds.
 * - The vendor's own list of what has no strict form: `lib/transform.js` of openai 6.49.0. It makes `oneOf` an `anyOf`,
 *   because the API answers "'oneOf' is not permitted" (github.com/livekit/agents/issues/5302).
 * - "Objects provided via 'anyOf' must not share identical first keys", which the guide does not tell:
 *   github.com/openai/openai-python/issues/2193. Keys of different constants are taken (livekit/agents/issues/5302).
 */
export const openai: SchemaRules = {
  ...voiceOf("OpenAI"),
  keywords: new Set([...COMMON_KEYWORDS, "const", "$ref", "$defs", "definitions", "$schema"]),
  partly: Object.fromEntries(
    [
      "pattern",
      "format",
      "minimum",
      "maximum",
      "exclusiveMinimum",
      "exclusiveMaximum",
      "multipleOf",
      "minItems",
      "maxItems",
    ].map((keyword) => [keyword, FINE_TUNED]),
  ),
  ofNode: [complete, closed, allRequired, enumsOf("string", "number", "boolean"), firstKeys],
  ofWhole: [mostProperties(5000), mostLevels(10), mostValues(1000), mostCharacters(120_000), longEnums(250, 15_000)],
};

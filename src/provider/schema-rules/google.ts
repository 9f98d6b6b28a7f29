import { choiceAlone, complete, enumsOf, formats, notRecursive, withProperties } from "./node-rules.ts";
import { COMMON_KEYWORDS, type SchemaRules, voiceOf } from "./rules.ts";

/**
 * Read on 2026-11-25:
 * - What `responseJsonSchema` supports: `dist/genai.d.ts` of @google/genai 2.32.0. Recursion is "unrolled to a limited
 *   degree" and not within required keys; `oneOf` is read as `anyOf`; enums are of strings and numbers.
 * - "Structured output", ai.google.dev/gemini-api/docs/structured-output, as summed up at
 *   jsonschemaprofiles.unitvectorylabs.com/schemas/gemini: it names fewer, and no limit of size or depth but that the API
 *   "may reject very large or deeply nested schemas" (discuss.ai.google.dev/t/109002), so that no rule here tells it.
 * - Where sources differ the stricter one holds: `maxItems` is documented and was refused (github.com/linxule/openinterviewer/pull/23);
 *   of formats Firebase says that all but date-time fail (reference.rnfirebase.io, SchemaInterface); `anyOf` has to stand
 *   alone where a schema goes as that of a tool (github.com/anomalyco/opencode/pull/14659).
 */
export const google: SchemaRules = {
  ...voiceOf("Google"),
  keywords: new Set([
    ...COMMON_KEYWORDS,
    "$id",
    "$defs",
    "$ref",
    "$anchor",
    "format",
    "prefixItems",
    "minItems",
    "minimum",
    "maximum",
    "propertyOrdering",
    "$schema",
  ]),
  partly: {
    maxItems: "which Google's strict mode does not take of every schema",
    oneOf: "which Google's strict mode reads as anyOf",
  },
  ofNode: [complete, withProperties, enumsOf("string", "number"), formats(["date-time"]), notRecursive, choiceAlone],
  ofWhole: [],
};

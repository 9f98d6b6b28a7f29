import { mostOptional, mostUnions } from "./limits.ts";
import { propertiesOf } from "./node.ts";
import { closed, complete, enumsOf, formats, type NodeRule, notRecursive } from "./node-rules.ts";
import { COMMON_KEYWORDS, type SchemaRules, voiceOf } from "./rules.ts";

const KEY = /^[a-zA-Z0-9_.-]{1,64}$/;

const fewItems: NodeRule = ({ path, schema: { minItems } }, { refuses }) =>
  minItems === undefined || minItems === 0 || minItems === 1
    ? []
    : [`${path} uses minItems other than 0 and 1, ${refuses}.`];

const keys: NodeRule = ({ path, schema }) =>
  Object.keys(propertiesOf(schema))
    .filter((name) => !KEY.test(name))
    .map((name) => `${path}.${name} is a key that Anthropic does not take of a tool: it has to fit ${KEY.source}.`);

/**
 * Read on 2026-11-25:
 * - "Structured outputs", platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations, as summed
 *   up in github.com/vercel/ai/pull/17268 and github.com/ENTERPILOT/GoModel/pull/963: no bounds, `minItems` of 0 and 1, no
 *   recursion, closed objects, 24 optional keys and 16 places of several types. The API's words for the last two are in
 *   github.com/elie222/inbox-zero/pull/2662 and vercel/ai/pull/17268.
 * - The vendor's own conversion, `lib/transform-json-schema.js` of @anthropic-ai/sdk 1.12.0: keywords and formats. It moves
 *   `pattern` and `default` into the description although the guide takes simple ones: the stricter rule holds.
 * - "Property keys should match pattern", of tools only (github.com/n8n-io/n8n/issues/30590); held here for both, because a
 *   schema may go either way.
 * A grammar can be too large as well ("The compiled grammar is too large", anthropic-sdk-python/issues/1185). How large
 * is not published, so that no rule here tells it.
 */
export const anthropic: SchemaRules = {
  ...voiceOf("Anthropic"),
  keywords: new Set([
    ...COMMON_KEYWORDS,
    "const",
    "allOf",
    "$ref",
    "$defs",
    "definitions",
    "format",
    "minItems",
    "$schema",
  ]),
  partly: { pattern: "which Anthropic's strict mode takes only if it is simple" },
  ofNode: [
    complete,
    closed,
    enumsOf("string", "number", "boolean"),
    notRecursive,
    formats(["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"]),
    fewItems,
    keys,
  ],
  ofWhole: [mostOptional(24), mostUnions(16)],
};

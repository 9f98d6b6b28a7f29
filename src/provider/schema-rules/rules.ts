import type { JsonSchema } from "../../domain/question.ts";
import { nodesOf, type SchemaNode } from "./node.ts";

/** How a finding ends: whose rule it is. */
export type Voice = {
  /** As in `which Anthropic's strict mode does not take`. */
  readonly refuses: string;
  /** As in `as Anthropic's strict mode demands`. */
  readonly demands: string;
};

export const voiceOf = (vendor: string): Voice => ({
  refuses: `which ${vendor}'s strict mode does not take`,
  demands: `as ${vendor}'s strict mode demands`,
});

/** What a vendor takes of a schema that it enforces. A finding is one sentence that begins with a path. */
export type SchemaRules = Voice & {
  readonly keywords: ReadonlySet<string>;
  /** The end of the sentence for a keyword that is taken now and then. */
  readonly partly: Readonly<Record<string, string>>;
  readonly ofNode: readonly ((node: SchemaNode, voice: Voice) => readonly string[])[];
  readonly ofWhole: readonly ((nodes: readonly SchemaNode[], voice: Voice) => readonly string[])[];
};

/** What every vendor's strict mode takes. */
export const COMMON_KEYWORDS = [
  "type",
  "title",
  "description",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "anyOf",
];

/** Everything that some rules have against a schema, each once. */
export function findings(schema: JsonSchema, rules: SchemaRules): readonly string[] {
  const nodes = nodesOf(schema);
  const rooted = schema["type"] === "object" && !("anyOf" in schema);
  return [
    ...new Set([
      ...(rooted ? [] : [`$ has to be an object, ${rules.demands}.`]),
      ...nodes.flatMap((node) => [
        ...unknownKeywords(node, rules),
        ...rules.ofNode.flatMap((rule) => rule(node, rules)),
      ]),
      ...rules.ofWhole.flatMap((rule) => rule(nodes, rules)),
    ]),
  ];
}

const unknownKeywords = ({ path, schema }: SchemaNode, { keywords, partly, refuses }: SchemaRules): string[] =>
  Object.keys(schema)
    .filter((keyword) => !keywords.has(keyword))
    .map((keyword) => `${path} uses ${keyword}, ${partly[keyword] ?? refuses}.`);

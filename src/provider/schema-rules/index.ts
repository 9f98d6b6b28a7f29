import type { JsonSchema } from "../../domain/question.ts";
import { anthropic } from "./anthropic.ts";
import { common } from "./common.ts";
import { google } from "./google.ts";
import { openai } from "./openai.ts";
import { findings, type SchemaRules } from "./rules.ts";

const RULES: ReadonlyMap<string, SchemaRules> = new Map(Object.entries({ openai, anthropic, google }));

/**
 * Why the strict mode of a provider would refuse a JSON Schema or change it in silence, one sentence each with its path;
 * empty where its documentation has nothing against it. Of any other provider, and of none, what every vendor takes.
 */
export const lintFor = (provider: string | undefined, schema: JsonSchema): readonly string[] =>
  findings(schema, RULES.get(provider ?? "") ?? common);

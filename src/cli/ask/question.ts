import { resolve } from "node:path";
import { z } from "zod";
import { readJson } from "../../dataset/json.ts";
import { normalise } from "../../dataset/normalise.ts";
import { UserError } from "../../domain/error.ts";
import type { Question } from "../../domain/question.ts";
import { lintFor } from "../../provider/schema-rules/index.ts";
import type { AskFlags } from "./flags.ts";

/** The question as it is put, in NFC with plain spaces: decomposed Hangul costs about seven times the tokens. */
export async function questionOf(text: string, model: string, flags: AskFlags, cwd: string): Promise<Question> {
  const { system, maxOutputTokens, temperature, effort, schema, stream } = flags;
  return {
    model,
    stream,
    messages: [{ role: "user", text: normalise(text) }],
    ...(system === undefined ? {} : { system: normalise(system) }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(effort === undefined ? {} : { effort }),
    ...(schema === undefined
      ? {}
      : { shape: { mode: "schema", name: "answer", schema: await schemaOf(resolve(cwd, schema), schema) } }),
  };
}

/** A JSON Schema that every vendor takes; what some of them refuse is named before money is spent. */
async function schemaOf(path: string, typed: string): Promise<Record<string, unknown>> {
  const { $schema: _, ...schema } = await readJson(path, z.record(z.string(), z.unknown()));
  const remarks = lintFor(undefined, schema);
  if (remarks.length === 0) return schema;
  throw new UserError("data", `${typed} uses what some vendor refuses or changes in silence.`, {
    details: [...remarks.slice(0, 20)],
    fix: "Keep to objects with every key required, null instead of optional, string enums and arrays.",
  });
}

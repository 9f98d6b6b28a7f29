import type { JsonSchema } from "../../domain/question.ts";

/** The right answer to a prompt, in the English names of its task. */
export type KnownAnswer = {
  readonly value: unknown;
  /** Members of its enums in the other language: English → Korean. */
  readonly values: Readonly<Record<string, string>>;
  /** Korean names of its fields. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether its task takes a value: it may know rules that no JSON Schema says. */
  readonly takes: (value: unknown) => boolean;
};

/** Finds the right answer to a prompt by its text; undefined where nobody knows it. */
export type Known = (prompt: string) => KnownAnswer | undefined;

/** A value that is to be answered before anything goes wrong with it, in the names of the schema that was asked for. */
export type Made = {
  readonly value: unknown;
  readonly schema: JsonSchema | undefined;
  readonly values: KnownAnswer["values"];
  /** Undefined where only the schema is known. */
  readonly takes: KnownAnswer["takes"] | undefined;
};

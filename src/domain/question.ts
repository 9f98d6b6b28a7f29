/** A JSON Schema, as it goes over the wire. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export type Message = { readonly role: "user" | "assistant"; readonly text: string };

/**
 * How an answer is to be JSON: asked for in words only, by the vendor's JSON mode, by a strict schema, or as the arguments
 * of the one tool that is to be called.
 */
export type Shape = {
  readonly mode: "prompt" | "json" | "schema" | "tool";
  readonly name: string;
  readonly schema: JsonSchema;
};

/** What is asked of a model: the same for every vendor. */
export type Question = {
  /** The model alone, without its provider. */
  readonly model: string;
  readonly system?: string;
  readonly messages: readonly Message[];
  readonly maxOutputTokens?: number;
  readonly temperature?: number;
  /** Reasoning effort in the vendor's own words, as in `low`. */
  readonly effort?: string;
  readonly shape?: Shape;
  readonly stream: boolean;
};

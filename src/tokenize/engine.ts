import type { CountTokens } from "../domain/tokenizer.ts";
import { loadCounter } from "./counter.ts";
import type { EncodingName } from "./encoding.ts";
import type { Engine } from "./engines.ts";

/** Loads the counter of one encoding by the chosen engine; the reference is only loaded when asked for. */
export async function loadEngine(engine: Engine, name: EncodingName): Promise<CountTokens> {
  if (engine === "gpt-tokenizer") return loadCounter(name);
  const { referenceCounter } = await import("./reference.ts");
  return referenceCounter(name);
}

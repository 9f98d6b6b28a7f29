import { outputTokens, promptTokens, type Usage } from "../domain/usage.ts";
import type { Seen } from "./seen.ts";

/** An attempt with the usage that the server told. */
export type Told = { readonly attempt: Seen; readonly usage: Usage };

/** Those of the attempts whose usage was told. */
export const toldOf = (attempts: readonly Seen[]): Told[] =>
  attempts.flatMap((attempt) => {
    const usage = toldUsage(attempt);
    return usage === undefined ? [] : [{ attempt, usage }];
  });

/** The usage that the server told; some servers answer with zeros, which is to say nothing. */
export function toldUsage({ "tokenwon.usage": usage }: Seen): Usage | undefined {
  return usage === undefined || (!tellsInput(usage) && !tellsOutput(usage)) ? undefined : usage;
}

/** False for no tokens: there is no prompt without any. */
export const tellsInput = (usage: Usage): boolean => promptTokens(usage) > 0;

/** False for no tokens: there is no answer without any, where there is one. */
export const tellsOutput = (usage: Usage): boolean => outputTokens(usage) > 0;

/** A sum over what was told. */
export const sumOf = (told: readonly Told[], of: (usage: Usage) => number): number =>
  told.reduce((total, { usage }) => total + of(usage), 0);

import { UserError } from "../../domain/error.ts";
import type { Failure } from "../../domain/failure.ts";
import { redact } from "../../log/redact.ts";
import type { Place } from "./endpoint.ts";

/** What could not even be asked rightly is a mistake of use; the rest may go well the next time. */
const ASKED_WRONG: readonly Failure["kind"][] = ["auth", "billing", "not-found", "bad-request", "too-large", "client"];

/** What a command says of failures that it has flags of its own for. */
export type Advice = { readonly timeout: string; readonly otherwise: string };

/** A failure as a person reads it: who did not answer, why, and what to do. */
export function failureError(
  failure: Failure,
  { entry, target, model, apiKey, ...place }: Place,
  { timeout, otherwise }: Advice,
): UserError {
  const baseUrl = place.baseUrl === undefined ? undefined : redact(place.baseUrl, [apiKey]);
  const where = baseUrl === undefined ? entry.title : `${entry.title} at ${baseUrl}`;
  const status = failure.status === undefined ? "" : ` (HTTP ${failure.status})`;
  const wait = failure.retryAfterMs === undefined ? "" : ` in ${Math.ceil(failure.retryAfterMs / 1000)} s`;
  // The socket's code says more than "fetch failed", where the message has it not already.
  const code =
    failure.kind === "network" && !failure.message.includes(failure.code ?? "") ? ` (${failure.code ?? ""})` : "";
  const message = failure.message + code;
  const fixes: Partial<Record<Failure["kind"], string>> = {
    auth: `Check ${entry.keys.join(" or ")}: the key was not taken.`,
    billing: "Top up the account, or raise its limit.",
    "not-found":
      baseUrl === undefined
        ? `Check the model's name "${model}": \`list targets\` names those that have a price.`
        : `Check the model's name "${model}" and the address: the server knows one of them not.`,
    "too-large": "Make the text shorter.",
    network: baseUrl === undefined ? "Check the connection." : `Check that a server listens at ${baseUrl}.`,
    "rate-limit": `Ask again${wait}.`,
    overloaded: `Ask again${wait}.`,
    timeout,
  };
  if (failure.kind === "aborted")
    return new UserError("interrupted", `${where} was asked for ${target} and cut short.`);
  const kind = ASKED_WRONG.includes(failure.kind) ? "provider" : "incomplete";
  return new UserError(kind, `${where} did not answer for ${target}${status}: ${failure.kind}: ${message}`, {
    fix: fixes[failure.kind] ?? (failure.retry ? "Ask again." : otherwise),
  });
}

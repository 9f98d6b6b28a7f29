import { z } from "zod";
import type { ErrorFacts } from "../../domain/stream-event.ts";
import { causeCode, errorFacts, messageOf } from "../error-text.ts";

const Text = z.string().optional().catch(undefined);

/** What the SDK's errors carry, read without their classes: the SDK is loaded only where it is used. */
const Thrown = z.object({
  name: Text,
  status: z.number().optional().catch(undefined),
  type: Text,
  apiMessage: Text,
  error: z.unknown().optional(),
});

/** The SDK keeps no cause of its own time-out, nor of that of Node's `fetch`. */
const TIMEOUT = "APIConnectionTimeoutError";

/** An `error` event inside a stream: it has a body, and no status because the stream began with 200. */
export function isErrorFrame(error: unknown): boolean {
  const thrown = Thrown.safeParse(error).data;
  return thrown?.error !== undefined && thrown.status === undefined;
}

export function describe(error: unknown): ErrorFacts {
  const thrown = Thrown.safeParse(error).data;
  return errorFacts({
    status: thrown?.status,
    code: thrown?.type ?? causeCode(error) ?? (thrown?.name === TIMEOUT ? "ETIMEDOUT" : undefined),
    message: thrown?.apiMessage ?? messageOf(error),
  });
}

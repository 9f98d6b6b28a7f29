/** How deep a chain of causes is followed: no client nests more, and a chain may be a ring. */
const DEEPEST = 8;

/** The first code in an error's chain of causes: an SDK wraps fetch's `TypeError`, which wraps the error of the socket. */
export function errorCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; depth < DEEPEST && at instanceof Error; depth++) {
    if ("code" in at && typeof at.code === "string") return at.code;
    // Several addresses were tried, and each failed in its own way: the first stands for all.
    at = at instanceof AggregateError && at.cause === undefined ? at.errors[0] : at.cause;
  }
  return undefined;
}

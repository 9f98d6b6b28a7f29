/** Why an attempt did not answer. */
export const FAILURE_KINDS = [
  "auth",
  "billing",
  "not-found",
  "bad-request",
  "too-large",
  "rate-limit",
  "overloaded",
  "server",
  "network",
  "timeout",
  "truncated-stream",
  "stream-error",
  "aborted",
  "client",
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What no further question to the same target can mend. */
const HOPELESS: readonly FailureKind[] = ["auth", "billing", "not-found"];

export const isHopeless = (kind: FailureKind): boolean => HOPELESS.includes(kind);

/** True for what says nothing of a model: our own wish to stop, a wrong key. Such a trial is still to be asked. */
export const saysNothing = (kind: FailureKind): boolean => kind === "aborted" || isHopeless(kind);

/** Our four deadlines, and the vendor's own (408, 504). */
export const DEADLINES = ["headers", "first-token", "idle", "total", "vendor"] as const;
export type Deadline = (typeof DEADLINES)[number];

export type Failure = {
  readonly kind: FailureKind;
  /** Which deadline passed, for a timeout. */
  readonly deadline?: Deadline;
  /** One sentence, without any key. */
  readonly message: string;
  readonly status?: number;
  /** The vendor's code, or that of the socket. */
  readonly code?: string;
  /** Whether asking again may help. */
  readonly retry: boolean;
  /** How long the vendor asks to wait, in ms. */
  readonly retryAfterMs?: number;
  /** Whether it costs money: a refused request does not, a broken answer does, and sometimes nobody can say. */
  readonly billed: "yes" | "no" | "unknown";
};

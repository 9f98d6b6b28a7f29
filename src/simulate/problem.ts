/** Why a request gets no answer but an error. */
export type Problem = {
  readonly kind: "rate-limit" | "overloaded" | "server" | "bad-request" | "not-found";
  readonly message: string;
  /** How long to wait, in ms. */
  readonly waitMs?: number;
};

/** What a server says where it says nothing more exact; each says that it is simulated. */
export const PROBLEMS: Readonly<Record<"rate-limit" | "overloaded" | "server", Problem>> = {
  "rate-limit": { kind: "rate-limit", message: "Simulated: rate limit reached." },
  overloaded: { kind: "overloaded", message: "Simulated: the model is overloaded, please try again later." },
  server: { kind: "server", message: "Simulated: an internal error has occurred." },
};

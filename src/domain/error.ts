/** Exit codes of the command line (README, "Exit codes"). */
export const EXIT = {
  ok: 0,
  fault: 1,
  usage: 2,
  gate: 3,
  incomplete: 4,
  recording: 5,
  secret: 6,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What kind of mistake it was; shown as `error[kind]`. */
export type ErrorKind =
  | "usage"
  | "input"
  | "data"
  | "tokenizer"
  | "price"
  | "provider"
  | "incomplete"
  | "interrupted"
  | "recording"
  | "secret"
  | "write";

const EXIT_OF: Record<ErrorKind, ExitCode> = {
  usage: EXIT.usage,
  input: EXIT.usage,
  data: EXIT.usage,
  tokenizer: EXIT.usage,
  price: EXIT.usage,
  provider: EXIT.usage,
  incomplete: EXIT.incomplete,
  interrupted: EXIT.interrupted,
  recording: EXIT.recording,
  secret: EXIT.secret,
  write: EXIT.fault,
};

/**
 * A mistake that the person at the keyboard can mend. The message is one sentence that names what is wrong;
 * `details` are lines below it (one bad row each), `fix` says what to do next.
 * Every other error is a fault of ours and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly kind: ErrorKind;
  readonly fix: string | undefined;
  readonly details: readonly string[];

  constructor(
    kind: ErrorKind,
    message: string,
    options: { fix?: string; details?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.fix = options.fix;
    this.details = options.details ?? [];
  }

  get exitCode(): ExitCode {
    return EXIT_OF[this.kind];
  }
}

import { type ErrorKind, UserError } from "../../domain/error.ts";

/** An error on its way from one process to another. */
export type SentError = {
  readonly message: string;
  /** Of a mistake that the person can mend. */
  readonly kind?: ErrorKind;
  readonly fix?: string;
  readonly details?: readonly string[];
  readonly stack?: string;
};

export function sentError(error: unknown): SentError {
  if (error instanceof UserError) {
    const { message, kind, fix, details } = error;
    return { message, kind, details, ...(fix === undefined ? {} : { fix }) };
  }
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}

/** As it was thrown there. */
export function receivedError({ message, kind, fix, details, stack }: SentError): Error {
  if (kind !== undefined) {
    return new UserError(kind, message, {
      ...(fix === undefined ? {} : { fix }),
      ...(details === undefined ? {} : { details }),
    });
  }
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

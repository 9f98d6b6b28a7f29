import { z } from "zod";
import type { ErrorFacts } from "../../domain/stream-event.ts";
import { causeCode, errorFacts, messageOf } from "../error-text.ts";

/** The SDK's error has a status, no headers, and the vendor's body as its message. */
const Thrown = z.object({ name: z.literal("ApiError"), status: z.number(), message: z.string() });

const Body = z.object({
  error: z.object({
    message: z.string().catch(""),
    /** The vendor's code; where a gateway answered, the SDK puts the words of the HTTP status here. */
    status: z
      .string()
      .regex(/^[A-Z_]+$/)
      .optional()
      .catch(undefined),
    details: z.array(z.object({ retryDelay: z.string().optional().catch(undefined) })).catch([]),
  }),
});

/** The JSON in a message: inside a stream it comes after `got status: UNAVAILABLE. `. */
function bodyOf(message: string): z.infer<typeof Body>["error"] | undefined {
  try {
    return Body.parse(JSON.parse(message.slice(message.indexOf("{"), message.lastIndexOf("}") + 1))).error;
  } catch {
    return undefined;
  }
}

/** `34.4s` of a RetryInfo, in ms. */
function milliseconds(delay: string | undefined): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(delay ?? "")?.[1];
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1000);
}

/** Whether the SDK made this error of the vendor's answer; thrown inside a stream, it is an error frame. */
export const isApiError = (error: unknown): boolean => Thrown.safeParse(error).success;

export function describe(error: unknown): ErrorFacts {
  const thrown = Thrown.safeParse(error).data;
  if (thrown === undefined) return errorFacts({ code: causeCode(error), message: messageOf(error) });
  const body = bodyOf(thrown.message);
  return errorFacts({
    status: thrown.status,
    code: body?.status,
    message: body === undefined || body.message === "" ? thrown.message : body.message,
    retryAfterMs: milliseconds(body?.details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay),
  });
}

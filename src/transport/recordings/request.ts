import type { RecordedAttempt } from "../../domain/recording.ts";
import { asked } from "../response.ts";
import { apiPath } from "./api-path.ts";

/** A request of an SDK as recordings keep it: no host, no header, no key. Bodies of the SDKs are JSON text. */
export function requestOf(
  input: Parameters<typeof globalThis.fetch>[0],
  init: RequestInit | undefined,
): RecordedAttempt["request"] {
  const { method, href } = asked(input, init);
  return { method, path: apiPath(href), body: bodyOf(init?.body) };
}

/** Anything that is no JSON is kept as it reads. */
function bodyOf(body: unknown): unknown {
  if (body === undefined || body === null || body === "") return null;
  if (typeof body !== "string") throw new Error("a request whose body is no text cannot be recorded");
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

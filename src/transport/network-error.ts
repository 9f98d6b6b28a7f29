import { errors } from "undici";

/** A connection that the other side closed (FIN), or reset (RST). */
export type ResetCode = "UND_ERR_SOCKET" | "ECONNRESET";

/** What `fetch` throws when no answer came. */
export const fetchFailed = (cause: Error): TypeError => new TypeError("fetch failed", { cause });

/** What reading a body throws when the connection broke. */
export const terminated = (cause: Error): TypeError => new TypeError("terminated", { cause });

/** The error of a name that does not exist. */
export const noSuchHost = (hostname: string): Error =>
  system(`getaddrinfo ENOTFOUND ${hostname}`, { errno: -3008, code: "ENOTFOUND", syscall: "getaddrinfo", hostname });

/** The error behind a code, as Node or undici makes it; of a name that cannot be looked up, without the name. */
export function brokenBy(code: string): Error {
  switch (code) {
    case "UND_ERR_SOCKET":
      return new errors.SocketError("other side closed");
    case "ECONNRESET":
      return system("read ECONNRESET", { errno: -104, code, syscall: "read" });
    default:
      return system(code, { code });
  }
}

const system = (message: string, facts: Readonly<Record<string, string | number>>): Error =>
  Object.assign(new Error(message), facts);

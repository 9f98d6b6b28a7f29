import { UserError } from "../../domain/error.ts";
import type { SimulateFlags } from "./flags.ts";

/** Why the server cannot listen where it was told to, in a sentence; what is no mistake of the user stays as it is. */
export function refused(error: unknown, { port, host }: Pick<SimulateFlags, "port" | "host">): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const mistake = (message: string, fix: string): UserError => new UserError("usage", message, { fix, cause: error });
  switch (code) {
    case "EADDRINUSE":
      return mistake(`Port ${port} is in use at ${host}.`, "Give another with --port, or --port 0 for any free one.");
    case "EACCES":
      return mistake(`Port ${port} may not be opened by you.`, "Give one above 1023 with --port.");
    case "EADDRNOTAVAIL":
    case "EAI_AGAIN":
    case "EAI_FAIL":
    case "EINVAL":
    case "ENOTFOUND":
      return mistake(
        `This machine has no address "${host}".`,
        "Give one of its own with --host, as in 127.0.0.1, or 0.0.0.0 for all of them.",
      );
    default:
      return error;
  }
}

import { SHORTEST_SECRET } from "../../domain/secret-forms.ts";
import type { Pieces } from "./whole-characters.ts";

/**
 * Passes text that comes in pieces on without the secret in it, however the pieces cut it: what may be its beginning
 * waits for what follows.
 */
export function withoutSecret(secret: string, to: Pieces): Pieces {
  if (secret.length < SHORTEST_SECRET) return to;
  let held = "";
  return {
    write: (piece) => {
      const text = (held + piece).replaceAll(secret, "[redacted]");
      const keep = begun(text, secret);
      held = text.slice(text.length - keep);
      to.write(text.slice(0, text.length - keep));
    },
    end: () => {
      // A beginning that is long enough to be no accident stays out.
      to.write(held.length < SHORTEST_SECRET ? held : "[redacted]");
      held = "";
      to.end();
    },
  };
}

/** How many characters at the end of the text are the beginning of the secret. */
function begun(text: string, secret: string): number {
  let length = Math.min(text.length, secret.length - 1);
  while (!text.endsWith(secret.slice(0, length))) length--;
  return length;
}

import { z } from "zod";
import type { ErrorFacts } from "../domain/stream-event.ts";
import { plain } from "./plain.ts";

const Link = z.object({
  message: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

/** An error and what caused it, outermost first. */
function chain(error: unknown): z.infer<typeof Link>[] {
  const links: z.infer<typeof Link>[] = [];
  let next = error;
  while (links.length < 5) {
    const link = Link.safeParse(next);
    if (!link.success) break;
    links.push(link.data);
    next = link.data.cause;
  }
  return links;
}

/** The code of the innermost cause that has one, as in `UND_ERR_SOCKET`: `fetch` wraps the error of the socket. */
export const causeCode = (error: unknown): string | undefined =>
  chain(error).findLast((link) => link.code !== undefined)?.code;

/** What an error and its causes say, outermost first: `fetch failed` alone tells nothing. */
export function messageOf(error: unknown): string {
  const said = chain(error).flatMap(({ message }) => (message ? [message.replace(/\.$/, "")] : []));
  return said.length > 0 ? [...new Set(said)].join(": ") : String(error);
}

type Found = { readonly [Fact in keyof ErrorFacts]?: ErrorFacts[Fact] | undefined } & { readonly message: string };

/** Facts of an error without those that are not known; the message carries no key. */
export const errorFacts = ({ status, code, message, retryAfterMs }: Found): ErrorFacts => ({
  ...(status === undefined ? {} : { status }),
  ...(code === undefined ? {} : { code }),
  message: plain(message),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

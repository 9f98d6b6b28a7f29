import { UserError } from "../../domain/error.ts";
import { findSecrets } from "../../transport/recordings/secrets.ts";
import type { Place } from "../live/endpoint.ts";

/** An address stands in the command that a report names: one that holds a key is refused before anything is asked. */
export function refuseKeysInAddresses(places: readonly Place[], secrets: readonly string[]): void {
  for (const { baseUrl, entry } of places) {
    const found = baseUrl === undefined ? [] : findSecrets(baseUrl, secrets);
    if (found.every(({ kind }) => kind === "entropy")) continue;
    throw new UserError("usage", `The address of ${entry.title} holds what may be a key.`, {
      fix: `Leave it out of the address; a key goes into ${entry.keys.join(" or ")}.`,
    });
  }
}

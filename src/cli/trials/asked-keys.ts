import type { Trial } from "../../domain/trial.ts";
import { keyOf } from "../../transport/recordings/key.ts";
import { requestOf } from "../../transport/recordings/request.ts";
import { offlinePlace } from "./place.ts";
import { speaking } from "./speaking.ts";

/** The keys of the requests that the trials of a target would make. Each is built by the vendor's SDK, and none is sent. */
export async function askedKeys(
  trials: readonly Trial[],
  { target, api }: { readonly target: string; readonly api: string },
): Promise<ReadonlySet<string>> {
  const place = offlinePlace(target, "recording", api);
  const provider = await speaking(place);
  const keys = new Set<string>();
  const fetch: typeof globalThis.fetch = (input, init) => {
    keys.add(keyOf(requestOf(input, init)));
    return Promise.reject(new Error("only the request was wanted"));
  };
  const { baseUrl, apiKey } = place;
  // Repetitions of a case ask the same.
  const cases = new Map(trials.flatMap((trial) => (trial.target === target ? [[trial.case, trial] as const] : [])));
  for (const { question } of cases.values()) {
    const { signal } = new AbortController();
    try {
      for await (const _ of provider.ask({ ...question, model: place.model }, { fetch, baseUrl, apiKey, signal }))
        break;
    } catch {
      // As it must: there was no answer.
    }
  }
  return keys;
}

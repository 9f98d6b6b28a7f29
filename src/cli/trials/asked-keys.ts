import type { Trial } from "../../domain/trial.ts";
import { keyOf } from "../../transport/recordings/key.ts";
import { requestOf } from "../../transport/recordings/request.ts";
import { offlinePlace } from "./place.ts";
import { speaking } from "./speaking.ts";

/** The keys of the requests that the trials of a target would make. Each is built by the vendor's SDK, and none is sent. */
export async function askedKeys(
  trials: Iterable<Trial>,
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
  // Repetitions of a case ask the same, unless each has a number of its own.
  const questions = new Set<Trial["question"]>();
  for (const trial of trials) if (trial.target === target) questions.add(trial.question);
  for (const question of questions) {
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

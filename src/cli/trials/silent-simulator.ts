import type { LiveTransport } from "../../transport/live.ts";
import type { Told } from "../live/ask-once.ts";
import type { Place } from "../live/endpoint.ts";

/**
 * Whether an attempt that got no answer was made at a simulator, which says so of itself when it is looked at. Vendors
 * are not looked at: nobody simulates behind their addresses.
 */
export async function silentSimulator(
  { wire }: Pick<Told, "wire">,
  { baseUrl }: Pick<Place, "baseUrl">,
  live: LiveTransport,
): Promise<boolean> {
  if (wire.status !== undefined || baseUrl === undefined) return false;
  try {
    const answer = await live.fetch(new URL("/", baseUrl), { signal: AbortSignal.timeout(LONGEST_MS) });
    await answer.body?.cancel();
    return answer.headers.has("x-tokenwon-simulated");
  } catch {
    return false;
  }
}

const LONGEST_MS = 2000;

import type { Effects } from "../effects.ts";
import { openHere } from "../trials/open-here.ts";
import type { Opened } from "../trials/opened.ts";
import { waysOf } from "../trials/ways.ts";
import type { Setting } from "./port.ts";

/** Opens what another process says, as that one would. */
export async function openAsked(
  { input, effects, process }: Setting,
  own: Pick<Effects, "env" | "signal">,
): Promise<Opened> {
  const all = { ...effects, ...own };
  return openHere({ ...input, mode: "live" }, { ...(await waysOf(input, all)), process }, all);
}

import { USUAL_DEADLINES } from "../../run/deadlines.ts";
import type { Effects } from "../effects.ts";
import { askerOf, byTarget, closeAll } from "./askers.ts";
import { unhurried } from "./clock.ts";
import type { Opened, OpenInput } from "./opened.ts";
import { simulatedAsker } from "./simulated.ts";
import { WITHOUT_NETWORK } from "./without-network.ts";

/** The simulator answers, by a clock of its own. */
export async function openSimulator(
  { targets, flags, simulator, deadlines }: OpenInput,
  { signal }: Pick<Effects, "signal">,
): Promise<Opened> {
  const clock = unhurried(flags.speed);
  const { provider, from } = await simulator();
  const askers = await byTarget(targets, (target) =>
    simulatedAsker(target, provider, { clock, signal, deadlines: deadlines ?? USUAL_DEADLINES }),
  );
  return {
    ...WITHOUT_NETWORK,
    from,
    ask: (trial, turn) => askerOf(askers, trial).ask(trial, turn),
    clock,
    during: clock.during,
    close: () => closeAll(askers),
  };
}

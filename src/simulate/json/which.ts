import type { JsonFault, Profile } from "../../domain/profile.ts";
import type { Shape } from "../../domain/question.ts";
import type { Random } from "../../measure/random.ts";
import { byShare } from "../draw.ts";
import { beta } from "./beta.ts";
import { sharesIn } from "./modes.ts";

/**
 * What goes wrong with an answer, if anything. How often it does differs from prompt to prompt where the profile has answers
 * to the same prompt alike: `ofPrompt` draws the same for every answer to it, `random` for this one alone.
 */
export function whichFault(
  { json, json_alike }: Pick<Profile, "json" | "json_alike">,
  mode: Shape["mode"],
  ofPrompt: () => Random,
  random: Random,
): JsonFault | undefined {
  const shares = sharesIn(json, mode);
  const drawn = random();
  if (json_alike === 0) return byShare(shares, () => drawn);
  const mean = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const fails = beta(mean, json_alike, ofPrompt());
  // What is below the prompt's own share is spread over the kinds as the shares are.
  return drawn < fails ? byShare(shares, () => (drawn / fails) * mean) : undefined;
}

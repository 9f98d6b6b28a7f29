import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Effects, say } from "../effects.ts";
import { recordedTargets } from "../trials/recorded-targets.ts";
import { SUITE } from "./plan.ts";

/** What came of it that others would want, and the command that keeps it; nothing where a simulator answered. */
export async function sayWhatToCommit(targets: readonly string[], { root, stdout }: Effects): Promise<void> {
  const recorded = await recordedTargets(root, SUITE);
  const played = recorded.filter(({ target, origin }) => targets.includes(target) && origin === "simulated");
  if (played.length > 0) {
    const names = played.map(({ target }) => target).join(", ");
    say(stdout, `\nA simulator answered for ${names}: commit nothing of it.`);
    return;
  }
  const folders = ["datasets/counts/live", `evals/recordings/${SUITE}`].filter((folder) =>
    existsSync(join(root, folder)),
  );
  say(stdout, "\nThe reports are made again. Look at what changed, and keep it:");
  say(
    stdout,
    `  npm run eval -- fixtures verify && git diff --stat && git add ${[...folders, "reports"].join(" ")} && git commit`,
  );
}

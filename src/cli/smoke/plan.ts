import { join, resolve } from "node:path";
import { readProfiles } from "../../dataset/profiles.ts";
import { readPrompts } from "../../dataset/prompts.ts";
import type { SmokeSuite } from "../../domain/suite.ts";
import type { Trial } from "../../domain/trial.ts";
import { trialsOf } from "../../plan/trials.ts";
import type { Effects } from "../effects.ts";
import { type Books, readBooks } from "../read-books.ts";
import type { RunFlags } from "../run-flags.ts";
import { type Chosen, choose } from "../trials/choose.ts";
import { recordedTargets } from "../trials/recorded-targets.ts";

export type SmokePlan = Chosen & {
  readonly trials: readonly Trial[];
  readonly books: Books;
  /** A name below `datasets/profiles`, or a file. */
  readonly profiles: string;
  /** True for the run whose report is committed: everything as the suite has it. */
  readonly committed: boolean;
};

/** What is asked of whom, and who answers. Nothing is asked yet. */
export async function planSmoke(suite: SmokeSuite, flags: RunFlags, effects: Effects): Promise<SmokePlan> {
  const { root, cwd } = effects;
  const datasets = join(root, "datasets");
  const profiles = flags.profile?.endsWith(".json") === true ? resolve(cwd, flags.profile) : flags.profile;
  const [prompts, books, played, recorded] = await Promise.all([
    readPrompts(datasets, suite.prompts),
    readBooks({ ...flags, target: [] }, effects, suite.prices),
    readProfiles(datasets, profiles ?? suite.profiles),
    recordedTargets(root, suite.name),
  ]);
  const targets = played.profiles.map(({ target }) => target);
  const chosen = choose(flags.profile !== undefined && flags.mode === "auto" ? "simulate" : flags.mode, flags.target, {
    suite: suite.name,
    usual: flags.profile === undefined ? suite.targets : targets,
    played: targets,
    recorded,
    book: books.book,
    day: books.day,
  });
  const { lang, limit, repeat } = flags;
  return {
    ...chosen,
    trials: trialsOf({
      suite,
      targets: chosen.targets,
      prompts,
      ...(lang === undefined ? {} : { langs: [lang] }),
      limit,
      repeat,
    }),
    books,
    profiles: profiles ?? suite.profiles,
    committed: chosen.mode === "replay" && asCommitted(flags),
  };
}

const asCommitted = ({ target, lang, limit, repeat, prices, price, asOf }: RunFlags): boolean =>
  target.length === 0 &&
  price.length === 0 &&
  [lang, limit, repeat, prices, asOf].every((value) => value === undefined);

import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { readProfiles } from "../../dataset/profiles.ts";
import type { AskingSuite } from "../../domain/suite.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import type { Effects } from "../effects.ts";
import { type Books, readBooks } from "../read-books.ts";
import type { RunFlags } from "../run-flags.ts";
import { recordedSalt } from "../runs/salt.ts";
import { type Chosen, choose } from "../trials/choose.ts";
import { coverage } from "../trials/coverage.ts";
import type { ReadRecording } from "../trials/read-recording.ts";
import { planOf } from "./cases.ts";
import type { SuiteCases } from "./suite-cases.ts";

export type AskingPlan = Chosen & {
  /** @param salt what the numbers of a suite with `nonce` are made from */
  readonly trialsWith: (salt: string) => TrialPlan;
  readonly graded: SuiteCases["graded"];
  readonly known: SuiteCases["known"];
  /** Of the order of asking, of waits, and of the simulator. */
  readonly seed: number;
  /** SHA-256 of what is asked, whichever targets and cases are chosen of it. */
  readonly questions: string;
  readonly books: Books;
  /** A name below `datasets/profiles`, or a file. */
  readonly profiles: string;
  /** The same as it was typed. */
  readonly shownProfiles: string;
  /** Recordings that were read already. */
  readonly recordings: ReadonlyMap<string, ReadRecording>;
  /** Targets whose recordings have only a part of what is asked. */
  readonly passedOver: readonly string[];
  /** True for the run whose report is committed: everything as the suite has it. */
  readonly committed: boolean;
};

/** What is asked of whom, and who answers. Nothing is asked yet. */
export async function planAsking(
  suite: AskingSuite,
  cases: SuiteCases,
  flags: RunFlags,
  effects: Effects,
): Promise<AskingPlan> {
  const { root, cwd } = effects;
  const datasets = join(root, "datasets");
  const profiles = flags.profile?.endsWith(".json") === true ? resolve(cwd, flags.profile) : flags.profile;
  const [books, played] = await Promise.all([
    readBooks({ ...flags, target: [] }, effects, suite.prices),
    readProfiles(datasets, profiles ?? suite.profiles),
  ]);
  const { limit, repeat, trials } = flags;
  const seed = flags.seed ?? suite.seed;
  const trialsFor = (chosen: readonly string[], salt: string): TrialPlan =>
    planOf(suite, cases, chosen, { limit, repeat, trials, salt });
  const replayable = flags.profile === undefined && ["auto", "replay"].includes(flags.mode);
  const recorded = replayable
    ? await coverage(root, suite.name, (target) => trialsFor([target], recordedSalt(seed)))
    : [];
  const targets = played.profiles.map(({ target }) => target);
  const chosen = choose(flags.profile !== undefined && flags.mode === "auto" ? "simulate" : flags.mode, flags.target, {
    suite: suite.name,
    usual: flags.profile === undefined ? suite.targets : targets,
    played: targets,
    recorded,
    book: books.book,
    day: books.day,
  });
  cases.refuse?.(chosen.targets);
  return {
    ...chosen,
    graded: cases.graded,
    known: cases.known,
    trialsWith: (salt) => trialsFor(chosen.targets, salt),
    seed,
    questions: createHash("sha256").update(JSON.stringify(cases.content)).digest("hex"),
    recordings: new Map(recorded.flatMap(({ target, read }) => (read === undefined ? [] : [[target, read] as const]))),
    passedOver: (flags.mode === "auto" ? recorded : []).flatMap(({ target, whole }) => (whole ? [] : [target])),
    books,
    profiles: profiles ?? suite.profiles,
    shownProfiles: flags.profile ?? suite.profiles,
    committed: chosen.mode === "replay" && asCommitted(flags),
  };
}

const asCommitted = ({ target, domain, price, full, ...flags }: RunFlags): boolean =>
  target.length === 0 &&
  price.length === 0 &&
  domain.length === 0 &&
  full !== true &&
  [flags.lang, flags.limit, flags.repeat, flags.trials, flags.seed, flags.prices, flags.asOf].every(
    (value) => value === undefined,
  );

import type { Calibration } from "../../domain/health.ts";
import type { ClientHealth } from "../../measure/latency/health.ts";
import { fixed } from "../format.ts";
import { count, langsOf } from "../names.en.ts";
import { allSimulated, profileFile } from "../run-facts.ts";
import { floorOf, type LatencyFacts } from "./facts.ts";
import type { LatencyWording } from "./wording.ts";

export const method: LatencyWording["method"] = (facts) => {
  const { prompts, load, nonce, langs } = facts;
  const rate = load?.rate === undefined ? "" : `, begun at ${load.rate} a second (${load.arrival ?? "constant"})`;
  const most =
    load === undefined
      ? "how many at a time, the recordings do not say"
      : `at most ${fixed(load.concurrency, 0)} at a time to a provider${rate}`;
  const order =
    langs.length > 1
      ? "in random order, the two languages of a prompt after each other and Korean first as often as not"
      : "in random order";
  return [
    `Asked: ${count(prompts, "prompt")} in ${langsOf(facts)}, ${order}; ${most}.`,
    `Sent by the vendors' own SDKs with their retries switched off: every attempt is one call, and every retry is ours and counted.`,
    nonce
      ? "Every question began with a number of its own, in both languages alike, so that no prompt cache knew it."
      : "Questions began alike: a vendor's prompt cache may have known them. Those that read from it, by their usage, stand apart.",
  ];
};

export const errors: LatencyWording["errors"] = (facts) => [...timed(facts), ...changed(facts)];

function timed(facts: LatencyFacts): string[] {
  const { grade, health, calibration, profiles, recordings } = facts;
  if (grade === undefined) return [];
  if (health !== undefined) return [healthLine(health), calibrationLine(calibration)];
  switch (grade.evidence) {
    case "simulated":
      if (allSimulated(facts) && recordings !== undefined) {
        return [
          `Nothing was timed now: the times are those of recordings of the simulator's server, which followed the profile \`${profileFile(profiles)}\`. The error of timing that server, of about a millisecond, is in them.`,
        ];
      }
      return [
        allSimulated(facts)
          ? `Nothing was timed here: the times are those that the profile \`${profileFile(profiles)}\` gave, so that there is no error of measuring.`
          : `The simulated times are those that the profile \`${profileFile(profiles)}\` gave; nothing of them was timed.`,
      ];
    case "recorded":
      return [
        "Nothing was timed here: the times are those of the recording, with the error of the machine that made it.",
      ];
    case "live":
      return [
        "How this machine fared while it timed was not written down: whether it was late itself is not known.",
        calibrationLine(calibration),
      ];
  }
}

function healthLine(health: ClientHealth): string {
  const { processes, windows, late, lateTrials, trials, limited } = health;
  return (
    `This machine while it timed (${count(processes, "process")}): late in ${fixed(late, 0)} of ${count(windows, "window")} of a second, with ${fixed(lateTrials, 0)} of ${count(trials, "request")} under way in them. ` +
    `${limited ? "That is more than a hundredth: the run was limited by its client." : "That is at most a hundredth of all; which targets they are of stands in the table below."} ` +
    `Late: the event loop was at work for more than half of the time, or timers were more than 3 ms late. At worst: a timer ${fixed(health.worstDelayMs, 1)} ms late, ${fixed(health.mostUtilisation * 100, 0)} % at work, load ${fixed(health.mostLoad, 1)} on ${count(health.cores, "core")}, ${count(health.mostSockets, "socket")}; ${fixed(health.gcMs, 0)} ms went into collecting garbage.`
  );
}

function calibrationLine(calibration: Calibration | undefined): string {
  if (calibration === undefined) {
    return "This machine was never calibrated: what it adds to a time itself is not known. `npm run eval -- calibrate` finds out.";
  }
  const floor = floorOf(calibration);
  const { day, processor, cores, node, knee } = calibration;
  return (
    `Calibrated on ${day} against a server of its own (${processor}, ${count(cores, "core")}, Node ${node}): with ${count(floor.streams, "stream")} it adds ${fixed(floor.ttft_error_p50_ms, 1)} ms to a TTFT at the median and at most ${fixed(floor.ttft_error_p99_ms, 1)} ms in 99 of 100, and to a gap between chunks ${fixed(floor.chunk_error_p99_ms, 1)} ms (${count(floor.n, "answer")}, the better of two tries where one failed); ` +
    (knee === undefined
      ? "not even one stream was right to 10 ms in 99 of 100."
      : `TTFT is right to 10 ms in 99 of 100 up to ${count(knee, "stream")} in one process.`)
  );
}

/** Targets that were answered by more than one model. */
function changed({ targets }: LatencyFacts): string[] {
  return targets.flatMap(({ target, served }) =>
    served.length < 2
      ? []
      : [
          `\`${target}\` was served by ${served.map((model) => `\`${model}\``).join(" and ")} during the run: their times stand apart.`,
        ],
  );
}

export const definitions: LatencyWording["definitions"] = [
  "TTFT: from the call to the first output, thinking included. TTFVT: to the first visible text. Where a vendor hides its thinking, TTFT holds it too: do not compare TTFT across vendors then.",
  "TTFB: from the call to the first event of any kind, a role or a ping too. E2E: to the last output.",
  "TPOT: (last − first output) ÷ (tokens streamed in between − 1). Tokens/s: 1,000 ÷ TPOT, so that the wait for the first token is not in it; tokens/s from call to end has it, and thinking too. Chunk gap: from one output to the next, and an output is not a token.",
  "Characters/s and bytes/s: visible text, in code points of NFC and in UTF-8, ÷ seconds from the first visible text to the last output.",
  "p50, p90, …: quantiles of type 7. Their intervals take the answers for independent of each other; where a prompt was asked several times they are too narrow.",
  "Times are of answers that hold text, cut-off ones included.",
];

export const notes: LatencyWording["notes"] = (facts) => [
  ...gradeNote(facts),
  ...(facts.log === undefined ? [] : [`Log, with every prompt's answer: \`${facts.log}\`.`]),
  ...(facts.recordings === undefined ? [] : [`Recordings: \`${facts.recordings}\`.`]),
  `To ask a provider, which costs money: set its key and run \`${facts.liveCommand}\`.`,
  `Run \`${facts.run}\`, made by \`${facts.command}\`; every figure is in measurements.csv.`,
];

function gradeNote({ grade, profiles }: LatencyFacts): string[] {
  if (grade === undefined) return [];
  const base = `Grade: \`${grade.evidence}\`, the weakest of ${count(grade.of, "attempt")}.`;
  if (grade.evidence !== "simulated") return [base];
  const of = grade.attempts === grade.of ? "" : " of the simulated ones";
  return [
    `${base} Times, lengths and failures${of} were drawn from the profile \`${profileFile(profiles)}\`, which names the source of each; they were not paid for, and $ has what they would cost.`,
  ];
}

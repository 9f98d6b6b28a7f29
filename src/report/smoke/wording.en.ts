import { profileFile } from "../run-facts.ts";
import type { SmokeFacts } from "./facts.ts";
import type { SmokeWording } from "./wording.ts";

const GRADES = { simulated: "Simulated", recorded: "Recorded", live: "Live" } as const;
const LANGS = { ko: "Korean", en: "English" } as const;

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
const listed = (targets: readonly string[]): string => targets.map((target) => `\`${target}\``).join(", ");
const langsOf = ({ langs }: SmokeFacts): string => langs.map((lang) => LANGS[lang]).join(" and ");

export const english: SmokeWording = {
  locale: "en",
  title: (facts) =>
    `${facts.grade === undefined ? "Nothing asked" : GRADES[facts.grade.evidence]}: smoke test in ${langsOf(facts)}`,
  banner: ({ grade, days = "", profiles }) => {
    if (grade === undefined) return "Nothing was asked: the log holds no attempt of this plan.";
    const all = grade.attempts === grade.of;
    const some = `${grade.attempts} of ${grade.of} attempts`;
    switch (grade.evidence) {
      case "simulated":
        return all
          ? `Simulated: no provider was called. Every figure below follows from the profile \`${profiles}\` and says nothing about a real model.`
          : `Simulated: ${some} came from the simulator. Take no figure below for a measurement.`;
      case "recorded":
        return all
          ? `Recorded: answers of ${days}, replayed from recordings. No provider was called this time.`
          : `Recorded: ${some} came from recordings, the others from live calls (${days}).`;
      case "live":
        return `Live: the providers were called on ${days}.`;
    }
  },
  tableBanner: ({ grade, days = "", profiles, prompts }) => {
    if (grade === undefined) return "Nothing was asked.";
    const few = `${prompts === 1 ? "1 prompt is" : `${prompts} prompts are`} too few to compare targets by.`;
    switch (grade.evidence) {
      case "simulated":
        return grade.attempts === grade.of
          ? `Simulated: made from the profile \`${profiles}\`, not measured.`
          : "Simulated: made in part by the simulator, not to be taken for measurements.";
      case "recorded":
        return `Recorded: ${days}. ${few}`;
      case "live":
        return `Live: ${days}. ${few}`;
    }
  },
  summary: (facts, { complete, otherwise, failed }) => {
    const { targets, asked, planned, grade } = facts;
    if (asked === 0) return `The plan has ${count(planned, "request")}, and none was sent.`;
    const answering = targets.filter(({ answered }) => answered).length;
    const parts = [
      `${complete} got a complete answer`,
      ...(otherwise === 0 ? [] : [`${otherwise} ended otherwise`]),
      `${failed === 0 ? "none" : failed} failed`,
    ];
    const where = grade?.evidence === "simulated" && grade.attempts === grade.of ? "In the simulation, " : "";
    const unasked =
      asked === planned ? "" : ` Not sent: ${planned - asked} of the ${count(planned, "planned request")}.`;
    return `${where}${answering} of ${count(targets.length, "target")} answered: of ${count(asked, "request")} in ${langsOf(facts)}, ${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}.${unasked}`;
  },
  silent: (targets) => `No answer from ${listed(targets)}.`,
  unasked: (targets) => `Never asked: ${listed(targets)}.`,
  targetsHeading: "Targets",
  targetsIntro: ({ langs }) =>
    `${langs.length > 1 ? "Where a cell has two figures, they are Korean / English. " : ""}TTFT and E2E are medians in ms; tokens are means.`,
  failuresHeading: "Failures",
  noFailures: "None.",
  moreFailures: (more) => `And ${more} more, in the log.`,
  failure: (kind, status) => (status === undefined ? kind : `${kind} (${status})`),
  ending: (ending) => ending,
  retries: (retries, seconds) => (seconds === undefined ? String(retries) : `${retries}, ${seconds} s`),
  then: ({ attempts, resolved }) => {
    if (resolved) return attempts === 2 ? "answered after 1 retry" : `answered after ${attempts - 1} retries`;
    return attempts === 1 ? "not asked again" : `failed ${attempts} times`;
  },
  notesHeading: "Notes",
  notes: (facts) => [
    `What this is: ${count(facts.prompts, "short prompt")} in ${langsOf(facts)}, to see whether a target answers at all and whether the whole way from a prompt to a report works.`,
    "What this is not: a measurement of speed, quality or failure rates. A median of so few answers moves with every one of them: it has no interval, and targets should not be compared by it.",
    "Complete: the vendor said that the answer was whole, and it holds text. Ended otherwise: without a failure, but cut off, refused, empty or the like. Failed: no answer, or one that broke off, by class. All are of first attempts.",
    "Retries, wait: how often a failed request was asked again, and how long was waited before that, as the vendor asked or by back-off with full jitter. Waiting is in no latency.",
    "TTFT: from the call to the first output, thinking included. E2E: from the call to the last output. Both over the answers that hold text, cut-off ones included.",
    "Tokens: as the server reported them, with system prompt and chat template; thinking counts as output. The ratio is Σ Korean ÷ Σ English input tokens, on the prompts with usage in both languages.",
    `$: usage × the rates of the price book \`${facts.book}\` on ${facts.day}, for all attempts; a retired model keeps its last price. ≥: at least, since what another attempt cost is not known.`,
    ...gradeNote(facts),
    ...(facts.log === undefined ? [] : [`Log, with every prompt's answer: \`${facts.log}\`.`]),
    ...(facts.recordings === undefined ? [] : [`Recordings: \`${facts.recordings}\`.`]),
    `To ask a provider, which costs money: set its key and run \`${facts.liveCommand}\`.`,
    `Run \`${facts.run}\`, made by \`${facts.command}\`; every figure is in measurements.csv.`,
  ],
  columns: {
    target: "Model",
    asked: "Asked",
    complete: "Complete",
    otherwise: "Ended otherwise",
    failed: "Failed",
    retries: "Retries, wait",
    ttft: "TTFT",
    e2e: "E2E",
    input: "Tokens in",
    ratio: "Ratio",
    output: "Tokens out",
    usd: "$",
    trial: "Request",
    class: "Class",
    then: "In the end",
    message: "Message",
  },
};

function gradeNote({ grade, profiles }: SmokeFacts): string[] {
  if (grade === undefined) return [];
  const base = `Grade: \`${grade.evidence}\`, the weakest of ${count(grade.of, "attempt")}.`;
  if (grade.evidence !== "simulated") return [base];
  const drawn = `were drawn from the profile \`${profileFile(profiles)}\`, which names the source of each`;
  return [
    grade.attempts === grade.of
      ? `${base} Times, lengths and failures ${drawn}; nothing was paid, and $ is what such calls would cost.`
      : `${base} Times, lengths and failures of the simulated ones ${drawn}; they were not paid for, and $ has what they would cost.`,
  ];
}

import type { SmokeFacts } from "./facts.ts";
import type { SmokeWording } from "./wording.ts";

const GRADES = { simulated: "Simulated", recorded: "Recorded", live: "Live" } as const;
const LANGS = { ko: "Korean", en: "English" } as const;

export const english: SmokeWording = {
  locale: "en",
  title: (grade) =>
    `${grade === undefined ? "Nothing asked" : GRADES[grade.evidence]}: smoke test in Korean and English`,
  banner: ({ grade, days = "", profiles }) => {
    if (grade === undefined) return "Nothing was asked: the log holds no attempt of this plan.";
    const all = grade.attempts === grade.of;
    const some = `${grade.attempts} of ${grade.of} attempts`;
    switch (grade.evidence) {
      case "simulated":
        return all
          ? `Simulated: no provider was called. Every figure below follows from the profile \`${profiles}\` and says nothing about a real model.`
          : `Simulated: ${some} were answered by the simulator. Take no figure below for a measurement.`;
      case "recorded":
        return all
          ? `Recorded: answers of ${days}, replayed from recordings. No provider was called this time.`
          : `Recorded: ${some} are replayed from recordings, the others live (${days}).`;
      case "live":
        return `Live: the providers were called on ${days}.`;
    }
  },
  tableBanner: ({ grade, days = "", profiles, prompts }) => {
    if (grade === undefined) return "Nothing was asked.";
    const few = `${prompts} prompts a language are too few to compare targets by.`;
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
  summary: ({ targets, asked, planned, langs, grade }, { complete, otherwise, failed }) => {
    if (asked === 0) return `None of the ${planned} requests of the plan was sent.`;
    const answering = targets.filter(({ answered }) => answered).length;
    const parts = [
      `${complete} were answered in full`,
      ...(otherwise === 0 ? [] : [`${otherwise} ended otherwise`]),
      `${failed === 0 ? "none" : failed} failed`,
    ];
    const where = grade?.evidence === "simulated" ? "In the simulation, " : "";
    const unasked = asked === planned ? "" : ` ${planned - asked} of the ${planned} planned requests were not sent.`;
    return `${where}${answering} of ${targets.length} targets answered: of ${asked} requests in ${langs.map((lang) => LANGS[lang]).join(" and ")}, ${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}.${unasked}`;
  },
  silent: (targets, of) =>
    targets.length === 0 || targets.length === of
      ? undefined
      : `No answer from ${targets.map((target) => `\`${target}\``).join(", ")}.`,
  targetsHeading: "Targets",
  targetsIntro:
    "Where a cell has two figures, they are Korean / English. TTFT and E2E are medians in ms; tokens are means.",
  failuresHeading: "Failures",
  noFailures: "None.",
  moreFailures: (count) => `${count} more are in the log.`,
  failure: (kind) => kind,
  ending: (ending) => ending,
  notesHeading: "Notes",
  notes: (facts) => [
    `What this is: ${facts.prompts} short prompts in each language, to see whether a target answers at all, and the whole way from a prompt to a report.`,
    "What this is not: a measurement of speed, quality or failure rates. A median of so few answers moves with every one of them: there are no intervals, and targets should not be compared by it.",
    "Complete: the vendor said that the answer was whole, and it holds text. Failed: by the class of the failure. All of first attempts.",
    "TTFT: from the call to the first output, thinking included. E2E: from the call to the last output. Both over the answers that hold text, cut-off ones included.",
    "Tokens: as the server told them, with system prompt and chat template; thinking counts as output. The ratio is Σ Korean ÷ Σ English input tokens, on the prompts with usage in both languages.",
    `$: usage × the rates of the price book \`${facts.book}\` on ${facts.day}, for all attempts; a retired model keeps its last price. ≥: another attempt may have cost something that nobody told.`,
    ...gradeNote(facts),
    ...(facts.log === undefined ? [] : [`Log, with every prompt's answer: \`${facts.log}\`.`]),
    ...(facts.recordings === undefined ? [] : [`Recordings: \`${facts.recordings}\`.`]),
    `To ask a provider, which costs money: set its key and run \`${facts.liveCommand}\`.`,
    `Run \`${facts.run}\`. Made again by \`${facts.command}\`; every figure is in measurements.csv.`,
  ],
  columns: {
    target: "Model",
    asked: "Asked",
    complete: "Complete",
    otherwise: "Ended otherwise",
    failed: "Failed",
    ttft: "TTFT",
    e2e: "E2E",
    input: "Tokens in",
    ratio: "Ratio",
    output: "Tokens out",
    usd: "$",
    trial: "Request",
    class: "Class",
    message: "Message",
  },
};

function gradeNote({ grade, profiles }: SmokeFacts): string[] {
  if (grade === undefined) return [];
  const base = `Grade: \`${grade.evidence}\`, the weakest of ${grade.of} attempts.`;
  if (grade.evidence !== "simulated") return [base];
  if (grade.attempts < grade.of) {
    return [
      `${base} What the simulator answered was drawn from the profile \`datasets/profiles/${profiles}.json\`, which names the source of each figure; nothing was paid for it, though $ counts it as if it had been.`,
    ];
  }
  return [
    `${base} Times, lengths and failures were drawn from the profile \`datasets/profiles/${profiles}.json\`, which names the source of each; nothing was paid, and $ is what such calls would cost.`,
  ];
}

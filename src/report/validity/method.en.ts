import { fixed } from "../format.ts";
import { count, langsOf } from "../names.en.ts";
import { profileFile } from "../run-facts.ts";
import type { ValidityFacts } from "./facts.ts";
import type { ValidityMethod } from "./wording.ts";

export const method: ValidityMethod = {
  methodHeading: "How it was asked and graded",
  method: (facts) => {
    const { prompts, tasks, repetitions, langs, cut } = facts;
    const each = repetitions === 1 ? "once" : `${fixed(repetitions, 0)} times`;
    return [
      `Asked: ${count(prompts, "item")} of ${count(tasks.length, "task")} in ${langsOf(facts)}${langs.length > 1 ? ", with the same content in both languages" : ""}; ${cut ? "only a part of the plan (`--limit` or `--trials`), so not every item under every condition or equally often" : `each ${each} under each condition`}.`,
      itemsLine(facts),
      "Sent with the vendors' own SDKs, their retries switched off. A call that failed on its way was made again and is no answer. An answer that was not valid counts as one.",
    ];
  },
  conditionsIntro: "Conditions:",
  gradingIntro: "Grading, step by step:",
  grading: [
    "The text as it came is read as JSON; duplicate keys and broken letters are noted.",
    "If that fails, a code fence is taken off; if that fails too, the first value in the text is taken out. Nothing else is mended.",
    "The value is checked against the schema. Valid at first try is only what was JSON as it came; the rest is repaired at best.",
    "Fields are compared with the expected ones: numbers as numbers (`38,000원` is read), dates as days, texts by their words, lists without an order by what is in them, free text not at all.",
  ],
  definitionsSummary: "What each fault means",
  notesHeading: "Notes",
  notes: (facts) => [
    ...gradeNote(facts),
    "Intervals of shares are Wilson's, on as many independent trials as the repetitions are worth. Those of differences and of figures per success are put together from both sides (MOVER), item by item. The smallest difference that would show is Bloom's (1995); of items asked once it is Connor's (1987), for McNemar's test, which judges them (exact, mid-p).",
    "An answer that is valid need not be right, and the expected answers are ours; items were written for this suite and are not a sample of anybody's traffic.",
    `$: usage × the rates of the price book \`${facts.book}\` on ${facts.day}.`,
    ...(facts.log === undefined ? [] : [`Log, with every answer and its grade: \`${facts.log}\`.`]),
    ...(facts.recordings === undefined ? [] : [`Recordings: \`${facts.recordings}\`.`]),
    `To ask a provider, which costs money: set its key and run \`${facts.liveCommand}\`.`,
    `Run \`${facts.run}\`, made by \`${facts.command}\`; every figure is in measurements.csv.`,
  ],
};

function itemsLine({ full, cut, itemsThere }: ValidityFacts): string {
  if (full) return "These are all items of the tasks.";
  const there = `the ${count(itemsThere, "item")} that there are`;
  const sample = cut
    ? `These are some of ${there}.`
    : `These are a sample of ${there}: one of each task, then the second of each, and so on.`;
  return `${sample} With so few, only large differences show.`;
}

function gradeNote({ grade, profiles }: ValidityFacts): string[] {
  if (grade === undefined) return [];
  const base = `Grade: \`${grade.evidence}\`, the weakest of ${count(grade.of, "attempt")}.`;
  if (grade.evidence !== "simulated") return [base];
  const of = grade.attempts === grade.of ? "" : " of the simulated ones";
  return [
    `${base} Faults, lengths and failures${of} were drawn from the profile \`${profileFile(profiles)}\`, which names the source of each. The calls were not paid for; $ is what they would have cost.`,
  ];
}

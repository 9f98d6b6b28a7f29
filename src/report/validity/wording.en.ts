import type { Retry } from "../../domain/condition.ts";
import { bannerOf, tableBannerOf } from "../banner.en.ts";
import { fixed } from "../format.ts";
import { count, gradeOf, LANGS, langsOf, listed } from "../names.en.ts";
import { charts } from "./charts.en.ts";
import { columns } from "./columns.en.ts";
import type { ValidityFacts } from "./facts.ts";
import { crossedOf, type Judged } from "./lines.ts";
import { method } from "./method.en.ts";
import { overview, summary } from "./summary.en.ts";
import { terms } from "./terms.en.ts";
import type { ValidityWording } from "./wording.ts";

export const english: ValidityWording = {
  ...terms,
  ...method,
  locale: "en",
  title: (facts) => `${gradeOf(facts)}: valid JSON in ${langsOf(facts)}`,
  banner: (facts) => bannerOf(facts, "figure"),
  tableBanner: tableBannerOf,
  overview,
  summary,
  silent: (targets) => `No answer from ${listed(targets)}.`,
  unasked: (targets) => `Never asked: ${listed(targets)}.`,

  tryHeading: "Valid at first try",
  tryIntro:
    "First answers that are JSON as they came and as the schema has it. [ ] is the 95 % interval, in which the repetitions of an item count together: they are more alike than answers to different items. There is none below 20 items. Few failing items make it wider: they alone tell how much items differ. Where all answers are valid, or none, nothing tells how alike repetitions are, and every item counts once: 60 of 60 can then have a lower limit below that of 59 of 60. A model that was not asked so, or gave no answer, has — here and no line in the tables below.",
  differenceHeading: "Korean against English",
  differenceIntro: (judged) =>
    `Korean − English on the same items, in points. ${verdictsMean(judged)} How large a difference must be for so many items to show it in four of five runs stands beside it.${byChance(judged)}`,
  oneLanguage: (lang) => `Only ${LANGS[lang]} was asked: there is nothing to compare.`,
  atFirst: "at first try",
  inTheEnd: (way) => `in the end: ${way}`,
  effectHeading: "What a change does",
  effectIntro: (judged) =>
    `Valid at first try under each condition − under prompt, on the same items in the same language. One thing is changed at a time. ${verdictsMean(judged)}${byChance(judged)}`,
  ladderHeading: "From JSON to a right answer",
  ladderIntro:
    "Shares of first answers, but for fields: those are of all fields in answers where a value was found, valid or not. Repaired: valid only once a fence or words around it are taken off, on top of those valid at first try; never counted as valid. All right: valid, with every field right. Intervals are in measurements.csv.",

  faultsHeading: "How answers fail",
  faultsIntro: (facts) =>
    `First answers that were not valid, by the fault that decided that: the first one on the way from text to value.${onlyCrossed(facts)}${facts.langs.length > 1 ? " Where a cell has two figures, they are Korean / English." : ""}`,
  noFaults: "Every first answer was valid.",
  firstAnswers: "First answers",
  faultsByCondition: "Faults by condition",
  examplesSummary: "Examples of the faults",
  examplesIntro: "Parts of answers that were not valid, on one line, without phone numbers and mail addresses.",
  emptyText: "nothing at all",

  retryHeading: "Asking again",
  retryIntro: ({ answers, retries, others }) =>
    `After a first answer to prompt that was not valid, up to ${count(answers, "answer")} in all. Every way follows the same first answers. ${retries.map((way) => wayMeans(way, others)).join(" ")} Where the API broke off some trials of a way, its figures are of those that are known; the interval of its share allows for all the others being not valid, and for all being valid. Per success: of all answers, those that were not valid included, ÷ trials that ended valid. Attempts that the API failed are not counted, though a vendor may bill them too. Extra: what came after first answers, over all trials. Tokens and dollars are missing (—) where some usage or price is not known.`,
  articleHeading: "The article's formula",
  articleIntro: ({ name, date }) =>
    `\`${name}\` of ${date} reckons the cost of retries as price × (1 + retry rate) and prints these examples (\`published\`). With a share f of answers failing, each independently of the others, asked again until one is valid and all costing the same, a success costs price ÷ (1 − f): the formula is then off by −f².`,
  independent: (error) => `off by ${error} %`,
  articleMeasured: ({ grade }) =>
    `The same formula on the ${grade?.evidence === "simulated" ? "simulated" : "measured"} first answers: mean dollars of one × (1 + f), beside the dollars per success.${grade?.evidence === "simulated" ? " Simulated figures confirm nothing, whether they agree or not." : ""}`,
  articleReading:
    "Not asked again, the formula is off by exactly −f². Asked again it is off by more where the same items fail again, where the prompt grows with the answer that was not valid and what is wrong with it, and where later answers take more tokens or a higher price; by less, or even too high, where they are cheaper.",
  taskHeading: "By task",
  taskIntro: (few) =>
    `Valid at first try under prompt.${few ? " Tasks with fewer than 20 items have no interval: do not compare them by these figures." : ""}`,
  troubleHeading: "API trouble, and how alike repetitions are",
  troubleIntro:
    "Trials that the API never answered say nothing of the model: they are in no share above. Correlation within items: 1 where all repetitions of an item end alike, 0 where they are no more alike than answers to different items; the higher, the less a repetition adds. It cannot be told (—) of fewer than three repetitions, or where all are valid, or none.",
  charts,
  columns,
};

function verdictsMean({ tested }: Judged): string {
  return tested
    ? "Better or worse: the interval leaves out 0. Of items asked once McNemar's test decides instead (p < 0.05); it can differ from the interval where it is a near thing. No difference shown does not prove that there is none."
    : "Better or worse: the interval leaves out 0. No difference shown: it holds 0, which does not prove that there is none.";
}

const byChance = ({ count: verdicts }: Judged): string =>
  verdicts < 2
    ? ""
    : ` Where nothing differs, about one verdict in twenty still says better or worse; there are ${fixed(verdicts, 0)} here.`;

function onlyCrossed(facts: ValidityFacts): string {
  const crossed = crossedOf(facts);
  if (crossed.length === 0 || crossed.length === facts.conditions.length) return "";
  const names = new Intl.ListFormat("en-GB").format(crossed.map(({ name }) => terms.condition(name)));
  return ` The picture and the first table have only what both languages are asked under (${names}); the table by condition has the rest too.`;
}

function wayMeans(way: Retry, others: ReadonlyMap<string, string>): string {
  const pairs = [...others].map(([target, other]) => `\`${other}\` after \`${target}\``).join(", ");
  const means = {
    again: "the question as it was.",
    message: "the conversation goes on, with the answer that was not valid and what is wrong with it.",
    other: `the question goes to another model of the run${pairs === "" ? "" : `, ${pairs}`}.`,
  };
  const name = terms.way(way);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${means[way]}`;
}

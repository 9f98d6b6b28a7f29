import { bannerOf, tableBannerOf } from "../banner.en.ts";
import { fixed } from "../format.ts";
import { count, gradeOf, LANGS, langsOf, listed } from "../names.en.ts";
import { allSimulated } from "../run-facts.ts";
import { english as smoke } from "../smoke/wording.en.ts";
import { charts } from "./charts.en.ts";
import { columns } from "./columns.en.ts";
import { isLimited, type LatencyFacts } from "./facts.ts";
import { ended, limitsOf } from "./limits.ts";
import { definitions, errors, method, notes } from "./method.en.ts";
import type { LatencyWording, Totals } from "./wording.ts";

export const english: LatencyWording = {
  locale: "en",
  title: (facts) => `${gradeOf(facts)}: latency in ${langsOf(facts)}`,
  banner: (facts) => bannerOf(facts, "time"),
  tableBanner: (facts) =>
    `${tableBannerOf(facts)}${facts.grade !== undefined && isLimited(facts) ? " Limited by its client: see above." : ""}`,
  limited: ({ lateTrials, trials }) =>
    `Limited by its client: this machine was late itself while ${fixed(lateTrials, 0)} of ${count(trials, "request")} were under way. Take no time below for that of a provider; ask fewer at a time, or spread them with \`--processes\`.`,
  limitedRecordings: (targets) =>
    `Limited by its client: the machine that recorded ${listed(targets)} was late itself. Take none of those times for that of a provider; record again on a quiet machine.`,
  summary: (facts, totals) => {
    const { targets, asked, planned } = facts;
    if (asked === 0) return `The plan has ${count(planned, "request")}, and none was sent.`;
    const answering = targets.filter(({ answered }) => answered).length;
    const where = allSimulated(facts) ? "In the simulation, " : "";
    const unasked =
      asked === planned ? "" : ` Not sent: ${fixed(planned - asked, 0)} of the ${count(planned, "planned request")}.`;
    return `${where}${answering} of ${count(targets.length, "target")} answered. Of ${count(asked, "request")} in ${langsOf(facts)}, ${failed(totals)}.${unasked}${found(facts, totals)}`;
  },
  silent: (targets) => `No answer from ${listed(targets)}.`,
  unasked: (targets) => `Never asked: ${listed(targets)}.`,
  lang: (lang) => LANGS[lang],
  targetOf: (target, served) => (served === undefined ? `\`${target}\`` : `\`${target}\`, served by \`${served}\``),
  percent: (text) => `${text} %`,
  perSecond: (text) => `${text}/s`,
  between: (low, high) => `${low} to ${high}`,

  timesHeading: "Times of the answers",
  timesIntro:
    "First attempts that were answered, over an open connection and without a prompt cache; times in ms. Retries and waiting are in none of them. [ ] is the 95 % interval of the median, by order statistics: missing where there are too few answers. There is no p99 below 100 answers, since it would be the largest of them under another name.",
  maxOf: (value, n) => `${value} (max of ${n})`,
  sameAsTtft: "= TTFT",
  coarseNote:
    "† Some of these streams were coarse, with more than four tokens a chunk. How many came with the first chunk is not known, so that TPOT is too short and tokens/s too high, by up to one part in as many as there were chunks.",
  moreTimes: "More times and speeds",

  differenceHeading: "Korean against English",
  differenceIntro: ({ resamples, seed }, judged) =>
    `Korean − English on the same prompts: the mean over prompts, the repetitions of each averaged first. [ ] is the 95 % interval by bootstrap over prompts (${count(resamples, "resample")}, seed ${seed}), given from 20 prompts on. Slower or faster, more or fewer: the interval leaves out 0. No difference shown: it holds 0, which does not prove that there is none.${judged < 2 ? "" : ` Where nothing differs, one such interval in twenty still leaves out 0; there are ${judged} here.`}`,
  oneLanguage: (lang) => `Only ${LANGS[lang]} was asked: there is nothing to compare.`,
  judged: (verdict, of) => {
    switch (verdict) {
      case "more":
        return of === "time" ? ": slower" : ": more";
      case "less":
        return of === "time" ? ": faster" : ": fewer";
      case "not-shown":
        return ": no difference shown";
      case "too-few":
        return ": too few prompts";
    }
  },
  comparable:
    "Tokens/s cannot be compared between languages or tokenizers: a token holds another amount of text in each. Characters/s and bytes/s count the same in both, but a Korean character takes 3 bytes and says more than an English one: fewer of them a second is not yet slower. E2E also depends on how much a model wrote: see the tokens out.",
  tokensSummary: "Tokens and cost",
  tokensIntro: ({ book, day }) =>
    `Means a request, as the server told them, with system prompt and chat template; thinking counts as output. Ratio: Σ Korean ÷ Σ English input tokens on the prompts that told both; the means are of all that told any. $: usage × the rates of the price book \`${book}\` on ${day}, for all attempts; ≥: at least.`,

  charts,

  failuresHeading: "Failures, retries and waiting",
  failuresIntro:
    "Shares of requests: whose first attempt failed, that were asked again, and whose last attempt failed. [ ] is Wilson's 95 % interval, given from 20 requests on. Ended otherwise: first attempts that did not fail, but were cut off, refused, empty or the like.",
  classesIntro: ({ langs }) =>
    `By class of failure, requests and their share${langs.length > 1 ? "; where a cell has two figures, they are Korean / English" : ""}. Asked again counts by the first failure.`,
  failure: (name) => {
    const [kind = name, deadline] = name.split(" ");
    return deadline === undefined ? kind : `${kind} (${deadline})`;
  },
  ending: smoke.ending,
  waitingIntro:
    "What was waited for beside the answers: back-off after a failure, and the queue, from the moment a request was due to the moment it was sent; both are sums in seconds. Response is what a caller waits for in the end: from the moment a request was due to the first output of its last attempt, new connections and prompt caches included. Times in ms.",

  levelsHeading: "Service levels and throughput",
  levelsIntro: (presets) =>
    `${presets === 0 ? "" : "Share of requests that kept every limit of a preset, retries and waiting included, and how many a second did (goodput); a failure is a miss. "}${presets === 0 ? "Throughput is" : "Goodput and throughput are"} of the steady part of the run, without its ramp and its end, and by language: as both shared the time, a target's is their sum. There is none where that part is too short.`,
  slo: (slo) =>
    `${slo.title.en}: ${limitsOf(slo, { chars: (limit) => `at least ${limit} characters/s` })}. Source: ${ended(slo.source.en)}`,

  publishedHeading: "What was published",
  publishedIntro: (facts, { name, date }) => {
    const base = `Ranges as \`${name}\` of ${date} printed them (\`published\`, no method given), beside the medians here.`;
    if (facts.grade?.evidence !== "simulated") return base;
    return facts.profiles === name
      ? `${base} The simulated figures were drawn from that very table: that they agree with it confirms nothing.`
      : `${base} Simulated figures confirm nothing, whether they agree or not.`;
  },
  publishedCell: (text) => `${text} (published)`,
  against: (place) => ({ below: "below", inside: "inside", above: "above" })[place],

  methodHeading: "Method, and the error of measuring",
  method,
  errors,
  conditionsIntro:
    "What stands apart from the times above. Cold: requests that opened a connection of their own. Cached: those that read from a prompt cache. Hidden thinking: answers whose thinking was billed and not streamed, so that TTFT holds it. Coarse: streams of more than four tokens a chunk, by what came apart; their figures per token are marked †.",
  definitionsHeading: "Definitions",
  definitions,
  notesHeading: "Notes",
  notes,
  columns,
};

function failed({ firstFailed, failedInTheEnd }: Totals): string {
  if (firstFailed === 0) return "none failed";
  const first = `the first attempt of ${fixed(firstFailed, 0)} failed`;
  return failedInTheEnd === 0
    ? `${first}, and none in the end`
    : `${first}, and ${fixed(failedInTheEnd, 0)} failed in the end`;
}

/** What the differences show; of a simulation it would be a finding about a draw. */
function found(facts: LatencyFacts, { verdicts }: Totals): string {
  const { grade, langs } = facts;
  if (grade?.evidence === "simulated" || isLimited(facts) || langs.length < 2) return "";
  const of = (wanted: Totals["verdicts"][number]["verdict"]): string[] =>
    verdicts.flatMap(({ target, verdict }) => (verdict === wanted ? [target] : []));
  const parts = [
    ["Korean slower than English on", of("more")],
    ["Korean faster than English on", of("less")],
    ["no difference shown on", of("not-shown")],
    ["too few prompts to tell on", of("too-few")],
  ] as const;
  const said = parts.flatMap(([what, targets]) => (targets.length === 0 ? [] : [`${what} ${listed(targets)}`]));
  return said.length === 0 ? "" : ` To the first token: ${said.join("; ")}.`;
}

import type { CostWording } from "./wording.ts";

const SERVICES = { standard: "standard", batch: "batch", flex: "flex", priority: "priority", fast: "fast" };

export const english: CostWording = {
  locale: "en",
  pick: ({ en }) => en,
  title: "What a month of Korean traffic costs",
  headline: (day, cheapest) => {
    const sure = cheapest.every(({ exact }) => exact);
    const counted = cheapest.some(({ live }) => live)
      ? "model with counted tokens"
      : "model with a tokenizer that can be run";
    const what = `${sure ? counted : "model"}${cheapest.every(({ lasting }) => lasting) ? `${sure ? " and" : " with"} no announced end` : ""}`;
    const one = new Set(cheapest.map(({ targets }) => targets.join(", "))).size === 1;
    const months = cheapest.map(
      ({ title, targets, usd }) => `${title.en} $${usd}${one ? "" : ` on ${targets.join(", ")}`}`,
    );
    return one
      ? `At the prices of ${day}, ${cheapest[0]?.targets.join(", ") ?? ""} is the cheapest ${what}${cheapest.length === 1 ? "" : " in every scenario"}: ${months.join(", ")} a month.`
      : `At the prices of ${day}, the cheapest ${what}: ${months.join(", ")} a month.`;
  },
  maybe: (cheapest) => {
    const names = [...new Set(cheapest.flatMap(({ maybe }) => maybe))];
    return names.length === 0
      ? undefined
      : `Possibly cheaper: ${names.map((target) => `\`${target}\``).join(", ")}. No tokenizer is public there, so the tokens are an assumed range.`;
  },
  asked: (cache, service, resident, uncached) => {
    const parts = [
      cache === "off" ? undefined : `caching: ${cache}`,
      service === "standard" ? undefined : `service: ${SERVICES[service]}`,
      resident ? "data residency" : undefined,
    ].filter((part) => part !== undefined);
    return parts.length === 0
      ? undefined
      : `Conditions: ${parts.join("; ")}.${service === "standard" && !resident ? "" : " Models not offered this way are left out."}${cache === "off" || uncached.length === 0 ? "" : ` Caching changes nothing for ${uncached.map(({ en }) => lower(en)).join(", ")}: nothing recurs there.`}`;
  },
  exactShare: ({ exact, live, all, checked }) =>
    `Of the ${all} models priced here, ${exact} are computed with their own tokenizer, run offline${live === 0 ? "" : `, ${live} with what their vendor's own endpoint counted`}${exact + live === all ? "" : "; the others are ranges, of their tokens where no tokenizer is public, or of what a cache takes where its minimum is not known"}. ${live === 0 ? "No API was called." : "No API was called for this report."} Most prices were last read at a source on ${checked}.`,
  notCounted:
    "Quality is not compared, and answers are as long as the scenario says: thinking tokens, which reasoning models bill as output, answers of other lengths, and failed calls come on top. Agent loops, tool descriptions and per-document instructions are not counted either.",
  summaryHeading: "The newest models",
  summaryIntro:
    "Dollars a month on the newest model of every family that is neither deprecated nor superseded, cheapest first for the first scenario. † marks an announced price change.",
  history: ({ scenario, times, target, printed, sent }) =>
    `A chat API remembers nothing, so every call resends the history and the system prompt. On the January article's own token counts this makes the input of the ${lower(scenario.en)} ${times} times what the article counted, and ${target} $${sent} a month instead of $${printed}. The tables below start from Korean characters and differ slightly.`,
  article: (title, date) =>
    `“The article” is “${title.en}” of ${date}, whose scenarios these are; all its figures are checked in the [article-claims report](../article-claims/report.md).`,
  articleHeading: "The article's models",
  articleIntro: (then, day, offThen, answering, of) =>
    `Of the ${of} models that the article of ${then} prices, ${offThen} could no longer be called on that day, and ${answering.length} can be on ${day}${answering.length === 0 ? "" : ` (${answering.map((target) => `\`${target}\``).join(", ")})`}. Prices are dollars per million tokens, input / output; for a model that is gone, today's price is that of its replacement.`,
  againstHeading: "The article's months against today",
  againstIntro:
    "Dollars a month: by the article's method and printed prices → with the history resent, at the actual prices of that day (left out where equal) → at today's prices. The first two use the article's token counts for every model; the last counts the same text in the tokens of the model, or of its replacement, so it can differ even where the price has not changed. Models for which the article prints no month are computed the same way.",
  state: (state, ends) =>
    ({
      unreleased: "not released yet",
      active: ends === undefined ? "active" : `active, off from ${ends}`,
      legacy: ends === undefined ? "active, superseded" : `superseded, off from ${ends}`,
      deprecated: ends === undefined ? "deprecated" : `deprecated, off from ${ends}`,
      redirected: `another model answers since ${ends ?? "—"}`,
      off: ends === undefined ? "off" : `off since ${ends}`,
    })[state],
  answered: "could be called",
  tooSmall: (title, targets) =>
    `Left out of ${lower(title.en)}, because its longest call or answer is beyond their limits: ${targets.join(", ")}.`,
  unchanged: "same",
  content: ({ perDay, unit, days, turns, system, user, reply, resent }) =>
    `${perDay} ${unit} a day on ${days} days a month${turns === 1 ? "" : `, ${turns} turns each`}. Korean characters: ${system === undefined ? "" : `system prompt ${system}, `}${turns === 1 ? `input ${user}, answer ${reply}` : `each question ${user}, each answer ${reply}`}.${turns === 1 ? "" : resent ? " Every call carries the system prompt and all turns before it." : " Turns do not resend the turns before them."}`,
  basis: (text) => `Where the figures come from: ${text}`,
  printedLeavesOut: (what) => `The article's own count leaves out: ${what.join("; ")}.`,
  leavesOut: (what) => `Not counted here either: ${what.join("; ")}.`,
  allTargets: (count) => `All ${count} models`,
  chartTitle: (title) => `Cost per month: ${title}`,
  chartAxis: "US dollars a month, log scale",
  chartExact: "own tokenizer",
  chartAssumed: "assumed range of tokens",
  chartAlt: (title) => `Cost of a month by model: ${title}`,
  variantsHeading: "What caching and batch change",
  cachingIntro: (title, reason) =>
    `${title}, dollars a month on the newest model of every family: without caching; with the history of the same conversation read from the cache; and with the system prompt kept in the cache by other conversations too. ${reason} Hits between conversations follow from the cache lifetime that the vendor guarantees; without a guarantee, none are assumed. A prefix shorter than a model's minimum is not cached; where that minimum is not known, the range spans the vendor's least and greatest. Cache writes are included where they are charged.`,
  batchIntro: (titles) =>
    `If results can wait up to a day, batch halves the price: ${titles.join("; ")}. Every month with batch is in measurements.csv.`,
  classesHeading: "Flagships and light models",
  classesIntro: (days) =>
    `The article's table of section 1-4 for ${days.join(" and for ")}: of every family the newest model that is neither deprecated nor superseded, dollars per million tokens, input / output. The classes are ours: terra and luna, haiku, and flash count as light.`,
  className: (name) => ({ flagship: "Flagship", light: "Light", reasoning: "Reasoning", local: "Local" })[name],
  aheadHeading: "Announced changes",
  aheadIntro: (day) => `Changes of price and ends of models that the price book knows of, from ${day} on.`,
  priceFrom: (price) => `price becomes ${price}`,
  ends: (heir) => (heir === undefined ? "no longer answers" : `no longer answers; replacement: \`${heir}\``),
  answeredBy: (heir) => `its name is answered by \`${heir}\`, at that model's price`,
  pricesHeading: "Prices used",
  pricesIntro: (book, day) =>
    `Dollars per million tokens, standard service, from the price book \`${book}\` on ${day}; prices of long prompts, caches, services and regions are in datasets/prices/ and \`npm run eval -- prices show TARGET\`.`,
  allPrices: (count) => `${count} prices with their sources`,
  perCharsHeading: "Per million Korean characters",
  perCharsIntro: "Dollars for a million Korean characters of all kinds, read and written.",
  until: (day) => `off from ${day}`,
  handedOn: (day, heir) => `from ${day} answered by ${heir}`,
  mayEnd: (day) => `may be retired any day after ${day}`,
  superseded: "superseded",
  thirdParty: "by a third party's post, to be confirmed",
  soon: "†",
  chartNote: (day) => `prices of ${day}; models with an announced end left out`,
  perMillion: (side) => (side === "input" ? "$ in" : "$ out"),
  evidence: { exact: "own tokenizer", live: "vendor's count", assumed: "assumed" },
  methodHeading: "Method",
  method: ({ dataset, sha256, book, day, won, wonGiven, checked, leftOut, live, run, command }) => [
    `Text becomes tokens by each model's tokens per Korean character for that kind of text, measured on the pairs \`${dataset}\` (sha256 \`${sha256}\`) as in the korean-tokens report: an average of our texts, not a vendor's own count, and without the few tokens that a chat template adds. Where the tokenizer is not public, the assumed range of datasets/assumptions.json is used, widened by how much that kind of text differs from the average on the tokenizers that can be run.`,
    "Each call of a conversation is billed on its own: buckets of tokens × the rate of the day, the service and the prompt's length, in exact decimals. Where tokens are a range, the cost is its least and most.",
    "A rank runs from one more than the models that are surely cheaper to one more than those that may be; models with a known end are counted too. Models that share a tokenizer are compared at the same number of tokens.",
    "Ranges are assumptions. For single figures the 95 % sampling interval is in measurements.csv.",
    `Prices: book \`${book}\` as of ${day}; most were last read on ${checked} (see “Checked” above). Taxes and card fees are not included. ${wonGiven === undefined ? `Won: ${won} for a dollar, an assumed range; give today's with --krw RATE@DAY.` : `Won: ${won} for a dollar${wonGiven}.`}`,
    ...(live.length === 0
      ? []
      : [
          `Counted by the vendor's own endpoint, graded live: ${live.map(({ tokenizer, model, recorded }) => `${tokenizer} on ${model}, ${recorded}`).join("; ")}. One model stands for all that share its tokenizer.`,
        ]),
    ...(leftOut.length === 0
      ? []
      : [`No tokenizer is known for ${leftOut.join(", ")}: they have a price and no cost.`]),
    `Run \`${run}\`. Made again by \`${command}\`; every figure is in measurements.csv.`,
  ],
  wrote: (count, folder) => `Wrote ${count} files to ${folder}/`,
  next: "Next: open report.md there; your own traffic: `npm run eval -- cost --per-day 200 --user-chars 900 --reply-chars 400`.",
  columns: {
    target: "Model",
    input: "M tokens in",
    output: "M tokens out",
    usd: "$ a month",
    krw: "₩ a month",
    rank: "Rank",
    evidence: "Token basis",
    note: "Note",
    off: "no cache",
    turns: "history cached",
    all: "plus shared system prompt",
    printed: "Printed",
    record: "Record then",
    then: "State then",
    today: "State today",
    heir: "Price today (model)",
    vendor: "Class",
    price: "Input / output",
    since: "since",
    sources: "Sources",
    checked: "Checked",
    day: "Day",
    change: "Change",
  },
};

const lower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

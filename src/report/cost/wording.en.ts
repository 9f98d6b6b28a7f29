import type { CostWording } from "./wording.ts";

const SERVICES = { standard: "standard", batch: "batch", flex: "flex", priority: "priority", fast: "fast" };

export const english: CostWording = {
  locale: "en",
  pick: ({ en }) => en,
  title: "What a month of Korean traffic costs",
  headline: (day, cheapest) => {
    const sure = cheapest.every(({ exact }) => exact);
    const one = new Set(cheapest.map(({ target }) => target)).size === 1;
    const months = cheapest.map(({ title, target, usd }) => `${title.en} $${usd}${one ? "" : ` on ${target}`}`);
    return `The cheapest month at the prices of ${day}, among targets ${sure ? "that are counted exactly and" : "that"} have no known end: ${months.join(", ")}${one ? `, ${cheapest.length === 1 ? "" : "all "}on ${cheapest[0]?.target ?? ""}` : ""}.`;
  },
  maybe: (cheapest) => {
    const names = [...new Set(cheapest.flatMap(({ maybe }) => maybe))];
    return names.length === 0
      ? undefined
      : `Maybe cheaper: ${names.map((target) => `\`${target}\``).join(", ")}. Tokens are only a range where the tokenizer cannot be asked.`;
  },
  asked: (cache, service, resident) => {
    const parts = [
      cache === "off" ? undefined : `caching: ${cache}`,
      service === "standard" ? undefined : `service: ${SERVICES[service]}`,
      resident ? "data residency" : undefined,
    ].filter((part) => part !== undefined);
    return parts.length === 0
      ? undefined
      : `Asked for: ${parts.join("; ")}. Targets that do not sell that are left out.`;
  },
  exactShare: (exact, all) =>
    `${exact} of ${all} active targets are counted exactly, with their own tokenizer; the others are assumed ranges.`,
  notCounted:
    "Quality is not compared here, and output is as long as the scenario says: thinking tokens, which reasoning models bill as output, answers of other lengths, and failed calls come on top.",
  history: ({ scenario, times, target, printed, sent }) =>
    `A chat API remembers nothing: with its history and system prompt resent, the ${lower(scenario.en)} sends ${times} times the input that the article of January counted, and ${target} costs $${sent} instead of $${printed}.`,
  articleHeading: "The article's models",
  articleIntro: (then, day, offThen, answering, of) =>
    `Of the ${of} models that the article of ${then} prices, ${offThen} could no longer be called on that day, and ${answering.length} can be on ${day}${answering.length === 0 ? "" : ` (${answering.map((target) => `\`${target}\``).join(", ")})`}. Prices are dollars per million tokens, input / output.`,
  againstHeading: "The article's months against today",
  againstIntro:
    "Dollars a month: as the article computes them → as billed, with the history resent, at the prices of that day → today, the content counted in the tokens of the target, or of what replaces it.",
  state: (state, ends) =>
    ({
      unreleased: "not released yet",
      active: ends === undefined ? "active" : `active until ${ends}`,
      legacy: ends === undefined ? "active, superseded" : `superseded, until ${ends}`,
      deprecated: ends === undefined ? "deprecated" : `deprecated, until ${ends}`,
      redirected: `another model answers since ${ends ?? "—"}`,
      off: ends === undefined ? "off" : `off since ${ends}`,
    })[state],
  unchanged: "same",
  content: ({ perDay, unit, days, turns, system, user, reply, resent }) =>
    `${perDay} ${unit} a day on ${days} days a month${turns === 1 ? "" : `, ${turns} turns each`}. Korean characters: ${system === undefined ? "" : `system prompt ${system}, `}question or document ${user}, answer ${reply}.${turns === 1 ? "" : resent ? " Every call carries the system prompt and all turns before it." : " Turns do not resend the turns before them."}`,
  basis: (text) => `Where the figures come from: ${text}`,
  printedLeavesOut: (what) => `The article's own count leaves out: ${what.join("; ")}.`,
  leavesOut: (what) => `Left out here too: ${what.join("; ")}.`,
  allTargets: (count) => `All ${count} targets`,
  chartTitle: (title) => `A month: ${title}`,
  chartAxis: "US dollars a month, log scale",
  chartExact: "counted exactly",
  chartAssumed: "assumed range of tokens",
  chartAlt: (title) => `Cost of a month on every target without a known end: ${title}`,
  variantsHeading: "What caching and batch change",
  cachingIntro: (title, reason) =>
    `${title}, dollars a month on the newest models: without caching; with the turns of a conversation read from the cache; and with the system prompt kept alive by other conversations too. ${reason} Between conversations hits follow from the vendor's promised lifetime, and are none where nothing is promised. A prefix below a model's minimum is never cached; writes are billed where they cost.`,
  batchIntro: (title) => `${title}, dollars a month: at once, or within a day by batch.`,
  classesHeading: "Flagships and light models",
  classesIntro: (days) =>
    `The article's table of section 1-4 for ${days.join(" and for ")}: of every family the newest model that is neither deprecated nor superseded, dollars per million tokens, input / output. The classes are ours: terra and luna, haiku, and flash count as light.`,
  className: (name) => ({ flagship: "Flagship", light: "Light", reasoning: "Reasoning", local: "Local" })[name],
  aheadHeading: "What is announced",
  aheadIntro: (day) => `Changes of price and ends of models that the price book knows of, from ${day} on.`,
  priceFrom: (price) => `price becomes ${price}`,
  ends: (heir) => (heir === undefined ? "ends" : `ends; the vendor names \`${heir}\` in its place`),
  answeredBy: (heir) => `its name is answered by \`${heir}\`, at that model's price`,
  pricesHeading: "Prices used",
  pricesIntro: (book, day) =>
    `Dollars per million tokens, standard service, from the price book \`${book}\` on ${day}; prices of long prompts, caches, services and regions are in datasets/prices/ and \`npm run eval -- prices show TARGET\`.`,
  allPrices: (count) => `${count} prices with their sources`,
  perCharsHeading: "Per million Korean characters",
  perCharsIntro: "Dollars for a million Korean characters of all kinds, read and written.",
  until: (day) => `until ${day}`,
  evidence: { exact: "exact", assumed: "assumed" },
  methodHeading: "Method",
  method: ({ dataset, sha256, book, day, won, wonGiven, leftOut, run, command }) => [
    `Content becomes tokens by each target's own tokens per Korean character for that kind of text, measured on the pairs \`${dataset}\` (sha256 \`${sha256}\`) as in the korean-tokens report; where the tokenizer is not public, by the assumed range of datasets/assumptions.json, widened by how far that kind of text lies from all kinds on the tokenizers that can be counted.`,
    "Each call of a conversation is billed on its own: buckets of tokens × the rate of the day, the service and the prompt's length, in exact decimals. Where tokens are a range, the cost is its least and most; ranks count who is surely and who is possibly cheaper.",
    "A range is assumed; what the sampling of texts leaves open around a figure (95 %) is in measurements.csv.",
    `Prices: book \`${book}\` on ${day}. ${wonGiven === undefined ? `Won: ${won} for a dollar, an assumed range; give today's with --krw RATE@DAY.` : `Won: ${won} for a dollar${wonGiven}.`}`,
    ...(leftOut.length === 0
      ? []
      : [`No tokenizer is known for ${leftOut.join(", ")}: they have a price and no cost.`]),
    `Run \`${run}\`. Made again by \`${command}\`; every figure is in measurements.csv.`,
  ],
  wrote: (count, folder) => `Wrote ${count} files to ${folder}/`,
  next: "Next: open report.md there; your own traffic: `npm run eval -- cost --per-day 200 --user-chars 900 --reply-chars 400`.",
  columns: {
    target: "Target",
    input: "M tokens in",
    output: "M tokens out",
    usd: "$ a month",
    krw: "₩ a month",
    rank: "Rank",
    evidence: "Tokens",
    note: "Note",
    off: "no cache",
    turns: "turns cached",
    all: "system prompt shared too",
    standard: "at once",
    batch: "batch",
    printed: "Printed",
    record: "Record then",
    then: "State then",
    today: "State today",
    heir: "Today's price",
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

import type { Wording } from "./wording.ts";

const DOMAINS = new Map(
  Object.entries({
    all: "All domains",
    greeting: "Greetings",
    support: "Support chat",
    tech: "Technical documents",
    legal: "Contract clauses",
    contract: "Contract pages",
    fiction: "Fiction passages",
    chapter: "Fiction chapters",
    coding: "Coding help",
    classification: "Classification",
    summary: "Summaries",
    extraction: "Structured extraction",
    reasoning: "Reasoning and maths",
    creative: "Creative writing",
    marketing: "Product copy",
    unlabelled: "No domain given",
  }),
);

const list = new Intl.ListFormat("en", { style: "long", type: "conjunction" });

export const english: Wording = {
  locale: "en",
  title: "What Korean costs in tokens",
  percent: (text) => `${text} %`,
  domain: (name) => DOMAINS.get(name) ?? name,
  family: ({ title }) => title,
  tokenizer: ({ id, title }) => `${id} (${title})`,
  headline: (ratios) =>
    `The same content takes ${list.format(ratios.map(({ tokenizer, ratio, interval }, i) => `${ratio} times${interval}${i === 0 ? " as many tokens in Korean as in English" : ""} on ${tokenizer}`))}.`,
  variation: ({ tokenizer, domains, outside, perChar, perCharDomains, perCharOutside }) =>
    `The ratio depends on the text: on ${tokenizer} ${domains} between the kinds of text here${outside === undefined ? "" : `, ${outside} on public texts of other kinds`}. ` +
    `The bill follows tokens per Korean character: ${perChar} over all, ${perCharDomains} between the kinds of text here${perCharOutside === undefined ? "" : `, ${perCharOutside} on public texts`}. Budget by the Korean characters of your kind of text, not by English tokens.`,
  coverage: ({ exact, live, active, unknown }) =>
    active === 0
      ? ""
      : `${exact} of ${active} active targets are counted exactly, with their own tokenizer.${live === 0 ? "" : ` ${live} more ${live === 1 ? "is" : "are"} counted live, by the vendor's own endpoint.`}${unknown.length === 0 ? "" : ` The others (${unknown.join("; ")}) are assumed ranges, because their tokenizer cannot be run here.`}`,
  cheapest: ({ target, live, input, output, maybe, ending }) =>
    `Of the targets that are counted ${live ? "exactly or live" : "exactly"} and have no known end, \`${target}\` is the cheapest for Korean: $${input} for a million characters of input and $${output} for a million of output.` +
    (maybe.length === 0
      ? ""
      : ` ${list.format(maybe.map((other) => `\`${other}\``))} may be cheaper, but cannot be counted yet.`) +
    (ending.length === 0
      ? ""
      : ` Cheaper but ending: ${list.format(ending.map((other) => `\`${other.target}\` (${other.day})`))}.`) +
    " Quality is not compared here.",

  ratioHeading: "How many more tokens Korean takes",
  ratioIntro: (spans) =>
    `Korean tokens ÷ English tokens on the same pairs; 1 means that Korean takes no more tokens than English. [ ] is the 95 % interval: how far the figure would move with other texts of the same kind. It is given where there are at least 20 documents; † marks fewer than 40, where it is a little too narrow. ${spans}`,
  spans: (spans) =>
    spans.length === 0
      ? ""
      : `Lowest and highest of the kinds of text here: ${spans.join(", ")}. The rule of thumb that this project set out to check was 1.5–2 for everything.`,
  outside: (corpora) =>
    `The last rows are outside checks on public texts of other kinds: ${corpora.map(({ title, about }) => `${title} (${about})`).join("; ")}.`,
  ratioAlt: "Korean to English token ratio per domain and tokenizer, with intervals",
  ratioChart: {
    title: "Korean tokens for one English token, same content",
    axis: "ratio; line = 95 % interval over documents",
    band: "1.5–2, the rule of thumb that is checked",
    note: (hidden) => `Off the scale: ${hidden}.`,
  },
  allTokenizers: (count) => `All ${count} tokenizers by domain`,

  costHeading: "What Korean text costs",
  costIntro: ({ book, day, won, live }) =>
    `Cost of a million Korean characters of input and of output: tokens per Korean character × price per million tokens, from the book \`${book}\` on ${day}, standard tier, no cache, ${won} won for a dollar. It compares the same amount of visible text: a model that answers at greater length, or bills hidden reasoning, costs more. ` +
    `Where dollars are a range, the target's tokenizer cannot be run here; and because others are ranges, the place of a target that is counted exactly may be a range too. “exact” is counted with the target's own tokenizer, ${live ? "“live” by its vendor's own count endpoint, on one model for all that share its tokenizer, " : ""}“assumed” is a stated range. Places are by a million characters of input plus a million of output (by cost) and by input plus output price per token (by price); targets of one price share the places that they fill. The first table holds the cheapest targets with no known end.`,
  noTargets: (book, day) => `No target that was asked for answers on ${day} at a price of the book \`${book}\`.`,
  costAlt: "Dollars for a million Korean characters of input and a million of output, per target",
  costChart: {
    title: "A million Korean characters in + a million out",
    axis: "US dollars, logarithmic",
    exact: "exact: counted with the target's own tokenizer",
    counted: "exact or live: counted with its own tokenizer, or by its vendor",
    assumed: "assumed: its tokenizer cannot be run, a range is shown",
  },
  moves: ({ sure, open, active }) =>
    (sure.length === 0
      ? "No target surely changes its place when Korean text is priced instead of tokens."
      : `Ranked by price per token, ${sure.length} of ${active} targets surely stand in the wrong place for Korean: ${list.format(sure.map(({ target, price, cost }) => `\`${target}\` (place ${price} by price, ${cost} by cost)`))}.`) +
    (open === 0 ? "" : ` The places of ${open} targets are ranges as long as unknown tokenizers are not counted.`),
  allTargets: (count) => `All active targets (${count})`,
  until: (day) => `ends ${day}`,
  priceFrom: (day, input, output) => `from ${day}: $${input} in / $${output} out`,

  articleHeading: "The prices of January 2026 beside it",
  articleIntro: (day) =>
    `The models and prices of the article of ${day} that this project set out to check, on the Korean measured here: what they meant for a million characters, and what became of the model.`,
  gone: (day, lastPrice) =>
    `gone${day === undefined ? "" : ` since ${day}`}${lastPrice === undefined ? "" : `; its last price was ${lastPrice}`}`,
  unchanged: "same price",
  nowPrice: (input, output) => `now ${input} / ${output}`,

  unknownHeading: "What is not known, and what would tell",
  unknownIntro:
    "These targets were not counted with a tokenizer of their own. Their range is an assumption: other tokenizers informed it, but none stands in for them. The last column is what makes them exact.",
  remedy: ({ command, needs }) => `\`${command}\` (${needs})`,

  perCharSummary: "Tokens per Korean character by kind of text: multiply by your characters",

  detailHeading: "Why: characters, bytes and tokens",
  detailIntro:
    "Tokenizers join bytes that often stand together; one that learned few Korean sequences needs more tokens for them. Of ten pairs eight have a ratio between p10 and p90.",
  bytes: (ko, en, same) =>
    `A Korean character takes ${ko} bytes here on average (a Hangul syllable 3, a space 1), an English one ${en}; but Korean needs fewer characters, so that the bytes of the same content are ${same} times those of English. The difference is in what was learned, not in the bytes.`,

  formHeading: "Form of the text",
  form: ({ changed, texts, effects }) =>
    changed === 0
      ? `All ${texts} texts were in NFC with plain spaces. Text that is not is brought to that form before it is counted.`
      : `${changed} of ${texts} texts were not in NFC or held other spaces than the plain one; they were brought to that form before counting. ${effects.length === 0 ? "Korean texts were not among them." : `As given, their Korean side would have cost ${list.format(effects.map(({ tokenizer, factor }) => `${factor} times the tokens on ${tokenizer}`))}.`}`,
  formsIntro:
    "What the same Korean texts would cost in another form, as a multiple: bring text to NFC with plain spaces before you send it.",
  forms: {
    nfd: "Decomposed (NFD)",
    nbsp: "No-break spaces",
    fullwidth: "Full-width letters and digits",
  },

  wording: (pairs, effects) =>
    `Korean text mixes in English terms. Said again in all-Korean wording (캐시 → 임시 저장소), ${pairs} such texts take ${list.format(effects.map(({ tokenizer, factor }) => `${factor} times the tokens on ${tokenizer}`))}.`,
  templateHeading: "Chat template, apart",
  templateIntro:
    "What a chat adds to one user message whatever its language, with the cue to answer; it pulls the ratio of short messages towards 1. It is not part of any figure above. These are local templates and published rules: only a vendor's usage field tells what was billed.",

  methodHeading: "Method",
  method: (m) => [
    `Data: ${m.dataset}, ${m.pairs} pairs in ${m.documents} documents, sha256 \`${m.sha256}\`.`,
    "Ratio: sum of Korean tokens ÷ sum of English tokens (a sum, because cost is linear in tokens). Plain text, no chat template. Characters are Unicode code points of NFC text, spaces included.",
    `Interval: 95 % expanded percentile bootstrap (Hesterberg 2015) over documents, ${m.resamples} resamples, seed ${m.seed}. None below 20 documents; below 40 it is marked †, because by simulation it then covers about 93 % instead of 95 %.`,
    `"All domains" ${m.reweighted ? "is weighted by share of Korean characters as asked" : "weights each domain by its Korean characters in the data"}: ${m.mix}. Give your own with \`--mix support=0.7,legal=0.3\`.`,
    `Run \`${m.run}\`. Made again by \`${m.command}\`; every row is in measurements.csv, and \`--explain ROW\` traces it.`,
  ],
  outsideSources: (corpora) =>
    `Outside checks: ${corpora.map(({ title, source }) => `${title}: ${source}`).join("; ")}. Their texts are not ours to ship; \`npm run outside\` counts them anew where they are at hand.`,
  readAs: (file, encoding) => `${file} was read as ${encoding}.`,
  undocumented:
    "No documents were given: every pair is taken for one of its own, and where pairs belong together the intervals are too narrow. Name documents in a column `doc`.",
  ignored: (columns) => `Columns that were left out: ${columns.join(", ")}.`,
  notCounted: (entries) => {
    const reasons = [...new Set(entries.map(({ why }) => why))];
    const idsOf = (reason: string): string =>
      list.format(entries.flatMap(({ entry, why }) => (why === reason ? [entry.id] : [])));
    return entries.length === 0
      ? undefined
      : `Not counted here: ${reasons.map((reason) => `${idsOf(reason)} (${reason})`).join("; ")}.`;
  },
  evidenceSummary: "Tokenizers, what counted, and why they are believed to be the targets' own",
  limitsHeading: "Limits",
  limits: (dataset) => [
    ...dataset,
    "Kinds of text differ by more than an interval says: weight the domains as your traffic does.",
    "Prices are list prices without taxes, discounts, caching or batch; output length and hidden reasoning tokens differ by model and are not part of this suite.",
  ],
  leftOut: (targets) =>
    `Left out, because their tokenizer neither counts here nor has an assumed range: ${targets.map((target) => `\`${target}\``).join(", ")}.`,
  columns: {
    domain: "Domain",
    pairs: "Pairs",
    documents: "Documents",
    target: "Target",
    tokensPerChar: "Tokens per character",
    usdIn: "1M characters in, $",
    usdOut: "out, $",
    krwIn: "in, ₩",
    krwOut: "out, ₩",
    costRank: "Place by cost",
    priceRank: "by price",
    evidence: "Evidence",
    note: "Note",
    priceThen: "Article, $ per 1M tokens in / out",
    priceNow: "Now",
    usdInThen: "1M characters in, $",
    usdOutThen: "out, $",
    family: "Tokenizer of",
    targets: "Active targets",
    range: "Assumed tokens per character",
    reason: "Why this range",
    toMakeExact: "What would make it exact",
    tokenizer: "Tokenizer",
    ratio: "Ratio",
    spread: "p10–p90 of pairs",
    perEojeol: "Tokens per 어절 (Korean word)",
    perWord: "Tokens per English word",
    perEnChar: "Tokens per English character",
    countedBy: "Counted by",
    why: "Why",
    overhead: "Tokens added to one message",
  },
  evidence: { exact: "exact", live: "live", assumed: "assumed", published: "published" },
};

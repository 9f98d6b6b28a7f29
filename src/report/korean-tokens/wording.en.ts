import type { Wording } from "./wording.ts";

const DOMAINS: Readonly<Record<string, string>> = {
  all: "All domains",
  support: "Support chat",
  tech: "Technical prose",
  legal: "Contracts",
  fiction: "Fiction",
  coding: "Coding help",
  classification: "Classification",
  marketing: "Marketing copy",
  unlabelled: "No domain given",
};

const list = new Intl.ListFormat("en", { style: "long", type: "conjunction" });

export const english: Wording = {
  locale: "en",
  title: "What Korean costs in tokens",
  domain: (name) => DOMAINS[name] ?? name,
  family: ({ title }) => title,
  tokenizer: ({ id, title }) => `${id} (${title})`,
  headline: ({ ratios, exact, active }) =>
    `The same content takes ${list.format(ratios.map(({ tokenizer, ratio, interval }, i) => `${ratio} times${interval}${i === 0 ? " as many tokens in Korean as in English" : ""} on ${tokenizer}`))}.` +
    (active === 0
      ? ""
      : ` ${exact} of ${active} active targets have a tokenizer that can be run exactly; the others are shown as ranges.`),
  cheapest: ({ target, input, output }) =>
    `Of the targets that are counted exactly and have no announced end, \`${target}\` is the cheapest for Korean: $${input} for a million characters read and $${output} for a million written.`,
  ratioHeading: "How many more tokens Korean takes",
  ratioIntro: (overlaps) =>
    `Korean tokens ÷ English tokens on the same pairs, with the 95 % interval where there are at least 20 documents († below 40). 1 means that Korean costs no more than English. ${overlaps}`,
  spans: (spans) =>
    spans.length === 0
      ? ""
      : `Between the domains it runs from lowest to highest: ${spans.join(", ")}. The rule of thumb that this project set out to check was 1.5–2 for everything.`,
  outside: ({ title, about }, perChar) =>
    `${title}, in the last row, is text of another kind: ${about}. Kind and direction of writing move the ratio further than any interval here says. ` +
    `Tokens per Korean character, which the bill follows: ${perChar.map(({ tokenizer, here, there }) => `${here} here and ${there} there on ${tokenizer}`).join(", ")}.`,
  bytes: (ko, en) =>
    `Here a Korean character takes ${ko} bytes on average (spaces and Latin letters take 1), an English one ${en}.`,
  ratioAlt: "Korean to English token ratio per domain and tokenizer, with intervals",
  ratioChart: {
    title: "Korean tokens for one English token, same content",
    axis: "ratio; line = 95 % interval over documents",
    band: "1.5–2, the rule of thumb that is checked",
    note: (hidden) => `Not drawn, off the scale: ${hidden}.`,
  },
  costHeading: "What Korean text costs",
  costIntro: ({ book, day, won }) =>
    `Price of a million Korean characters, read and written: tokens per Korean character × price per million tokens, from the book \`${book}\` on ${day}, standard tier, no cache, ${won} won for a dollar. ` +
    "A range instead of a figure means that the tokenizer is not public, and then the place is a range too. Places are by a million characters read plus a million written (by cost) and by input plus output price per token (by price). The first table holds the cheapest targets whose vendor has announced no end.",
  noTargets: (book, day) => `No target that was asked for answers on ${day} at a price of the book \`${book}\`.`,
  costAlt: "Dollars for a million Korean characters read and a million written, per target",
  costChart: {
    title: "A million Korean characters read + a million written",
    axis: "US dollars, logarithmic",
    exact: "exact: counted with the target's own tokenizer",
    assumed: "assumed: the tokenizer is not public, only a range is known",
  },
  moves: ({ sure, open, active }) =>
    (sure.length === 0
      ? "No target surely changes its place when Korean text is priced instead of tokens."
      : `Ranked by price per token, ${sure.length} of ${active} targets surely stand in the wrong place for Korean: ${list.format(sure.map(({ target, price, cost }) => `\`${target}\` (place ${price} by price, ${cost} by cost)`))}.`) +
    (open === 0 ? "" : ` The places of ${open} targets are ranges as long as unknown tokenizers are not counted.`),
  allTargets: (count) => `All ${count} active targets`,
  articleHeading: "The prices of January 2026 beside it",
  articleIntro: (day) =>
    `The models and prices of the article of ${day} that this project set out to check, on the Korean measured here: what they meant for a million characters, and what became of the model.`,
  gone: (day, lastPrice) =>
    `gone${day === undefined ? "" : ` since ${day}`}${lastPrice === undefined ? "" : `; its last price was ${lastPrice}`}`,
  unchanged: "same price",
  unknownHeading: "What is not known, and what would tell",
  unknownIntro:
    "These targets have no tokenizer that this version can run. Their range is an assumption and never another tokenizer's count. The last column is the command that makes them exact; it belongs to a later version and is not there yet.",
  detailHeading: "Why: characters, bytes and tokens",
  detailIntro:
    "Hangul takes 3 bytes a syllable in UTF-8, so a tokenizer that learned little Korean falls back to bytes. The spread (p10–p90) is what a single request may see.",
  formHeading: "Form of the text",
  form: ({ changed, texts, effects }) =>
    changed === 0
      ? `All ${texts} texts were in NFC with plain spaces. Text that is not is brought to that form before it is counted, because decomposed Hangul costs up to 9 times the tokens.`
      : `${changed} of ${texts} texts were not in NFC or held other spaces than the plain one; they were brought to that form before counting. ${effects.length === 0 ? "Korean texts were not among them." : `As given, their Korean side would have cost ${list.format(effects.map(({ tokenizer, factor }) => `${factor} times the tokens on ${tokenizer}`))}.`}`,
  methodHeading: "Method",
  method: (m) => [
    `Data: ${m.dataset}, ${m.pairs} pairs in ${m.documents} documents, sha256 \`${m.sha256}\`.`,
    `Ratio: sum of Korean tokens ÷ sum of English tokens (a sum, because cost is linear in tokens). Plain text, no chat template. Characters are Unicode code points of NFC text, spaces included.`,
    `Interval: 95 % expanded percentile bootstrap (Hesterberg 2015) over documents, ${m.resamples} resamples, seed ${m.seed}. None below 20 documents; below 40 it is marked †, because by simulation it then covers about 93 % instead of 95 %.`,
    `"All domains" ${m.reweighted ? "is weighted by share of Korean characters as asked" : "weights each domain by its Korean characters in the data"}: ${m.mix}. Give your own with \`--mix support=0.7,legal=0.3\`.`,
    `Tokenizers: ${m.tokenizers.join("; ")}.`,
    `Run \`${m.run}\`. Made again by \`${m.command}\`; every row is in measurements.csv, and \`--explain ROW\` traces it.`,
  ],
  limitsHeading: "Limits",
  limits: (dataset) => [
    ...dataset,
    "Spread between domains is wider than any interval here: weight the domains as your traffic does.",
    "Prices are list prices without taxes, discounts, caching or batch; output length and hidden reasoning tokens differ by model and are not part of this suite.",
  ],
  leftOut: (targets) =>
    `Left out, because nothing is known of their tokenizer: ${targets.map((target) => `\`${target}\``).join(", ")}.`,
  columns: {
    domain: "Domain",
    pairs: "Pairs",
    documents: "Documents",
    target: "Target",
    tokensPerChar: "Tokens per character",
    usdIn: "1M characters read, $",
    usdOut: "written, $",
    krwIn: "read, ₩",
    krwOut: "written, ₩",
    costRank: "Place by cost",
    priceRank: "by price",
    evidence: "Evidence",
    note: "Note",
    priceThen: "Article, $ per 1M tokens in / out",
    priceNow: "Now",
    usdInThen: "1M characters read, $",
    usdOutThen: "written, $",
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
  },
  evidence: { exact: "exact", assumed: "assumed" },
  until: (day) => `until ${day}`,
  priceFrom: (day, input, output) => `from ${day}: $${input} / $${output}`,
};

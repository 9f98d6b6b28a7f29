import { asking, type ClaimWording, joined, tally } from "./wording.ts";

const SECTIONS: Readonly<Record<string, string>> = {
  "0": "Opening",
  "1-1": "1-1 Prices: OpenAI",
  "1-2": "1-2 Prices: Anthropic",
  "1-3": "1-3 Prices: Google, and the summary",
  "1-4": "1-4 Flagships and light models",
  "2-1": "2-1 What a token is",
  "2-2": "2-2 Why Korean takes more tokens",
  "2-3": "2-3 Measured comparison",
  "3": "3 Scenarios: the weight",
  "3-1": "3-1 Scenario A: support chatbot",
  "3-2": "3-2 Scenario B: document summaries",
  "3-3": "3-3 Scenario C: coding assistant",
  "4-1": "4-1 Prompt caching",
  "4-2": "4-2 Batch",
  "4-3": "4-3 Model routing",
  "4-4": "4-4 Prompt compression",
  "4-5": "4-5 Local models beside the cloud",
  "5-1": "5-1 Response times",
  "5-2": "5-2 Quality and the cost of retries",
  "6-2": "6-2 Budgets",
};

export const english: ClaimWording = {
  title: "The January article's claims on Korean tokens, cost and speed, checked",
  headline: (claims) => {
    const { holds, partly, arithmetic, fails, unverifiable } = tally(claims);
    return `Of ${claims.length} figures and statements on Korean tokens, money and speed ${holds} hold, ${partly} hold only in some cases, ${arithmetic} are right as arithmetic but not what would be billed, ${fails} do not hold, and ${unverifiable} cannot be checked here.`;
  },
  articleTitle: ({ title }) => title,
  factors: (count, holdsFor, measured) =>
    `The article's ${count} claims of a factor from 1.5 to 2 hold ${holdsFor.length === 0 ? "for none of the tokenizers" : `only for ${holdsFor.join(", ")}`}. Measured over all kinds of text: ${measured.join(", ")}.`,
  unit: (kind) =>
    ({
      text_saving: " %",
      text_bytes: " bytes",
      against: " times Gemini 1.x",
      against_least: " times the least",
      ttft_s: " s",
      tokens_per_s: " tokens/s",
      retry_rate: " %",
    })[kind],
  rule: "A claim holds for a tokenizer when the measured value, or its 95 % interval, meets what is claimed; where the article says “about”, and for its single ratios, ten percent on either side still hold. “Holds only for …” names the tokenizers for which it does.",
  about: (title, date) =>
    `Every statement and table cell of “${title}” of ${date} that says something about tokens, money, speed or retries (its opening and sections 1 to 4, 5-1, 5-2 and 6-2), beside what is measured with the tokenizers it could mean, or computed from the prices of that day. Speed and retry rates are judged only by what vendors themselves answered, never by the simulator. Claude's tokenizer is not public, so it is left out of all token verdicts.`,
  insteadHeading: "Use this instead",
  insteadIntro:
    "The article gives three rules of thumb: 1.5–2, 1.7–2.0 and 1.8. No one factor serves every tokenizer. Multiply Korean characters by tokens per character, which is what is billed; where only English tokens are known, multiply them by the ratio of the tokenizer. Both depend on the kind of text: text with code needs fewest tokens per character. The spans cover all kinds of text here and public texts. The korean-tokens report has each kind, measures your own text, and gives the assumed ranges of the models that cannot be counted: Claude, GPT-6, Gemini 3.1 and later.",
  section: (id) => SECTIONS[id] ?? id,
  verdict: (verdict) => {
    switch (verdict.kind) {
      case "holds":
        return "holds";
      case "partly":
        return `holds only for ${verdict.of.join(", ")}`;
      case "arithmetic":
        return "arithmetic only";
      case "fails":
        return "does not hold";
      case "unverifiable":
        return "cannot be checked";
    }
  },
  tokenizer: ({ id, title }) => `${id} (${title})`,
  where: ({ where }) => where.en,
  quote: ({ quote, quote_en }) => (quote === quote_en ? quote : `${quote_en} (“${quote}”)`),
  lang: (lang) => ({ ko: "Korean", en: "English" })[lang],
  note: ({ claim, unmeasured }) => joined(claim.note.en, unmeasured, english),
  unmeasured: (why) =>
    why.kind === "gone"
      ? `The model stopped answering${why.since === undefined ? "" : ` on ${why.since}`}${why.beforeText ? ", before the article was published" : ""}: nobody can measure it any more.`
      : `Not measured yet; the model answers${why.until === undefined ? "" : ` until ${why.until}`}. With a key: \`${asking(why)}\`, then \`npm run eval -- --suite ${why.suite}\` and this suite.`,
  sectionsHeading: "Section by section",
  money: ({ models, pricesRight, wrong, then, today, offThen, answeringToday }) =>
    `Of the ${models} models it prices, ${pricesRight} match the price on record for ${then}; the prices of ${wrong.join(" and ")} are wrong. ${offThen.length} of them could no longer be called on that day (${offThen.join(", ")}); ${answeringToday.length === 0 ? "none" : answeringToday.join(", ")} can be called on ${today}.`,
  mendHeading: "Cost figures to correct",
  mendIntro:
    "By its own rule: recomputed from the article's own prices and premises, or, for a price, from the record of that day. As billed: with the history that every turn resends, the system prompt of every call, and the minimum length that a cache needs; of retries, with each that fails asked again until one succeeds. Today: by the article's own rule at today's prices; where a model is gone, of what the vendor names in its place, except with retries: how often that one fails is not known. The full cost of each scenario on today's models is in the cost report. A dash: no such value, or the same as by its own rule.",
  rowsOf: (count) => `${count} rows`,
  never: "never",
  percent: (text) => `${text} %`,
  place: (place) => `${place}${["th", "st", "nd", "rd"][place] ?? "th"}`,
  months: (text) => `${text} months`,
  scenario: (name) => ({ support: "A (support)", documents: "B (documents)", coding: "C (coding)" })[name] ?? name,
  gap: (taken) => ({ ratio: "the ratio", difference: "the difference" })[taken],
  methodHeading: "Method",
  method: ({ dataset, sha256, run, command }) => [
    `Ratios and tokens per character are those of the pairs \`${dataset}\` (sha256 \`${sha256}\`), measured as in the korean-tokens report; printed texts are counted as they stand.`,
    "Verdicts are computed by the rule above; the reasons beside them are ours.",
    "Amounts are exact decimals; one printed to the cent holds when it is the nearest cent. “Arithmetic only”: the figure follows from what the article assumes, but a bill would show another one. The break-even is price ÷ (calls saved − power) for each case that the article could mean.",
    `Run \`${run}\`. Made again by \`${command}\`; every verdict is in claims.csv, every measured value in measurements.csv.`,
  ],
  wrote: (count, folder) => `Wrote ${count} files to ${folder}/. Next: open report.md there.`,
  columns: {
    where: "Where",
    says: "It says",
    measured: "Measured",
    computed: "By its own rule",
    corrected: "As billed",
    today: "Its rule, today's prices",
    section: "Section",
    claims: "Rows",
    holds: "hold",
    partly: "hold for some",
    arithmetic: "arithmetic only",
    fails: "do not hold",
    unverifiable: "cannot be checked",
    verdict: "Verdict",
    why: "Why",
    tokenizer: "Tokenizer",
    ratio: "Korean ÷ English tokens",
    span: "lowest–highest",
    perChar: "Tokens per Korean character",
  },
};

import { type ClaimWording, tally } from "./wording.ts";

const SECTIONS: Readonly<Record<string, string>> = {
  "0": "Opening",
  "2-1": "2-1 What a token is",
  "2-2": "2-2 Why Korean takes more tokens",
  "2-3": "2-3 Measured comparison",
  "3": "3 Scenarios: the weight",
  "4-4": "4-4 Prompt compression",
};

export const english: ClaimWording = {
  title: "What the article says of Korean tokens, checked",
  headline: (claims) => {
    const { holds, partly, fails, unverifiable } = tally(claims);
    return `Of ${claims.length} statements on Korean tokens ${holds} hold, ${partly} hold for some tokenizers only, ${fails} do not hold, and ${unverifiable} cannot be checked here.`;
  },
  articleTitle: ({ title }) => title,
  factors: (count, holdsFor, measured) =>
    `Its ${count} claims of a factor from 1.5 to 2 hold ${holdsFor.length === 0 ? "for none of the tokenizers" : `only for ${holdsFor.join(", ")}`}. Measured over all kinds of text: ${measured.join(", ")}.`,
  unit: (kind) =>
    ({ text_saving: " %", text_bytes: " bytes", against: " times Gemini 1.x", against_least: " times the least" })[
      kind
    ],
  rule: "A claim holds for a tokenizer when the measured value, or its 95 % interval, meets what is claimed; where the article says “about”, and for its single ratios, ten percent on either side still hold. “Holds only for …” names the tokenizers for which it does.",
  about: (title, date) =>
    `Every statement and table cell of “${title}” of ${date} that says something about tokens (its opening, sections 2 and 4-4, and the weight of section 3), beside what is measured with the tokenizers it could mean. Claude's tokenizer is not public, so no verdict speaks of it.`,
  insteadHeading: "Use this instead",
  insteadIntro:
    "The article gives three rules of thumb: 1.5–2, 1.7–2.0 and 1.8. No one factor serves every tokenizer. Multiply Korean characters by tokens per character, which is what is billed; where only English tokens are known, multiply them by the ratio of the tokenizer. Both depend on the kind of text: text with code needs fewest tokens per character. The spans cover all kinds of text here and public texts. The korean-tokens report has each kind, measures your own text, and gives the assumed ranges of the models that cannot be counted: Claude, GPT-6, Gemini 3.1 and later.",
  section: (id) => SECTIONS[id] ?? id,
  verdict: (verdict) => {
    switch (verdict.kind) {
      case "holds":
        return "holds";
      case "partly":
        return `holds only for ${verdict.tokenizers.join(", ")}`;
      case "fails":
        return "does not hold";
      case "unverifiable":
        return "cannot be checked";
    }
  },
  tokenizer: ({ id, title }) => `${id} (${title})`,
  where: ({ where }) => where.en,
  quote: ({ quote, quote_en }) => (quote === quote_en ? quote : `${quote_en} (“${quote}”)`),
  note: ({ note }) => note.en,
  methodHeading: "Method",
  method: ({ dataset, sha256, run, command }) => [
    `Ratios and tokens per character are those of the pairs \`${dataset}\` (sha256 \`${sha256}\`), measured as in the korean-tokens report; printed texts are counted as they stand.`,
    "Verdicts are computed by the rule above; the reasons beside them are ours.",
    `Run \`${run}\`. Made again by \`${command}\`; every verdict is in claims.csv, every measured value in measurements.csv.`,
  ],
  wrote: (count, folder) => `Wrote ${count} files to ${folder}/. Next: open report.md there.`,
  columns: {
    where: "Where",
    says: "It says",
    measured: "Measured",
    verdict: "Verdict",
    why: "Why",
    tokenizer: "Tokenizer",
    ratio: "Korean ÷ English tokens",
    span: "lowest–highest",
    perChar: "Tokens per Korean character",
  },
};

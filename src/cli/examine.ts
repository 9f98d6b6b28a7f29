import { constants, existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { availableParallelism, freemem, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { readAssumptions, readPriceBook } from "../dataset/books.ts";
import { readCard } from "../dataset/card.ts";
import { UserError } from "../domain/error.ts";
import { ENCODINGS, type EncodingName } from "../tokenize/encoding.ts";
import { loadEngine } from "../tokenize/engine.ts";
import { INSTALL } from "../tokenize/registry/sources.ts";
import { TOKENIZERS } from "../tokenize/registry.ts";
import { isInstalled } from "../tokenize/vocabulary.ts";
import { type Effects, say } from "./effects.ts";
import { CURRENT_BOOK } from "./read-books.ts";
import { suiteNames } from "./suites.ts";

/** A sentence with its counts by tokenizer, as OpenAI published for o200k and cl100k (GPT-4o announcement, 2024). */
const KNOWN = {
  text: "안녕하세요, 제 이름은 GPT-4o입니다. 저는 새로운 유형의 언어 모델입니다, 만나서 반갑습니다!",
  tokens: { o200k_base: 27, cl100k_base: 45 } as Partial<Record<EncodingName, number>>,
};
const VENDOR_KEYS = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"];
const OLDEST_NODE = [20, 19] as const;

/** What was found: fine, worth a note, or in the way. */
type Finding = { readonly state: "ok" | "note" | "wrong"; readonly text: string };

export async function examine(effects: Effects): Promise<void> {
  const findings = [
    node(),
    machine(),
    ...(await tokenizers()),
    await suites(effects),
    await data(effects),
    vocabularies(effects),
    await writable(effects),
    keys(effects),
  ];
  for (const { state, text } of findings) say(effects.stdout, `${state.padEnd(5)} ${text}`);
  const wrong = findings.filter(({ state }) => state === "wrong").length;
  if (wrong > 0)
    throw new UserError("data", `${wrong} of ${findings.length} checks failed.`, {
      fix: "See the lines marked wrong above.",
    });
  say(effects.stdout, "\nReady. Next: npm run eval -- --suite korean-tokens");
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return {
    state: enough ? "ok" : "wrong",
    text: `Node ${process.versions.node}${enough ? "" : `: ${OLDEST_NODE.join(".")} or newer is needed`}`,
  };
}

function machine(): Finding {
  const gigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
  return {
    state: "ok",
    text: `${availableParallelism()} cores for counting, ${gigabytes(freemem())} of ${gigabytes(totalmem())} GB memory free`,
  };
}

async function tokenizers(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of ENCODINGS) {
    const count = await loadEngine("gpt-tokenizer", name);
    const known = KNOWN.tokens[name];
    const found = count(KNOWN.text);
    if (known !== undefined && found !== known)
      findings.push({ state: "wrong", text: `${name} counts ${found} tokens where ${known} are published` });
    else
      findings.push({
        state: "ok",
        text: `${name} counts${known === undefined ? "" : `, as published: ${known} tokens`}`,
      });
  }
  return findings;
}

async function suites({ root }: Effects): Promise<Finding> {
  const names = await suiteNames(root);
  return {
    state: names.length > 0 ? "ok" : "wrong",
    text: names.length > 0 ? `suites: ${names.join(", ")}` : "no suite was found",
  };
}

async function data({ root }: Effects): Promise<Finding> {
  const datasets = join(root, "datasets");
  try {
    await Promise.all([readAssumptions(datasets), readPriceBook(datasets, CURRENT_BOOK)]);
    const { card } = await readCard(join(datasets, "pairs", "ko-en"));
    return {
      state: "ok",
      text: `data: ${Object.keys(card.files).length} files of pairs, price book ${CURRENT_BOOK} (all of it: validate)`,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { state: "wrong", text: error.message };
  }
}

function vocabularies({ vocabularies: folder }: Effects): Finding {
  const heavy = TOKENIZERS.filter(({ vocabulary }) => vocabulary !== undefined);
  const there = heavy.filter((entry) => isInstalled(folder, entry)).length;
  const text = `${there} of ${heavy.length} heavy vocabularies installed${there < heavy.length ? ` (optional: ${INSTALL})` : ""}`;
  return { state: there === heavy.length ? "ok" : "note", text };
}

async function writable({ home }: Effects): Promise<Finding> {
  let folder = join(home, "reports");
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    await access(folder, constants.W_OK);
    return { state: "ok", text: "reports/ can be written" };
  } catch {
    return { state: "note", text: "reports/ cannot be written here: give --out DIR" };
  }
}

function keys({ env }: Effects): Finding {
  const set = VENDOR_KEYS.filter((name) => (env[name] ?? "") !== "");
  return {
    state: "note",
    text: `vendor keys set: ${set.length === 0 ? "none" : set.join(", ")} (this version counts offline and uses none)`,
  };
}

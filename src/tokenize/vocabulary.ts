import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as huggingface from "@huggingface/tokenizers";
import { UserError } from "../domain/error.ts";
import type { CountTokens, TokenizerEntry } from "../domain/tokenizer.ts";
import { INSTALL } from "./registry/sources.ts";

/** Where `npm run vocabularies` puts a tokenizer.json. */
export const vocabularyFile = (vocabularies: string, id: string): string => join(vocabularies, id, "tokenizer.json");

/** True when the tokenizer.json of an entry is installed; whether it is the right one is checked when it is loaded. */
export const isInstalled = (vocabularies: string, { id }: TokenizerEntry): boolean =>
  existsSync(vocabularyFile(vocabularies, id));

/** What is used of the package; its own types do not resolve under Node's module rules. */
type Encoder = {
  readonly encode: (text: string, options: { add_special_tokens: false }) => { readonly ids: readonly number[] };
};
const { Tokenizer } = huggingface as unknown as { Tokenizer: new (json: object, config: object) => Encoder };

type TokenizerJson = { readonly added_tokens?: readonly { readonly special?: boolean }[] };

/**
 * Loads a tokenizer.json whose SHA-256 must be `sha256` (UserError "tokenizer" otherwise) as a counter of plain text:
 * no BOS, and the text of special tokens is ordinary text, since it is a user's.
 */
export async function loadVocabulary(file: string, sha256: string): Promise<CountTokens> {
  const json = await readVocabulary(file, sha256);
  return counter({ ...json, added_tokens: (json.added_tokens ?? []).filter(({ special }) => special !== true) });
}

/** The same, but special tokens in the text are special: for chat templates, never for a user's text. */
export const loadTemplateCounter = async (file: string, sha256: string): Promise<CountTokens> =>
  counter(await readVocabulary(file, sha256));

function counter(json: TokenizerJson): CountTokens {
  const tokenizer = new Tokenizer(json, {});
  return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length;
}

async function readVocabulary(file: string, sha256: string): Promise<TokenizerJson> {
  const bytes = await readFile(file);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) {
    throw new UserError(
      "tokenizer",
      `${file} is not the vocabulary that the registry names (sha256 ${found.slice(0, 12)}).`,
      {
        fix: `Remove it and run \`${INSTALL}\`.`,
      },
    );
  }
  return JSON.parse(bytes.toString("utf8")) as TokenizerJson;
}

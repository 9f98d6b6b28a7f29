import type { RawBytePairRanks } from "gpt-tokenizer/BytePairEncodingCore";
import {
  CL100K_TOKEN_SPLIT_REGEX,
  O200K_TOKEN_SPLIT_REGEX,
  R50K_TOKEN_SPLIT_REGEX,
} from "gpt-tokenizer/encodingParams/constants";

export type EncodingName = "o200k_base" | "cl100k_base" | "r50k_base";

/** A byte-pair encoding as gpt-tokenizer ships it: how text is cut into pieces, and the rank of every token. */
export type Encoding = { readonly split: RegExp; readonly ranks: RawBytePairRanks };

const LOAD: Record<EncodingName, () => Promise<Encoding>> = {
  o200k_base: async () => ({
    split: O200K_TOKEN_SPLIT_REGEX,
    ranks: (await import("gpt-tokenizer/bpeRanks/o200k_base")).default,
  }),
  cl100k_base: async () => ({
    split: CL100K_TOKEN_SPLIT_REGEX,
    ranks: (await import("gpt-tokenizer/bpeRanks/cl100k_base")).default,
  }),
  r50k_base: async () => ({
    split: R50K_TOKEN_SPLIT_REGEX,
    ranks: (await import("gpt-tokenizer/bpeRanks/r50k_base")).default,
  }),
};

export const ENCODINGS = Object.keys(LOAD) as readonly EncodingName[];

export const isEncoding = (id: string): id is EncodingName => Object.hasOwn(LOAD, id);

/** Loads a vocabulary (up to 2.4 MB of source). */
export const loadEncoding = (name: EncodingName): Promise<Encoding> => LOAD[name]();

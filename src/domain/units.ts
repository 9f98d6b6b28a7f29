declare const unit: unique symbol;

/** A number that carries its unit in its type, so that dollars cannot be added to tokens. */
export type Unit<Name extends string> = number & { readonly [unit]: Name };

/** US dollars for one million tokens, as price tables quote them. */
export type UsdPerMillionTokens = Unit<"usd/1M tokens">;
/** US dollars for 1,000 Korean characters (code points of NFC text, spaces included). */
export type UsdPerThousandChars = Unit<"usd/1k ko chars">;
/** Tokens of one Korean character, on average over a text. */
export type TokensPerChar = Unit<"tokens/char">;
/** Korean won for one US dollar. */
export type KrwPerUsd = Unit<"krw/usd">;

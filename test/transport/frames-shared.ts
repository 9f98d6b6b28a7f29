/**
 * The answer of a vendor's wire, frame by frame, as plain data: five chunks of Korean text, then usage and what ends the
 * stream. Written after the vendors' documentation and recordings; the model names and ids are made up.
 */
export type Wire = {
  /** Path of the request. */
  readonly path: string;
  /** What is sent, frame by frame: a fault may come after any of them. */
  readonly frames: readonly string[];
  /** An error that may come in the place of any frame after the first. */
  readonly errorFrame: string;
  /** Index among the frames of each chunk of TEXT. */
  readonly textAt: readonly number[];
};

/** The chunks of text, as every wire sends them. */
export const TEXT = ["안녕하세요. ", "서울의 ", "오늘 ", "날씨는 ", "맑습니다."] as const;
/** Tokens that every wire reports. */
export const TOKENS = { input: 24, cached: 8, output: 17 } as const;

/** A frame without a name. */
export const data = (payload: unknown): string => `data: ${JSON.stringify(payload)}\n\n`;
/** A frame with its type for a name. */
export const event = (payload: { readonly type: string; readonly [field: string]: unknown }): string =>
  `event: ${payload.type}\n${data(payload)}`;

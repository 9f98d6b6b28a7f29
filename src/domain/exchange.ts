/** How an exchange ended. `silence`: nothing more came, until the caller gave up. `error`: the connection broke. */
export type ExchangeEnd =
  | { readonly at: number; readonly how: "eof" }
  | { readonly at: number; readonly how: "silence" }
  /** @property code that of the socket's error, as in `ECONNRESET` */
  | { readonly at: number; readonly how: "error"; readonly code: string };

/**
 * What a server does with one request: recorded from one, or made up by the simulator. Times in ms after the request was
 * handed over; they never decrease.
 */
export type Exchange = {
  /** Undefined where no answer came at all. */
  readonly head:
    | { readonly at: number; readonly status: number; readonly headers: Readonly<Record<string, string>> }
    | undefined;
  /** The body as it was read, byte for byte: an edge may fall into the middle of a Hangul syllable. */
  readonly reads: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly end: ExchangeEnd;
};

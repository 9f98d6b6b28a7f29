/** What went over the wire in one HTTP exchange. Times are ms after the exchange began, by the clock that was given. */
export type WireLog = {
  readonly method: string;
  /** Host and path, without query: keys may stand in a query. */
  readonly url: string;
  /** Request headers and body handed to the socket; undefined where the transport cannot see it. */
  sent?: number;
  headers?: number;
  status?: number;
  firstByte?: number;
  end?: number;
  /** How the body ended: at its end, by an error of the socket, or because we stopped reading. */
  ended?: "eof" | "error" | "cancel";
  /** Code of the error that ended the body or kept it from coming. */
  errorCode?: string;
  /** Time and size of every read of the body. */
  readonly chunks: { readonly at: number; readonly bytes: number }[];
  bytes: number;
  connectionReused?: boolean;
  /** Set where the answer came compressed in spite of `identity`: its times are those of the bursts. */
  contentEncoding?: string;
  requestId?: string;
  /** Rate-limit and retry headers, as they came; `date` too where a retry header is a date. */
  readonly kept: Record<string, string>;
};

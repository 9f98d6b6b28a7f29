/** What was measured for a claim with one tokenizer; `tokenizer` is undefined where none is involved. */
export type Measured = {
  readonly tokenizer: string | undefined;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

/** What a claim says, as a range; an end left out is open. */
export type Claimed = { readonly low?: number | undefined; readonly high?: number | undefined };

export type Verdict =
  | { readonly kind: "holds" }
  | { readonly kind: "partly"; readonly tokenizers: readonly string[] }
  | { readonly kind: "fails" }
  | { readonly kind: "unverifiable" };

/** How far off a figure that is printed as "about" may be and still hold. */
const ABOUT = 0.1;

/**
 * Whether a claim holds: for every tokenizer it could mean, only for some, or for none. A measured interval agrees when
 * it overlaps what is claimed, so that a claim never fails by sampling alone. Nothing measured, or nothing claimed:
 * unverifiable.
 */
export function judge(claimed: Claimed | undefined, about: boolean, measured: readonly Measured[]): Verdict {
  if (claimed === undefined || measured.length === 0) return { kind: "unverifiable" };
  const slack = about ? ABOUT : 0;
  const low = claimed.low === undefined ? Number.NEGATIVE_INFINITY : claimed.low * (1 - slack);
  const high = claimed.high === undefined ? Number.POSITIVE_INFINITY : claimed.high * (1 + slack);
  const agreeing = measured.filter((each) => (each.high ?? each.value) >= low && (each.low ?? each.value) <= high);
  if (agreeing.length === measured.length) return { kind: "holds" };
  if (agreeing.length === 0) return { kind: "fails" };
  return { kind: "partly", tokenizers: agreeing.flatMap(({ tokenizer }) => tokenizer ?? []) };
}

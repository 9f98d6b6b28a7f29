/** What was measured for a claim: with one tokenizer, or of one target. `of` names it; undefined where there is none. */
export type Measured = {
  readonly of: string | undefined;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

/** What a claim says, as a range; an end left out is open. */
export type Claimed = { readonly low?: number | undefined; readonly high?: number | undefined };

export type Verdict =
  | { readonly kind: "holds" }
  | { readonly kind: "partly"; readonly of: readonly string[] }
  /** The figure follows from what the text assumes; by the rule as it must be, another one does. */
  | { readonly kind: "arithmetic" }
  | { readonly kind: "fails" }
  | { readonly kind: "unverifiable" };

/** How far off a figure that is printed as "about" may be and still hold. */
const ABOUT = 0.1;

/** Floating-point noise at the edge of a printed figure: 9.375 is 9.38 to the cent, and 9.37 too. */
const ROUNDING = 1e-9;

/**
 * Whether a claim holds: for everything it could mean, only for some of it, or for none. What holds by the text's own
 * rule but not by the `corrected` one is right as arithmetic only. A measured interval agrees when
 * it overlaps what is claimed, so that a claim never fails by sampling alone. Nothing measured, or nothing claimed:
 * unverifiable.
 */
export function judge(
  claimed: Claimed | undefined,
  about: boolean,
  measured: readonly Measured[],
  corrected?: number,
): Verdict {
  if (claimed === undefined || measured.length === 0) return { kind: "unverifiable" };
  const slack = about ? ABOUT : 0;
  const low = claimed.low === undefined ? Number.NEGATIVE_INFINITY : claimed.low * (1 - slack);
  const high = claimed.high === undefined ? Number.POSITIVE_INFINITY : claimed.high * (1 + slack);
  const agreeing = measured.filter(
    (each) => (each.high ?? each.value) >= low - ROUNDING && (each.low ?? each.value) <= high + ROUNDING,
  );
  if (agreeing.length === measured.length) {
    const stands = corrected === undefined || (corrected >= low - ROUNDING && corrected <= high + ROUNDING);
    return { kind: stands ? "holds" : "arithmetic" };
  }
  if (agreeing.length === 0) return { kind: "fails" };
  return { kind: "partly", of: agreeing.flatMap(({ of }) => of ?? []) };
}

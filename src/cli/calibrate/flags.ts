/** Flags of `calibrate` as commander leaves them. */
export type CalibrateFlags = {
  readonly quick?: true;
  readonly locale?: "en" | "ko";
  readonly quiet?: true;
  readonly json?: true;
};

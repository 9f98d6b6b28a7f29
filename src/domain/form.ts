/** Other forms in which the same Korean text reaches a model; `dataset/forms.ts` makes them. */
export const FORM_NAMES = ["nfd", "nbsp", "fullwidth"] as const;
export type Form = (typeof FORM_NAMES)[number];

/** A text as it is compared: no difference of full width or of composition, runs of white space as one. */
export const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

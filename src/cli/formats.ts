import { UserError } from "../domain/error.ts";
import { didYouMean } from "../domain/suggest.ts";

/** `md,csv` as formats; all of them when nothing was asked. */
export function parseFormats<Format extends string>(text: string | undefined, known: readonly Format[]): Format[] {
  const names = text?.split(",").map((name) => name.trim()) ?? known;
  return names.map((name) => {
    const format = known.find((each) => each === name);
    if (format !== undefined) return format;
    const meant = didYouMean(name, known);
    throw new UserError(
      "usage",
      `There is no format "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      { fix: `Formats: ${known.join(", ")}.` },
    );
  });
}

import type { z } from "zod";

/** The first fault of a row in a few words, with its place in the row. */
export function wrongIn({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return `wrong form: ${place}${issue?.message ?? "unknown"}`;
}

import { z } from "zod";

/**
 * The ids that a match rule of genai-prices names in full. Its other rules (`starts_with`, `contains`, `regex`) also
 * take models that came later, at another price: the rule of Sonnet 5 takes `claude-sonnet-5-5`. They are not followed.
 */
export function idsNamed(match: unknown): string[] {
  const equals = z.object({ equals: z.string() }).safeParse(match);
  if (equals.success) return [equals.data.equals];
  const or = z.object({ or: z.array(z.unknown()) }).safeParse(match);
  return or.success ? or.data.or.flatMap(idsNamed) : [];
}

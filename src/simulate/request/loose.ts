/** A field of what a client sent; undefined where there is none. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

export function text(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === "string" ? found : undefined;
}

export function items(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

/** The first of the named fields that is a positive whole number. */
export function tokens(value: unknown, ...names: readonly string[]): number | undefined {
  const found = names.map((name) => field(value, name)).find((given) => typeof given === "number" && given >= 1);
  return found === undefined ? undefined : Math.floor(found as number);
}

export function record(value: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  const found = field(value, name);
  return typeof found === "object" && found !== null && !Array.isArray(found)
    ? (found as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Text that is given as a string, or as a list of parts of which some are text. */
export function spoken(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part) => (typeof part === "string" ? part : (text(part, "text") ?? ""))).join("");
}

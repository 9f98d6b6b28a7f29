/** Loose reading of what a server sends: a field that is not there, or is of another type, is undefined. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** A field that is a string with something in it. */
export function word(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The elements of a field that is a list; none where it is no list. */
export function items(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

/** The name that a key has in the schema, for an answer whose fields were asked for in Korean. */
export function renaming(names: Readonly<Record<string, string>>): (key: string) => string {
  const back = new Map(Object.entries(names).flatMap(([english, korean]) => [[korean, english] as const]));
  const over = new Map(Object.entries(names));
  return (key) => back.get(key.normalize("NFC")) ?? over.get(key) ?? key;
}

/**
 * A value with its Korean field names turned back into those of the schema, at every depth. An English name where a
 * Korean one was asked for is turned too, into one that no schema knows: it is no such field.
 */
export function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  return withKeys(value, renaming(names));
}

function withKeys(value: unknown, named: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeys(item, named));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [named(key), withKeys(inside, named)]));
}

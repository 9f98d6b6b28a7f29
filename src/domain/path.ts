/** A place in a value as a path: `items[0].price`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  let path = "";
  for (const key of keys) path += typeof key === "number" ? `[${key}]` : `${path === "" ? "" : "."}${String(key)}`;
  return path;
}

/** What stands at a place; undefined where there is nothing. */
export function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return found;
}

import type { z } from "zod";

/** A schema inside that of a task. */
export type Place = {
  /** As rules name it, as in `items[].price`; empty for the whole. */
  readonly path: string;
  readonly schema: z.core.$ZodTypes;
};

/** A schema and every one inside it, as often as it stands there; one that holds itself is followed once. */
export function placesOf(schema: z.core.$ZodType, path = "", above: readonly z.core.$ZodType[] = []): readonly Place[] {
  if (above.includes(schema)) return [];
  const known = schema as z.core.$ZodTypes;
  const inside = insideOf(known, path).flatMap(([step, each]) => placesOf(each, step, [...above, schema]));
  return [{ path, schema: known }, ...inside];
}

function insideOf({ _zod: { def } }: z.core.$ZodTypes, path: string): (readonly [string, z.core.$ZodType])[] {
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).map(([key, each]) => [path === "" ? key : `${path}.${key}`, each]);
    case "array":
      return [[`${path}[]`, def.element]];
    case "union":
      return def.options.map((each) => [path, each]);
    case "nullable":
    case "optional":
    case "nonoptional":
    case "readonly":
      return [[path, def.innerType]];
    case "lazy":
      return [[path, def.getter()]];
    default:
      return [];
  }
}

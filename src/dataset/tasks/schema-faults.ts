import { z } from "zod";
import type { Place } from "./places.ts";

/** Why a schema cannot be asked for in every way there is, each with where it is; empty when it can. */
export function schemaFaults(schema: z.ZodType, places: readonly Place[]): string[] {
  const at = (path: string): string => (path === "" ? "schema" : `schema: ${path}`);
  const faults = places.flatMap(({ path, schema: { _zod } }) => {
    const { type } = _zod.def;
    if (!TAKEN.has(type)) return [`${at(path)} ${INSTEAD[type] ?? `is of the type ${type}, which JSON does not have`}`];
    return "coerce" in _zod.def && _zod.def.coerce ? [`${at(path)} ${COERCED}`] : [];
  });
  if (faults.length > 0) return faults;
  if (places[0]?.schema._zod.def.type !== "object") return ["schema: is no object, as every answer has to be"];
  try {
    z.toJSONSchema(schema, { cycles: "throw" });
    return [];
  } catch (error) {
    return [`schema: ${(error instanceof Error ? error.message : String(error)).split("\n")[0] ?? ""}`];
  }
}

/** What every way of asking for JSON can say. */
const TAKEN: ReadonlySet<z.core.$ZodTypeDef["type"]> = new Set([
  ...(["object", "array", "union", "nullable", "nonoptional", "readonly", "lazy"] as const),
  ...(["string", "number", "boolean", "null", "enum", "literal", "template_literal"] as const),
]);

/** What is often written all the same. */
const INSTEAD: Partial<Record<z.core.$ZodTypeDef["type"], string>> = {
  pipe: "changes what it reads; write what stands in the answer itself",
  transform: "changes what it reads; write what stands in the answer itself",
  date: "is a Date, which JSON does not have; write z.iso.date() or z.iso.datetime()",
  record: "is a record, whose keys have no names; write an object, or a list of objects",
  tuple: "is a tuple, which strict modes do not take; write an object",
  intersection: "is an intersection, which strict modes do not take; write one object with .extend()",
  optional: "may be left out, which strict modes do not take; write .nullable()",
  default: "fills in what is missing; write .nullable()",
  prefault: "fills in what is missing; write .nullable()",
  catch: "takes anything, as it has a .catch()",
};
const COERCED = "takes other types too, as it is coerced; write it without z.coerce";

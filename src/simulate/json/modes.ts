import type { JsonFault, Profile } from "../../domain/profile.ts";
import type { Shape } from "../../domain/question.ts";

/** What the vendors' JSON modes keep from happening: whatever is no JSON, but that it is cut off. */
const NO_JSON: readonly JsonFault[] = ["fenced", "prose", "syntax", "quotes", "empty"];

/** What a strict schema keeps from happening beside that. A date is a text to it, however it is written. */
const NOT_OF_SCHEMA: readonly JsonFault[] = [
  "duplicate-key",
  "missing-key",
  "extra-key",
  "wrong-type",
  "wrong-value",
  "translated-value",
  "number-words",
];

const RULED_OUT: Readonly<Record<Shape["mode"], readonly JsonFault[]>> = {
  prompt: [],
  json: NO_JSON,
  schema: [...NO_JSON, ...NOT_OF_SCHEMA],
  tool: [...NO_JSON, ...NOT_OF_SCHEMA],
};

/** Whether a fault can happen where JSON is asked for in that way. */
export const happens = (fault: JsonFault, mode: Shape["mode"]): boolean => !RULED_OUT[mode].includes(fault);

/** Whether the vendor holds the answer to the schema. */
export const isStrict = (mode: Shape["mode"]): boolean => mode === "schema" || mode === "tool";

/** Shares of what can go wrong in a mode; the rest of the answers are well formed. */
export const sharesIn = (json: Profile["json"], mode: Shape["mode"]): Profile["json"] =>
  Object.fromEntries(Object.entries(json).filter(([fault]) => happens(fault as JsonFault, mode)));

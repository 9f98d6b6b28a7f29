import type { JsonSchema } from "../../domain/question.ts";
import { choices, isRecord, propertiesOf, resolved } from "./parts.ts";
import { isValid } from "./valid.ts";

/** An object inside a value, and the schema that it follows. */
export type ObjectPlace = { readonly object: Record<string, unknown>; readonly schema: JsonSchema };

/** A place inside a value: of an object by its key, of a list by its number; and what may stand there. */
export type Place = {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  /** The schema of the place, and the schemas that it leaves the choice of. */
  readonly options: readonly JsonSchema[];
};

/** Every object inside a value, itself included. */
export const objectsIn = (value: unknown, root: JsonSchema): ObjectPlace[] =>
  [...holdersIn(value, root, root)].flatMap(({ holder, schema }) =>
    isRecord(holder) ? [{ object: holder, schema }] : [],
  );

/** Every place inside a value. */
export function placesIn(value: unknown, root: JsonSchema): Place[] {
  return [...holdersIn(value, root, root)].flatMap(({ holder, schema }) =>
    Object.keys(holder).map((key): Place => {
      const own = resolved(isRecord(holder) ? propertiesOf(schema)[key] : schema["items"], root);
      const options = [own, ...choices(own).map((option) => resolved(option, root))];
      return { holder: holder as Record<string, unknown>, key, options };
    }),
  );
}

type Holder = { readonly holder: Record<string, unknown> | unknown[]; readonly schema: JsonSchema };

/** Objects and lists, each with the one schema of those it may follow that takes it. */
function* holdersIn(value: unknown, given: unknown, root: JsonSchema): Generator<Holder> {
  if (!Array.isArray(value) && !isRecord(value)) return;
  const found = resolved(given, root);
  const option = choices(found).find((one) => isValid(value, one, root));
  const schema = option === undefined ? found : resolved(option, root);
  yield { holder: value, schema };
  for (const [key, inside] of Object.entries(value))
    yield* holdersIn(inside, Array.isArray(value) ? schema["items"] : propertiesOf(schema)[key], root);
}

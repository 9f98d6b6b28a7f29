import { didYouMean } from "../../domain/suggest.ts";
import type { Task } from "../../domain/task.ts";
import { normalise } from "../normalise.ts";
import { type Place, placesOf } from "./places.ts";
import { schemaFaults } from "./schema-faults.ts";

/** What is wrong with a task beyond its form, each with where it is; empty when it can be asked and graded. */
export function taskFaults(task: Task): string[] {
  const places = placesOf(task.schema);
  const faults = schemaFaults(task.schema, places);
  // The names of a schema that cannot be asked for are not all known.
  if (faults.length > 0) return [...faults, ...textFaults(task)];
  return [
    ...nameFaults(task.names, propertiesIn(places)),
    ...valueFaults(task.values, valuesIn(places)),
    ...Object.keys(task.compare).flatMap((path) => pathFaults("compare", path, places)),
    ...textFaults(task),
  ];
}

/** A path of a rule that no field has. */
export function pathFaults(rule: string, path: string, places: readonly Place[]): string[] {
  const known = places.map((place) => place.path).filter((each) => each !== "");
  return known.includes(path) ? [] : [`${rule}: no field is ${path === "" ? '""' : path}${guess(path, known)}`];
}

function nameFaults(names: Task["names"], properties: ReadonlySet<string>): string[] {
  const english = Object.keys(names);
  return [
    ...[...properties].filter((name) => !Object.hasOwn(names, name)).map((name) => `names: ${name} has no Korean name`),
    ...english
      .filter((name) => !properties.has(name))
      .map((name) => `names: ${name} is no field of the schema${guess(name, [...properties])}`),
    ...english.flatMap((name, i) => {
      const korean = names[name] ?? "";
      if (properties.has(korean)) return [`names: ${name} is called ${korean}, as a field of the schema is`];
      const first = english.findIndex((other) => names[other] === korean);
      return first === i ? [] : [`names: ${english[first] ?? ""} and ${name} are both called ${korean}`];
    }),
  ];
}

/** One of the two languages has to be the one of the schema. */
function valueFaults(values: Task["values"], known: ReadonlySet<unknown>): string[] {
  return Object.entries(values)
    .filter((both) => both.every((value) => !known.has(value)))
    .map(([english]) => `values: ${english} is no value of the schema${guess(english, [...known])}`);
}

function textFaults({ title, instruction, names, values }: Task): string[] {
  const texts = {
    ...Object.fromEntries(Object.entries(title).map(([lang, text]) => [`title.${lang}`, text])),
    ...Object.fromEntries(Object.entries(instruction).map(([lang, text]) => [`instruction.${lang}`, text])),
    ...Object.fromEntries(Object.entries(names).map(([key, text]) => [`names.${key}`, text])),
    ...Object.fromEntries(Object.entries(values).map(([key, text]) => [`values.${key}`, text])),
  };
  return [
    ...Object.entries(texts)
      .filter(([, text]) => text !== normalise(text))
      .map(([at]) => `${at}: is not in NFC with plain spaces`),
    ...(/\p{Script=Hangul}/u.test(instruction.ko) ? [] : ["instruction.ko: holds no Hangul"]),
  ];
}

const propertiesIn = (places: readonly Place[]): Set<string> =>
  new Set(places.flatMap(({ schema: { _zod } }) => (_zod.def.type === "object" ? Object.keys(_zod.def.shape) : [])));

const valuesIn = (places: readonly Place[]): Set<unknown> =>
  new Set(
    places.flatMap(({ schema: { _zod } }): unknown[] => {
      if (_zod.def.type === "enum") return Object.values(_zod.def.entries);
      return _zod.def.type === "literal" ? _zod.def.values : [];
    }),
  );

function guess(typed: string, known: readonly unknown[]): string {
  const meant = didYouMean(
    typed,
    known.filter((each) => typeof each === "string"),
  );
  return meant === undefined ? "" : `; did you mean ${meant}?`;
}

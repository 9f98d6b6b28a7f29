import type { Fault, FaultKind, Grade } from "../../domain/grade.ts";
import type { JsonSchema } from "../../domain/question.ts";
import { typeAt, typesAt } from "./place.ts";
import type { JsonType, JsonWording, TextFault } from "./wording.ts";

/** Faults that are told of one answer. */
const MOST = 10;

/** An answer that was not valid. */
export type FailedAnswer = { readonly text: string; readonly grade: Pick<Grade, "reading" | "faults"> };

export type Complained = {
  /** With the names of fields that were asked for. */
  readonly schema: JsonSchema | undefined;
  /** Korean names of fields, where they were asked for in Korean. */
  readonly names: Readonly<Record<string, string>>;
  readonly words: JsonWording;
};

/** What is wrong with an answer, a line each as a validator would say it, and the demand for a better one. */
export function complaint({ text, grade }: FailedAnswer, { schema, names, words }: Complained): string {
  // An answer that was cut off after its JSON lost nothing of it.
  const faults = grade.faults.filter(({ kind }) => kind !== "truncated" || grade.reading !== "raw");
  const told = faults.slice(0, MOST).map((fault) => sentence(fault));
  const more = faults.length > MOST ? [words.more(faults.length - MOST)] : [];
  return [words.wrong, ...[...told, ...more].map((line) => `- ${line}`), words.again].join("\n");

  function sentence({ kind, path }: Fault): string {
    if (isOfText(kind, words)) return words.ofText[kind];
    const shown = path === undefined ? "" : asAsked(path, names);
    const [first, ...others]: readonly JsonType[] = schema === undefined ? [] : typesAt(schema, shown);
    const what =
      kind === "wrong-type" && first !== undefined
        ? words.type([first, ...others], typeAt(text, shown))
        : words.ofPlace[kind];
    return `${shown === "" ? words.whole : shown}: ${what}`;
  }
}

const isOfText = (kind: FaultKind, words: JsonWording): kind is TextFault => Object.hasOwn(words.ofText, kind);

/** A path with the names that were asked for; grades have those of the schema, and turn the others round. */
function asAsked(path: string, names: Readonly<Record<string, string>>): string {
  const both = new Map(Object.entries(names).flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));
  return path.replace(/[^.[\]]+/g, (name) => both.get(name) ?? name);
}

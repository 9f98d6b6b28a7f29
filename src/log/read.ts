import { Attempt } from "../domain/attempt.ts";
import { linesOf } from "./lines.ts";

/** A line that is no attempt: half-written by a process that was killed, or damaged. */
export type Lost = { readonly line: number; readonly why: string };

/** Every attempt of a log, one after the other; lines that cannot be read are told to `onLost` and do not stop the rest. */
export async function* readLog(path: string, onLost: (lost: Lost) => void = () => undefined): AsyncGenerator<Attempt> {
  let line = 0;
  for await (const text of linesOf(path)) {
    line++;
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      onLost({ line, why: "it is not JSON" });
      continue;
    }
    const parsed = Attempt.safeParse(value);
    if (parsed.success) yield parsed.data;
    else
      onLost({ line, why: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ") });
  }
}

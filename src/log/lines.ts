import { createReadStream } from "node:fs";

/**
 * The lines of a file, which end in a line feed and in nothing else. `readline` of Node 24 ends them at U+2028 and U+2029
 * as well, which may stand in the JSON of an answer.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

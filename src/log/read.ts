import { open } from "node:fs/promises";
import { Attempt } from "../domain/attempt.ts";
import { bared } from "./bared.ts";
import { isSurelyWhole } from "./whole.ts";

/** A line that is no attempt: half-written by a process that was killed, or damaged. */
export type Lost = { readonly line: number; readonly why: string };

type EachLogged = {
  readonly onLost?: (lost: Lost) => void;
  /** With all of its text, for who reads what was answered. */
  readonly whole?: boolean;
};

const LINE_FEED = 10;
const NOTHING: Buffer = Buffer.alloc(0);
const PIECE = 1 << 20;

/**
 * Every attempt of a log, one after the other, as figures need it: without the reads of its body, and of its
 * text perhaps the first character alone: they are the most of a line. Lines that cannot be read are told to `onLost` and do not stop the rest. A line ends in a line feed and in nothing else:
 * U+2028 may stand in the JSON of an answer.
 */
export async function eachLogged(
  path: string,
  take: (attempt: Attempt) => void,
  { onLost = () => undefined, whole = false }: EachLogged = {},
): Promise<void> {
  let line = 0;
  let rest: Buffer = NOTHING;
  const read = (bytes: Buffer): void => {
    line++;
    if (bytes.length === 0) return;
    const value = whole ? undefined : parsed(bared(bytes));
    if (isSurelyWhole(value)) take(value);
    else check(bytes);
  };
  /** The whole line, by the schema. */
  const check = (bytes: Buffer): void => {
    const text = bytes.toString();
    if (text.trim() === "") return;
    const value = parsed(text);
    if (value === undefined) {
      onLost({ line, why: "it is not JSON" });
      return;
    }
    const found = Attempt.safeParse(value);
    if (found.success) take({ ...found.data, "tokenwon.wire": { ...found.data["tokenwon.wire"], chunks: [] } });
    else
      onLost({ line, why: found.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ") });
  };
  for await (const piece of piecesOf(path)) {
    let from = 0;
    for (;;) {
      const end = piece.indexOf(LINE_FEED, from);
      if (end < 0) break;
      const own = piece.subarray(from, end);
      read(rest.length === 0 ? own : Buffer.concat([rest, own]));
      rest = NOTHING;
      from = end + 1;
    }
    // A copy: the place of the piece is that of the next one.
    rest = Buffer.concat([rest, piece.subarray(from)]);
  }
  if (rest.length > 0) read(rest);
}

/** The file in pieces that all take the same place, so that gigabytes leave nothing to be collected. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const place = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(place, 0, PIECE);
      if (bytesRead === 0) return;
      yield place.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Undefined for what is no JSON; nothing that is JSON is undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import type { Reading } from "../../domain/grade.ts";
import { balanced, mayOpen } from "./balanced.ts";
import { fences } from "./fence.ts";

/** A text that holds JSON: the value and how it was found. */
export type Read = {
  readonly value: unknown;
  readonly by: Reading;
  /** The text of the value alone. */
  readonly json: string;
  /** Whether anything but white space and a fence stands around it. */
  readonly prose: boolean;
  readonly fence: boolean;
};

/** No schema of ours nests so deep; what does is no answer. */
const DEEPEST = 500;
/** How many brackets in prose are looked at before the answer is given up. */
const MOST = 100;

/** A byte order mark at the start is no fault of a model's. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

/**
 * Reads an answer as JSON: as it is, without a fence around it, or the first value in it. The first that works. Undefined
 * where none works: nothing is mended within a value, and no part of a value stands for it.
 */
export function readJson(text: string): Read | undefined {
  const bare = withoutMark(text);
  const raw = parsed(bare);
  if (raw !== undefined) return { ...raw, by: "raw", prose: false, fence: false };
  const all = fences(bare);
  for (const { inside, around } of all) {
    const found = parsed(inside);
    if (found !== undefined) return { ...found, by: "fence", prose: wordsIn(around), fence: true };
  }
  return extracted(bare, all.length > 0);
}

/** Whether there are words in what stands around a value, besides the signs of fences and the name of their language. */
export const wordsIn = (around: string): boolean =>
  around.replace(/^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:json[c5]?[ \t]*)?$/gim, "").trim() !== "";

/** A list of bare values may be a mark in prose, as `[1]` is; it counts where there is nothing else. */
function extracted(text: string, fence: boolean): Read | undefined {
  let mark: Read | undefined;
  let start = 0;
  for (let count = 0; count < MOST; count++) {
    const place = balanced(text, start);
    if (place === undefined) return mark;
    const { from, to } = place;
    if (place.end === "whole") {
      const found = parsed(text.slice(from, to));
      const around = `${text.slice(0, from)}\n${text.slice(to)}`;
      const read = found && { ...found, by: "extracted" as const, prose: wordsIn(around), fence };
      if (read !== undefined && !isMark(read.value)) return read;
      mark ??= read;
    }
    const meant = mayOpen(text, from);
    // What is cut off has parts that are whole, and none of them is the answer.
    if (meant && place.end !== "whole") return undefined;
    // Nor is a part of a value that is no JSON; what comes after it may be. In a bracket of prose it may stand.
    start = meant ? to : from + 1;
  }
  return mark;
}

const isMark = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);

function parsed(text: string): { readonly value: unknown; readonly json: string } | undefined {
  if (depth(text) > DEEPEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return { value, json: text };
  } catch {
    return undefined;
  }
}

/** How deep the brackets of a text go, those in strings too. */
function depth(text: string): number {
  let [now, most] = [0, 0];
  for (const sign of text) {
    if (sign === "{" || sign === "[") most = Math.max(most, ++now);
    else if (sign === "}" || sign === "]") now--;
  }
  return most;
}

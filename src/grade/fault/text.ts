import type { FinishReason } from "../../domain/finish.ts";
import type { Fault, FaultKind } from "../../domain/grade.ts";
import { type Balanced, balanced, mayOpen } from "../read/balanced.ts";
import { fences } from "../read/fence.ts";
import { type Read, withoutMark, wordsIn } from "../read/ladder.ts";
import { mended } from "../read/mended.ts";

/** What stood in the way of a text that had to be read another way, or could not be read; in the order of what decides. */
export function textFaults(text: string, read: Read | undefined, finish: FinishReason | undefined): Fault[] {
  const kinds: FaultKind[] = [];
  if (finish === "refusal" || finish === "filter") kinds.push(finish);
  if (read === undefined) kinds.push(...unread(withoutMark(text), finish));
  else {
    if (read.fence) kinds.push("fence");
    if (read.prose || (read.by === "extracted" && !read.fence)) kinds.push("prose");
    if (finish === "length") kinds.push("truncated");
  }
  return kinds.map((kind) => ({ kind }));
}

function unread(text: string, finish: FinishReason | undefined): FaultKind[] {
  const cut = finish === "length" ? (["truncated"] as const) : [];
  if (text.trim() === "") return ["empty", ...cut];
  const fence = fences(text)[0];
  const inside = fence?.inside ?? text;
  const place = valueIn(inside);
  const fenced = fence === undefined ? [] : (["fence"] as const);
  // Well-formed, and not read: nested deeper than anything that was asked for.
  if (isJson(inside)) return [...cut, "other-syntax", ...fenced];
  if (place === undefined) {
    const words = wordsIn(text) ? (["prose"] as const) : [];
    return [...cut, ...(looksBare(inside) ? (["other-syntax"] as const) : []), ...fenced, ...words];
  }
  const { from, to, end } = place;
  const before = inside.slice(0, from);
  const around = `${fence?.around ?? ""}\n${before}\n${inside.slice(to)}`;
  return [
    ...(finish === "length" || end === "open" ? (["truncated"] as const) : []),
    ...syntax(inside.slice(from, to), end === "open" || finish === "length"),
    ...fenced,
    ...(wordsIn(around) ? (["prose"] as const) : []),
  ];
}

type Place = { readonly from: number; readonly to: number; readonly end: "whole" | "open" };

/** The value that a text means to hold, however badly written. */
function valueIn(text: string): Place | undefined {
  for (let start = 0, count = 0; count < 100; count++) {
    const place = balanced(text, start);
    if (place === undefined) return undefined;
    if (mayOpen(text, place.from)) return { from: place.from, ...endOf(text, place) };
    start = place.from + 1;
  }
  return undefined;
}

/** A value whose own marks are escaped, as if it stood in a text. */
const ESCAPED = /^[{[]\s*\\"/;

/** Where a value ends: marks of another kind hide where its texts end and which brackets are its own. */
function endOf(text: string, { from, to, end }: Balanced): Omit<Place, "from"> {
  if (end === "whole" && isJson(mended(text.slice(from, to)).json)) return { to, end };
  const last = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"), from) + 1;
  if (isJson(mended(text.slice(from, last)).json)) return { to: last, end: "whole" };
  if (end === "whole") return { to, end };
  const meant = ESCAPED.test(text.slice(from, from + 200)) ? text.slice(from).replaceAll('\\"', '"') : text.slice(from);
  const open = balanced(mended(meant).json)?.end === "open";
  return open ? { to: text.length, end: "open" } : { to: last, end: "whole" };
}

/** What is wrong with a value that is no JSON; a cut-off one only as far as it goes. */
function syntax(value: string, cut: boolean): FaultKind[] {
  const { json, commas, quotes } = mended(value);
  const seen: FaultKind[] = [];
  if (commas) seen.push("trailing-comma");
  if (quotes) seen.push("quotes");
  if (!cut && !isJson(json)) seen.push("other-syntax");
  return seen;
}

/** Fields without the brackets around them. */
const looksBare = (text: string): boolean => /^\s*"[^"\n]+"\s*:/.test(text);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text as it reads, and where each of its characters stands in the text it was made of. */
export type Reading = { readonly text: string; readonly at: (index: number) => number };

/** A recording is JSON that holds a body, which is JSON that may hold JSON: a tool's arguments. */
const DEEPEST = 3;

const ESCAPE = /\\(?:u([0-9a-f]{4})|(["\\/bfnrt]))/gi;
const SPECIAL: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/**
 * The text as it stands, and with one level of JSON's escapes undone after the other; the last has none left (or is
 * deeper than anything of ours). Nothing is parsed, so a body that broke off reads as well as a whole one.
 */
export function readings(text: string): readonly [Reading, ...Reading[]] {
  const all: [Reading, ...Reading[]] = [{ text, at: (index) => index }];
  let last: Reading = all[0];
  while (all.length <= DEEPEST && last.text.search(ESCAPE) >= 0) {
    last = undone(last);
    all.push(last);
  }
  return all;
}

function undone(from: Reading): Reading {
  let text = "";
  let done = 0;
  // Where each escape ends: [index in the new text, index in the old one].
  const joints: [number, number][] = [[0, 0]];
  for (const { index, 0: escape, 1: code, 2: letter = "" } of from.text.matchAll(ESCAPE)) {
    text += from.text.slice(done, index);
    joints.push([text.length, index]);
    text += code === undefined ? (SPECIAL[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
    done = index + escape.length;
    joints.push([text.length, done]);
  }
  text += from.text.slice(done);
  return { text, at: (index) => from.at(old(joints, index)) };
}

/** The place in the old text of an index in the new one, by the last joint before it. */
function old(joints: readonly [number, number][], index: number): number {
  let low = 0;
  let high = joints.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((joints[middle]?.[0] ?? 0) <= index) low = middle;
    else high = middle;
  }
  const [inNew, inOld] = joints[low] ?? [0, 0];
  return inOld + index - inNew;
}

/** A text with its quotation marks and commas set right, and whether any had to be. Only ever to tell what is wrong. */
export type Mended = { readonly json: string; readonly commas: boolean; readonly quotes: boolean };

/** What closes a text that opens so; JSON knows only the first. */
const CLOSERS = new Map([
  ['"', '"'],
  ["'", "'’"],
  ["‘", "’'"],
  ["’", "’"],
  ["“", '”"'],
  ["”", "”"],
  ["`", "`"],
  ["＂", "＂"],
]);

/** Sets right what can be set right without guessing at the value; reads like JSON that takes any quotation mark. */
export function mended(text: string): Mended {
  let [json, commas, quotes] = ["", false, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    const closers = CLOSERS.get(sign);
    if (closers !== undefined) {
      const end = endOf(text, at, closers);
      const closed = end < text.length;
      if (sign === '"') json += text.slice(at, end + 1);
      else {
        quotes = true;
        json += `"${doubled(text.slice(at + 1, end))}${closed ? '"' : ""}`;
      }
      at = end;
    } else if (sign === "," && /^\s*[}\]]/.test(text.slice(at + 1, at + 200))) commas = true;
    else json += sign;
  }
  return { json, commas, quotes };
}

/** The place of the mark that closes a text: one after which JSON can go on, so that an apostrophe within it does not. */
function endOf(text: string, begin: number, closers: string): number {
  for (let at = begin + 1; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "\\") at++;
    else if (closers.includes(sign) && (closers === '"' || /^\s*(?:[,:}\]]|$)/.test(text.slice(at + 1, at + 200))))
      return at;
  }
  return text.length;
}

/** The inside of a text as it stands between double marks. */
const doubled = (inside: string): string => inside.replace(/\\?["']/g, (mark) => (mark.endsWith('"') ? '\\"' : "'"));

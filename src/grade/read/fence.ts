/** What stands in a Markdown fence, and what stands around it. */
export type Fenced = { readonly inside: string; readonly around: string };

const OPEN = /^[ \t]*(`{3,}|~{3,})[^\n`]*$/gm;
/** More fences than any answer needs. */
const MOST = 20;

/**
 * What stands in each fence of a text, in order; one within another comes after it. A fence ends at a line of as many
 * signs or more, so that a shorter one within a value does not end it; one that is never closed goes to the end, as an
 * answer does that was cut off.
 */
export function fences(text: string): Fenced[] {
  const found: Fenced[] = [];
  let from = 0;
  while (found.length < MOST) {
    OPEN.lastIndex = from;
    const open = OPEN.exec(text);
    const sign = open?.[1];
    if (open === null || sign === undefined) break;
    const begin = open.index + open[0].length + 1;
    const close = closing(sign).exec(text.slice(begin));
    const end = close === null ? text.length : begin + close.index;
    const after = close === null ? "" : text.slice(end + close[0].length);
    const inside = text.slice(begin, end);
    const around = (text.slice(0, open.index) + after).trim();
    found.push({ inside, around });
    for (const within of fences(inside)) found.push({ ...within, around: `${around}\n${within.around}`.trim() });
    from = close === null ? text.length : end + close[0].length;
  }
  const tight = withoutSigns(text.trim());
  return tight === undefined ? found : [...found, { inside: tight, around: "" }];
}

/** What a text holds between the signs at its two ends, as of a fence in one line, or one closed beside its value. */
function withoutSigns(text: string): string | undefined {
  const sign = /^`{3,}/.exec(text)?.[0];
  if (sign === undefined || text.length < 2 * sign.length || !text.endsWith(sign)) return undefined;
  return text
    .slice(sign.length, -sign.length)
    .trim()
    .replace(/^json[c5]?\b/i, "");
}

const closing = (sign: string): RegExp =>
  new RegExp(`^[ \\t]*${sign.startsWith("~") ? "~" : "`"}{${sign.length},}[ \\t]*$`, "m");

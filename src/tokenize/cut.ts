const LETTER = /\p{L}/u;

/**
 * Cuts a long text into parts of about `size` units whose token counts add up to the count of the whole.
 *
 * A cut is made only before a space that stands between two letters: there every split pattern ends a piece, whatever
 * comes after, and starts one with the space, whatever came before. Where no such space is near, the part grows.
 */
export function cut(text: string, size: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > size * 1.25) {
    const at = boundary(text, start + size);
    if (at === undefined) break;
    parts.push(text.slice(start, at));
    start = at;
  }
  parts.push(text.slice(start));
  return parts;
}

function boundary(text: string, from: number): number | undefined {
  for (let at = text.indexOf(" ", from); at !== -1; at = text.indexOf(" ", at + 1)) {
    if (LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1))) return at;
  }
  return undefined;
}

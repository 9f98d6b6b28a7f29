/** Controls, halves of surrogate pairs, and marks that turn the direction of a text: written, not obeyed. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text of somebody else as a code span: nothing in it is Markdown or HTML. The marks around it are longer than any run
 * of them within. An empty text has no code span.
 */
export function codeSpan(text: string): string {
  const shown = text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const runs = shown.match(/`+/g) ?? [];
  const marks = "`".repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  // A renderer takes a space from either end where both have one.
  const space = /^[` ]|[` ]$/.test(shown) && shown.trim() !== "" ? " " : "";
  return marks + space + shown + space + marks;
}

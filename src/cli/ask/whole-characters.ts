/** Where text goes piece by piece. */
export type Pieces = { readonly write: (piece: string) => void; readonly end: () => void };

/**
 * Writes text that comes in pieces without ever cutting a character in two: a piece may end in the first half of a pair
 * of surrogates, which would go out as a broken one. `end` lets go of what was held.
 */
export function wholeCharacters(write: (text: string) => void): Pieces {
  let held = "";
  const out = (text: string): void => {
    if (text !== "") write(text);
  };
  return {
    write: (piece) => {
      const text = held + piece;
      held = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : "";
      out(held === "" ? text : text.slice(0, -1));
    },
    end: () => {
      out(held);
      held = "";
    },
  };
}

import stringWidth from "string-width";
import type { Output } from "../../../../src/cli/effects.ts";

/** A terminal as far as the progress display uses one. It throws at a line that fills it, and at a code it does not know. */
export class Screen implements Output {
  readonly isTTY = true;
  readonly rows: string[] = [""];
  readonly #columns: number;
  /** Where the cursor stands: its row, and the characters before it. */
  #row = 0;
  #before = "";

  constructor(columns: number) {
    this.#columns = columns;
  }

  write(text: string): void {
    for (const [piece] of text.matchAll(/\u001B(\[\d*[A-Z])?|\n|[^\u001B\n]+/g)) this.#take(piece);
  }

  #take(piece: string): void {
    const up = /^\u001B\[(\d+)A$/.exec(piece);
    if (up !== null) this.#moveTo(this.#row - Number(up[1]));
    else if (piece === "\n") this.#moveTo(this.#row + 1);
    else if (piece === "\u001B[K") this.rows[this.#row] = this.#before;
    else if (piece === "\u001B[J") this.rows.splice(this.#row, this.rows.length, this.#before);
    else if (piece.startsWith("\u001B")) throw new Error(`unknown code ${JSON.stringify(piece)}`);
    else this.#print(piece);
  }

  #moveTo(row: number): void {
    if (row < 0) throw new Error("above the first row");
    this.#row = row;
    this.#before = "";
    this.rows[row] ??= "";
  }

  #print(text: string): void {
    const rest = (this.rows[this.#row] ?? "").slice(this.#before.length + text.length);
    this.#before += text;
    this.rows[this.#row] = this.#before + rest;
    if (stringWidth(this.#before) >= this.#columns) throw new Error(`fills the line: ${this.#before}`);
  }
}

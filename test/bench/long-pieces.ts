import { seeded } from "../../src/measure/random.ts";
import { loadCounter } from "../../src/tokenize/counter.ts";
import { median, type Row, seconds } from "./row.ts";

const SIZES = [1, 2, 4, 8];
const ROUNDS = 3;

/** Text without a break, at sizes that double: the time should a little more than double (n log n). */
export async function benchLongPieces(): Promise<Row[]> {
  const count = await loadCounter("o200k_base");
  const random = seeded(2);
  const hangul = (bytes: number): string => {
    const codes = Array.from({ length: Math.floor(bytes / 3) }, () => 0xac00 + Math.floor(random() * 11_172));
    return codes.map((code) => String.fromCharCode(code)).join("");
  };
  const kinds: [string, (bytes: number) => string][] = [
    ["one syllable", (bytes) => "가".repeat(Math.floor(bytes / 3))],
    ["one letter", (bytes) => "a".repeat(bytes)],
    ["random Hangul", hangul],
  ];
  const rows: Row[] = [];
  for (const [kind, make] of kinds) {
    let before: number | undefined;
    for (const megabytes of SIZES) {
      const text = make(megabytes * 1e6);
      const times: number[] = [];
      let tokens = 0;
      for (let round = 0; round < ROUNDS; round++) times.push(await seconds(() => (tokens = count(text))));
      const took = median(times);
      rows.push({
        name: `${megabytes} MB of ${kind}, ${tokens.toLocaleString("en-US")} tokens`,
        figure: `${took.toFixed(2)} s`,
        beside: before === undefined ? "" : `${(took / before).toFixed(2)} × the half`,
        spread: `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)} s`,
      });
      before = took;
    }
  }
  return rows;
}

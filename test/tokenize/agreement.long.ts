import fc from "fast-check";
import { expect, it } from "vitest";
import { ENCODINGS } from "../../src/tokenize/encoding.ts";
import { loadEngines } from "./engines.ts";
import { unbrokenPiece } from "./texts.ts";

it.each(ENCODINGS)("%s: all three count 2,000 random unbroken pieces up to 3,000 bytes alike", async (name) => {
  const { ours, gpt, tiktoken } = (await loadEngines()).get(name) ?? {};
  fc.assert(
    fc.property(unbrokenPiece, (piece) => {
      const count = ours?.(piece);
      expect(gpt?.(piece)).toBe(count);
      expect(tiktoken?.(piece)).toBe(count);
    }),
    { numRuns: 2000 },
  );
});

import { describe, expect, it } from "vitest";
import { loadCounter } from "../../src/tokenize/counter.ts";
import { ENCODINGS } from "../../src/tokenize/encoding.ts";

describe("fifteen megabytes without a break", () => {
  it.each(ENCODINGS)("far more than a pattern matcher can hold, are counted on %s", async (name) => {
    const count = await loadCounter(name);
    const letters = "가나다라마바사아자차".repeat(500_000);
    const step = count("가나다라마바사아자차".repeat(2000)) - count("가나다라마바사아자차".repeat(1000));
    const rest = count("가나다라마바사아자차".repeat(1000));
    expect(count(letters)).toBe(rest + ((500_000 - 1000) / 1000) * step);
    expect(count(`(${letters}입니다. Hello`) - count(letters)).toBe(
      count("(가나다라마바사아자차입니다. Hello") - count("가나다라마바사아자차"),
    );
    expect(count(" ".repeat(5_000_000))).toBeGreaterThan(0);
    const latin = "tokenwon".repeat(700_000);
    const each = count("tokenwon".repeat(2000)) - count("tokenwon".repeat(1000));
    expect(count(latin)).toBe(count("tokenwon".repeat(1000)) + 699 * each);
  });
});

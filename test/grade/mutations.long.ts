import { it } from "vitest";
import { gradeSpoilt } from "./mutations.ts";
import { committedItems } from "./pool.ts";

it("100,000 spoilt answers are graded without a throw, and none is valid that JSON.parse or the schema refuses", async () => {
  const items = await committedItems();
  for (let seed = 1; seed <= 200; seed++) gradeSpoilt(items, seed, 500);
});

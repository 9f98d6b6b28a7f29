// `npm run datasets:sum`: writes the number of pairs and the sha256 of every file into the dataset.json beside it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = "datasets/pairs";
for (const name of readdirSync(ROOT)) {
  const path = join(ROOT, name, "dataset.json");
  const card = JSON.parse(readFileSync(path, "utf8"));
  // Files keep the order of the card; new ones follow.
  const found = readdirSync(join(ROOT, name)).filter((file) => file.endsWith(".jsonl"));
  const known = Object.keys(card.files).filter((file) => found.includes(file));
  const files = [...known, ...found.filter((file) => !known.includes(file)).sort()].map((file) => {
    const bytes = readFileSync(join(ROOT, name, file));
    const pairs = bytes
      .toString("utf8")
      .split("\n")
      .filter((line) => line.trim() !== "").length;
    return [file, { pairs, sha256: createHash("sha256").update(bytes).digest("hex") }];
  });
  writeFileSync(path, `${JSON.stringify({ ...card, files: Object.fromEntries(files) }, null, 2)}\n`);
  process.stdout.write(`${path}: ${files.map(([file, { pairs }]) => `${file} ${pairs}`).join(", ")}\n`);
}

const ONES = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const VALUES = new Map([
  ...ONES.map((word, at) => [word, at] as const),
  ...TENS.map((word, at) => [word, 20 + 10 * at] as const),
]);
const LARGE = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

/** A number in English words: `thirty-eight thousand`, `a hundred and five`, `38 thousand`. Undefined for any other text. */
export function englishNumber(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "and" && word !== "");
  let [total, section, seen] = [0, 0, false];
  for (const [at, word] of words.entries()) {
    const large = LARGE.get(word);
    const digits = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
    const value = VALUES.get(word) ?? digits;
    if (word === "a" || word === "an") {
      // `a hundred`: the word after it says how much.
      if (at !== 0 || words.length === 1) return undefined;
      continue;
    }
    if (word === "hundred") section = (section === 0 ? 1 : section) * 100;
    else if (large !== undefined) {
      total += (section === 0 ? 1 : section) * large;
      section = 0;
    } else if (value !== undefined && mayFollow(section, value)) section += value;
    else return undefined;
    seen = true;
  }
  return seen ? total + section : undefined;
}

/** `twenty` and then `five` are one number; `five` and then `five` are two. */
const mayFollow = (section: number, value: number): boolean =>
  section === 0 || (section % 100 === 0 && value < 100) || (section % 100 >= 20 && section % 10 === 0 && value < 10);

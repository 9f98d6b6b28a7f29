/** Keys of every shape, joined at run time: nothing that is shaped like a key stands in this repository. */
const LETTERS = "aB3dE5gH7jK9mN2pQ4sT6vW8xY1zC0fLrUoIb";
const tail = (length: number): string => LETTERS.repeat(3).slice(0, length);

/** Keys that are told by their own shape. */
export const KEYS: readonly (readonly [name: string, key: string])[] = [
  ["OpenAI", ["sk", tail(40)].join("-")],
  ["Anthropic", ["sk", "ant", "api03", tail(48)].join("-")],
  ["Google", ["AI", "za", tail(35)].join("")],
  ["Google, new", ["A", "Q.", tail(40)].join("")],
  ["Groq", ["gsk", tail(40)].join("_")],
  ["xAI", ["xai", tail(40)].join("-")],
  ["GitHub", ["ghp", tail(36)].join("_")],
  ["Hugging Face", ["hf", tail(34)].join("_")],
  ["AWS", ["AK", "IA", "Q7RT2WX4YZ9BC3DF"].join("")],
  ["JSON web token", [["ey", "J", tail(20)].join(""), ["ey", "J", tail(40)].join(""), tail(43)].join(".")],
];

/** Keys that only the words before them tell. */
export const PLACES: readonly (readonly [name: string, before: string, key: string])[] = [
  ["Bearer", "Bearer ", tail(24)],
  ["api_key=", "api_key=", tail(24)],
  ["?key=", "https://example.test/v1?key=", tail(24)],
  ["authorization", '"authorization":"', tail(24)],
  ["x-api-key", '"x-api-key":"', tail(24)],
  ["x-goog-api-key", "x-goog-api-key: ", tail(24)],
];

export const PEM = ["-----BEGIN", "PRIVATE", `KEY-----\n${tail(64)}\n-----END`, "PRIVATE", "KEY-----"].join(" ");

/** Which library counts. Both give the same counts; js-tiktoken is the slow reference. */
export const ENGINES = ["gpt-tokenizer", "js-tiktoken"] as const;
export type Engine = (typeof ENGINES)[number];

// A client that has nothing but the vendor's SDK: the floor of everything that asks through it.
import OpenAI from "openai";
import { BODY, loop, url } from "./loop.mjs";

const client = new OpenAI({ baseURL: url, apiKey: "none", maxRetries: 0 });

await loop(async (take) => {
  for await (const chunk of await client.chat.completions.create(BODY)) take(chunk);
});

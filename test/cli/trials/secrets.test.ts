import { afterEach, describe, expect, it } from "vitest";
import { UserError } from "../../../src/domain/error.ts";
import { SPOKEN, spoken } from "../../contract/wires.ts";
import { data } from "../../transport/frames-shared.ts";
import { type Behaviour, serve } from "../../transport/server.ts";
import { askEach, openOne, targetOf, trialsFor } from "./asking.ts";
import { type Project, project } from "./project.ts";

let place: Project;
afterEach(() => {
  place.remove();
});

/** Not a literal: the scan of this project's own files would find it. */
const FOREIGN = ["sk", "proj", "Qx7Lm2Vb9Tz4Kp1Wn8Rc5Yd3Hs6Jf0Ga"].join("-");
const BEARER = `Bearer ${["q1W2e3R4", "t5Y6u7I8", "o9P0a1S2", "d3F4g5H6"].join("")}`;

/** Where a server may put a secret. */
const PLACES: readonly (readonly [string, (secret: string) => Behaviour])[] = [
  ["a header", (secret) => ({ does: "answer", status: 500, headers: { "x-request-id": secret }, body: "{}" })],
  ["an error message", (secret) => error(`Incorrect API key provided: ${secret}.`)],
  ["a URL in an error", (secret) => error(`Not found: https://example.com/v1?key=${encodeURIComponent(secret)}`)],
  ["a body that is no JSON", (secret) => ({ does: "answer", status: 502, body: `<p>${secret}</p>` })],
  [
    "escapes of JSON",
    (secret) => ({
      does: "answer",
      status: 401,
      body: JSON.stringify({ m: escaped(secret) }).replaceAll("\\\\u", "\\u"),
    }),
  ],
  [
    "the answer",
    (secret) => ({
      does: "stream",
      frames: [
        data({ id: "c", choices: [{ index: 0, delta: { role: "assistant", content: secret } }] }),
        "data: [DONE]\n\n",
      ],
    }),
  ],
  [
    "pieces of an answer",
    (secret) => ({
      does: "stream",
      frames: [
        ...(secret.match(/.{1,3}/gsu) ?? []).map((content) =>
          data({ id: "c", choices: [{ index: 0, delta: { content } }] }),
        ),
        "data: [DONE]\n\n",
      ],
    }),
  ],
];
const error = (message: string): Behaviour => ({
  does: "answer",
  status: 401,
  body: JSON.stringify({ error: { message } }),
});
/** Every character as \uXXXX. */
const escaped = (text: string): string =>
  Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

describe.each([
  ["the key of this run", spoken("openai chat").key],
  ["another key", FOREIGN],
  ["a bearer token", BEARER],
])("%s", (_, secret) => {
  it.each(PLACES)("in %s is never written, and the run stops with exit 6", async (_, behave) => {
    place = project();
    const { root } = place;
    const one = spoken("openai chat");
    const server = await serve([{ does: "stream", frames: one.wire.frames }, behave(secret)]);
    const opened = await openOne("record", { root, spoken: one, url: server.url });
    const failed: unknown = await askEach(opened, trialsFor(one, 2)).catch((thrown: unknown) => thrown);
    const said = await opened.close();
    await server.close();

    expect(failed).toBeInstanceOf(UserError);
    expect(failed).toMatchObject({ kind: "secret", exitCode: 6 });
    const { message, details, fix } = failed as UserError;
    const bare = secret.replace("Bearer ", "");
    for (const text of [message, ...details, fix, ...said, place.everything()]) expect(text).not.toContain(bare);
    // The first answer was paid for and is clean: it waits beside its place, and the recording is not there.
    expect(said).toEqual([expect.stringContaining("1 attempt without a secret: kept beside it")]);
    expect(place.everything()).toContain(`"trial":"${targetOf(one)} hello.ko 1"`);
  });
});

it.each(SPOKEN)("$name: no header of the request is in a recording", async (one) => {
  place = project();
  const { root, everything } = place;
  const server = await serve([
    { does: "stream", frames: one.wire.frames, headers: { "set-cookie": "session=abc; Path=/" } },
  ]);
  const opened = await openOne("record", { root, spoken: one, url: server.url });
  await askEach(opened, trialsFor(one, 1));
  await opened.close();
  const { headers } = server.requests[0] ?? {};
  await server.close();
  expect(JSON.stringify(headers)).toContain(one.key.slice(0, 8));
  const kept = everything();
  for (const forbidden of [one.key, "authorization", "set-cookie", "session=abc", "127.0.0.1"]) {
    expect(kept.toLowerCase()).not.toContain(forbidden.toLowerCase());
  }
});

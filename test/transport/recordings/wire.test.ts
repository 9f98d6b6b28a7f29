import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scanRecording } from "../../../src/transport/recordings/scan.ts";
import { scrub } from "../../../src/transport/recordings/scrub.ts";
import { findSecrets } from "../../../src/transport/recordings/secrets.ts";
import { hasShared, sharedFile } from "../../shared.ts";
import { attemptOf, recordingText } from "./attempts.ts";

const THERE = hasShared("data/wire");
const bodies = (): [name: string, body: Buffer][] =>
  readdirSync(sharedFile("data/wire"))
    .filter((name) => name !== "MANIFEST.json")
    .map((name) => [name, readFileSync(sharedFile(`data/wire/${name}`))]);

describe.skipIf(!THERE)("real bodies of six vendors", () => {
  it("hold nothing that is shaped like a key, and one random word: the account that a 429 of OpenRouter names", () => {
    const all = bodies();
    const found = all.flatMap(([name, body]) =>
      findSecrets(body.toString(), []).map(({ kind, field }) => `${name}: ${kind} in ${field ?? "nothing"}`),
    );
    expect(all).toHaveLength(66);
    expect(found).toEqual(["openrouter-chat-429-pydantic-ai-test_openrouter_errors_raised-0.json: entropy in user_id"]);
  });

  it("hold nothing as they are recorded: the account is scrubbed", () => {
    for (const [name, body] of bodies()) {
      const text = recordingText([attemptOf({ body: Buffer.from(scrub(body)).toString() })]);
      expect(scanRecording(text, []), name).toEqual([]);
    }
  });

  it("keep their lengths when they are scrubbed, and but for that account every byte", () => {
    const changed = bodies().filter(([, body]) => {
      const clean = scrub(body);
      expect(clean).toHaveLength(body.length);
      return !body.equals(clean);
    });
    expect(changed.map(([name]) => name.split("-pydantic")[0])).toEqual(["openrouter-chat-429"]);
  });
});

import { describe, expect, it } from "vitest";
import type { RecordedAttempt } from "../../../src/domain/recording.ts";
import { nearestOf } from "../../../src/transport/recordings/nearest.ts";
import { attemptOf, REQUEST } from "./attempts.ts";

const asking = (content: string, more: object = {}): typeof REQUEST => ({
  ...REQUEST,
  body: { ...REQUEST.body, messages: [{ role: "user", content }], ...more },
});
const recorded = (trial: string, request: RecordedAttempt["request"]): RecordedAttempt => attemptOf({ trial, request });

describe("the nearest recorded request", () => {
  it("is none where nothing is recorded", () => {
    expect(nearestOf(REQUEST, [])).toBeUndefined();
  });

  it("differs in nothing when it is the same, its keys in another order", () => {
    const { model, messages } = REQUEST.body;
    expect(nearestOf({ ...REQUEST, body: { messages, model } }, [attemptOf()])?.fields).toEqual([]);
  });

  it("names the field with its place, and both values", () => {
    expect(nearestOf(asking("환불 안 되나요"), [attemptOf()])?.fields).toEqual([
      { field: "messages[0].content", recorded: '"환불해 주세요"', asked: '"환불 안 되나요"' },
    ]);
  });

  it("names what only one of them has, the path and the method", () => {
    const asked = { ...asking("환불해 주세요", { seed: 7, "a b": null }), method: "PUT", path: "/responses" };
    expect(nearestOf(asked, [attemptOf()])?.fields).toEqual([
      { field: "HTTP method", recorded: "POST", asked: "PUT" },
      { field: "URL path", recorded: "/chat/completions", asked: "/responses" },
      { field: '["a b"]', recorded: "—", asked: "null" },
      { field: "seed", recorded: "—", asked: "7" },
    ]);
  });

  it("has the fewest fields that differ, then the fewest characters, then comes first", () => {
    const nearest = (...attempts: RecordedAttempt[]): string | undefined =>
      nearestOf(asking("abcdef"), attempts)?.attempt.trial;
    const far = recorded("one field, far", asking("zzzzzz"));
    const near = recorded("one field, near", asking("abcdeX"));
    const two = recorded("two fields, near", asking("abcdeY", { seed: 1 }));
    expect(nearest(two, far)).toBe("one field, far");
    expect(nearest(far, near, two)).toBe("one field, near");
    expect(nearest(near, recorded("as near", asking("abcXef")))).toBe("one field, near");
    expect(nearest(recorded("as near", asking("abcXef")), near)).toBe("as near");
  });

  it("shows long values around the first character that differs, and cuts none", () => {
    const long = "가".repeat(100);
    const [field] =
      nearestOf(asking(`${long}나${long}`), [recorded("t", asking(`${long}👨‍👩‍👧${long}`))])?.fields ?? [];
    expect(field?.recorded).toBe(`…${"가".repeat(19)}👨‍👩‍👧${"가".repeat(38)}…`);
    expect(field?.asked).toBe(`…${"가".repeat(19)}나${"가".repeat(38)}…`);
  });

  it("does not show a key in the path", () => {
    expect(nearestOf({ ...REQUEST, path: "/m?key=open-sesame" }, [attemptOf()])?.fields[0]?.asked).toBe("/m");
  });
});

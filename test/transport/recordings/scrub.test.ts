import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrub } from "../../../src/transport/recordings/scrub.ts";

const scrubbed = (text: string): string => Buffer.from(scrub(Buffer.from(text))).toString();
const ID = "aB3dE5gH7jK9mN2pQ4sT6vW8";
const UUID = "0dcc1234-12ab-34cd-56ef-0123456789ab";

describe("scrub", () => {
  it.each([
    [`in organization org-${ID} on tokens per min`, `in organization org-${"x".repeat(24)} on tokens per min`],
    [`project proj_${ID}`, `project proj_${"x".repeat(24)}`],
    [`"user_id":"user_${ID}"`, `"user_id":"user_${"x".repeat(24)}"`],
    ["in organization acme-research on tokens", "in organization xxxxxxxxxxxxx on tokens"],
    [`for your organization (${UUID})`, `for your organization (${"x".repeat(36)})`],
    [`(org: ${UUID}, model: claude)`, `(org: ${"x".repeat(36)}, model: claude)`],
    [`한도 초과: org-${ID} 조직`, `한도 초과: org-${"x".repeat(24)} 조직`],
  ])("takes the account out of %s", (text, clean) => {
    expect(scrubbed(text)).toBe(clean);
  });

  it.each([
    "in organization settings you may ask for more",
    '"user_id":"user_profile_settings"',
    "프로젝트 proj_1",
    "reorg-anisation",
  ])("leaves %s", (text) => {
    expect(scrubbed(text)).toBe(text);
  });

  it("keeps the length of any bytes, does not write into them, and finds nothing more the second time", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map((text) => Buffer.from(`org-${ID}${text}`)),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        const before = Uint8Array.from(body);
        const once = scrub(body);
        expect(once).toHaveLength(body.length);
        expect(Uint8Array.from(body)).toEqual(before);
        expect(scrub(once)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });
});

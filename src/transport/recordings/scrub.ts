/** Marks of an account as vendors put them into bodies; what is in the group `id` goes. */
const ACCOUNTS: readonly RegExp[] = [
  // OpenAI's org-… and proj_…, Groq's org_…, OpenRouter's user_….
  /(?<![A-Za-z0-9_-])(?:org[-_]|proj_|user_)(?<id>(?=[A-Za-z]*\d|[a-z]*[A-Z])[A-Za-z0-9]{12,})/dg,
  // "in organization acme-research on tokens per min": a name with a dash, a digit or a stroke in it, not the next word.
  /\b(?:in|for|to) organization [`'"]?(?<id>(?!org[-_])(?=[A-Za-z.]*[-_\d])[\w.-]+)/dg,
  // Anthropic: "for your organization (0dcc…-…)", "(org: 0dcc…-…, model: …)".
  /\borg(?:anization)?["'`]?(?:\s*[:(]\s*|\s+)["'`]?(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/dgi,
];

/**
 * A body without the marks of the account that asked: ids of organisations, projects and users, which vendors put into
 * messages of 429. Each character becomes an `x`, so that the sizes of reads stay true.
 */
export function scrub(bytes: Uint8Array): Uint8Array {
  // One character a byte: an index is an offset.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const clean = Uint8Array.from(bytes);
  for (const mark of ACCOUNTS) {
    for (const { indices } of text.matchAll(mark)) {
      const place = indices?.groups?.["id"];
      if (place !== undefined) clean.fill("x".charCodeAt(0), place[0], place[1]);
    }
  }
  return clean;
}

/** Anything shorter is the dummy key of a local server, and would take ordinary words out of a message. */
export const SHORTEST_SECRET = 8;

/**
 * A secret as it may stand in a text: as it is, in JSON, in a URL, in base64. None for what is too short to be one.
 * Found in a text by looking for each of them.
 */
export function formsOf(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const bytes = new TextEncoder().encode(secret);
  const inForm = new URLSearchParams([["", secret]]).toString().slice(1);
  // By way of its bytes: half a character has no form in a URL.
  const inUrl = [encodeURIComponent(new TextDecoder().decode(bytes)), inForm, inForm.replaceAll("+", "%20")];
  const lowerCase = inUrl.map((text) => text.replace(/%../g, (byte) => byte.toLowerCase()));
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([secret, inJson, ...inUrl, ...lowerCase, ...[0, 1, 2].flatMap((before) => inBase64(bytes, before))]),
  ];
}

/** The characters that depend on the secret alone, wherever `before` bytes (of three) stand in front of it. */
function inBase64(secret: Uint8Array, before: number): string[] {
  const padded = new Uint8Array([...new Uint8Array(before), ...secret]);
  const from = Math.ceil((before * 8) / 6);
  const to = Math.floor((padded.length * 8) / 6);
  const standard = btoa(Array.from(padded, (byte) => String.fromCharCode(byte)).join(""));
  const forUrl = standard.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const encoded = [standard, forUrl];
  // On its own it is taken out to its last character, padding included.
  return [...encoded.map((text) => text.slice(from, to)), ...(before === 0 ? encoded : [])];
}

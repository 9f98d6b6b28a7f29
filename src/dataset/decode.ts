import iconv from "iconv-lite";
import { UserError } from "../domain/error.ts";

export type Decoded = {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "CP949";
};

const REPLACEMENT = "\uFFFD";

/**
 * Bytes of a text file as text without a byte-order mark. UTF-8 and UTF-16 with a mark are read as such; bytes that are
 * not UTF-8 are tried as CP949, what Excel in Korean writes as "CSV". Anything else is refused by line.
 * (Node's own "euc-kr" decoder lacks CP949's extra syllables and garbles them silently, hence iconv-lite.)
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length >= 2 && (buffer.readUInt16BE(0) === 0xfffe || buffer.readUInt16BE(0) === 0xfeff)) {
    return { text: iconv.decode(buffer, "utf-16"), encoding: "UTF-16" };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(buffer), encoding: "UTF-8" };
  } catch {
    const text = iconv.decode(buffer, "cp949");
    if (!text.includes(REPLACEMENT) && isMostlyCommonHangul(buffer)) return { text, encoding: "CP949" };
  }
  const line = firstBrokenLine(buffer);
  throw new UserError("input", `${file}:${line} is neither UTF-8 nor CP949 text.`, {
    fix: 'Save the file as "CSV UTF-8" (Excel) or as UTF-8 text, and look at that line for damaged characters.',
  });
}

/**
 * Nearly all double bytes of Korean text are the 2,350 common syllables of KS X 1001. Shift-JIS or GBK taken for CP949
 * gives rare syllables and Hanja instead.
 */
function isMostlyCommonHangul(buffer: Buffer): boolean {
  let common = 0;
  let strange = 0;
  for (let i = 0; i < buffer.length; i++) {
    const lead = buffer[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = buffer[++i] ?? 0;
    const symbol = lead >= 0xa1 && lead <= 0xac && trail >= 0xa1;
    if (lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1) common++;
    else if (!symbol) strange++;
  }
  return common > 0 && common >= 2 * strange;
}

function firstBrokenLine(buffer: Buffer): number {
  let line = 1;
  for (let start = 0; start < buffer.length; line++) {
    const newline = buffer.indexOf(0x0a, start);
    const end = newline === -1 ? buffer.length : newline;
    if (buffer.toString("utf8", start, end).includes(REPLACEMENT)) return line;
    start = end + 1;
  }
  return line;
}

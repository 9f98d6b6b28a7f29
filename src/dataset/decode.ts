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
    if (!text.includes(REPLACEMENT) && isMostlyHangul(text)) return { text, encoding: "CP949" };
  }
  const line = firstBrokenLine(buffer);
  throw new UserError("input", `${file}:${line} is neither UTF-8 nor CP949 text.`, {
    fix: 'Save the file as "CSV UTF-8" (Excel) or as UTF-8 text, and look at that line for damaged characters.',
  });
}

/** Of the letters beyond ASCII nearly all are Hangul (or Hanja): a wrong guess gives rare symbols and Hanja alone. */
function isMostlyHangul(text: string): boolean {
  const foreign = text.match(/[^\p{ASCII}\p{P}\p{S}\p{Z}]/gu)?.length ?? 0;
  const hangul = text.match(/[가-힣ㄱ-ㆎ]/gu)?.length ?? 0;
  return hangul > 0 && hangul * 2 >= foreign;
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

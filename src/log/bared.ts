const TEXT = Buffer.from('"tokenwon.text":"');
const TEXT_END = Buffer.from('","tokenwon.wire":{');
const READS = Buffer.from('"chunks":[[');
const READS_END = Buffer.from("]]");

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** First bytes of the characters beyond ASCII that are white space, as in U+00A0 and U+3000. */
const OF_SPACES = [0xc2, 0xe1, 0xe2, 0xe3, 0xef];

/**
 * A line of the log with as little in it as figures need: no reads of its body, and of its text the first character, where
 * that is visible. Within a text these marks would have a backslash before each quote, so that what is found is never part
 * of one. A line of another form stays as it is.
 */
export function bared(line: Buffer): string {
  const text = line.indexOf(TEXT);
  const begin = text + TEXT.length;
  const end = text < 0 ? -1 : line.indexOf(TEXT_END, begin);
  const reads = line.indexOf(READS, Math.max(0, end));
  const [from, to] = reads < 0 ? [line.length, line.length] : [reads + READS.length - 1, endOfReads(line, reads)];
  if (to < 0) return line.toString();
  const first = end < 0 ? 0 : visibleLength(line[begin] ?? 0);
  const rest = line.toString("utf8", to);
  return first === 0 || begin + first > end
    ? line.toString("utf8", 0, from) + rest
    : line.toString("utf8", 0, begin + first) + line.toString("utf8", end, from) + rest;
}

function endOfReads(line: Buffer, reads: number): number {
  const end = line.indexOf(READS_END, reads);
  return end < 0 ? -1 : end + 1;
}

/** Bytes of a character by its first one; 0 where it may be white space, an escape or the end of the text. */
function visibleLength(lead: number): number {
  if (lead <= SPACE || lead === QUOTE || lead === BACKSLASH || OF_SPACES.includes(lead)) return 0;
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** A word as it is typed in a POSIX shell. */
export const quoted = (word: string): string =>
  /^[\p{L}\p{N}_.,:/=@+-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

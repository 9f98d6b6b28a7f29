import { Duplex } from "node:stream";
import { createBrotliDecompress, createUnzip } from "node:zlib";

/** A body as it was before it was compressed: some servers do that in spite of all. */
export function decoded(body: ReadableStream<Uint8Array>, encoding: string | null): ReadableStream<Uint8Array> {
  const decoder = { gzip: createUnzip, "x-gzip": createUnzip, deflate: createUnzip, br: createBrotliDecompress }[
    encoding?.trim().toLowerCase() ?? ""
  ];
  if (decoder === undefined) return body;
  return body.pipeThrough(Duplex.toWeb(decoder()));
}

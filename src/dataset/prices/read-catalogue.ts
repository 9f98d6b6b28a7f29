import { createHash } from "node:crypto";
import { UserError } from "../../domain/error.ts";
import { CATALOGUES, type Catalogue, type Upstream } from "../../domain/price/imported.ts";
import { parseJson } from "../json.ts";
import { readBytes } from "../read-bytes.ts";
import { shown } from "../shown.ts";
import { isGenaiPrices, readGenaiPrices } from "./genai-prices.ts";
import { isLitellm, readLitellm } from "./litellm.ts";
import { isModelsDev, readModelsDev } from "./models-dev.ts";

type Reader = {
  readonly is: (value: unknown) => boolean;
  readonly read: (value: unknown, known: readonly string[]) => Upstream;
};

const READERS: Record<Catalogue, Reader> = {
  litellm: { is: isLitellm, read: readLitellm },
  "genai-prices": { is: isGenaiPrices, read: readGenaiPrices },
  "models.dev": { is: isModelsDev, read: readModelsDev },
};

/**
 * A file of a public price catalogue, and the SHA-256 of its bytes. `known` are the targets that the book has: some
 * catalogues hold them under other names. A bad row is skipped; a file of another format is refused.
 */
export async function readCatalogue(
  path: string,
  format: Catalogue,
  known: readonly string[],
): Promise<Upstream & { readonly sha256: string }> {
  const bytes = await readBytes(path);
  const value = parseJson(bytes.toString("utf8"), shown(path));
  if (!READERS[format].is(value)) {
    const other = CATALOGUES.find((name) => READERS[name].is(value));
    throw new UserError("input", `${shown(path)} is not a price file of ${format}.`, {
      fix:
        other === undefined ? `Formats: ${CATALOGUES.join(", ")}.` : `It looks like ${other}: give --format ${other}.`,
    });
  }
  return { ...READERS[format].read(value, known), sha256: createHash("sha256").update(bytes).digest("hex") };
}

import { z } from "zod";

/** The domain name that a measurement over all domains carries; no pair may use it. */
export const ALL_DOMAINS = "all";
/** The domain of a pair that names none. */
export const UNLABELLED = "unlabelled";

/** A name that is safe in a column, a flag (`--mix name=0.7`) and a file name. */
const Name = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:-]*$/u, "a domain is one word of letters, digits, _ . : -")
  .refine((name) => name !== ALL_DOMAINS, `"${ALL_DOMAINS}" is kept for the whole dataset`)
  .refine((name) => !name.startsWith("outside:"), '"outside:" is kept for public corpora');

/** One meaning in Korean and English. `doc` is the document it comes from: intervals resample documents. */
export const Pair = z.strictObject({
  id: z.string().min(1),
  domain: Name,
  doc: z.string().min(1),
  ko: z.string().min(1),
  en: z.string().min(1),
  source: z.string(),
  licence: z.string(),
});
export type Pair = z.infer<typeof Pair>;

/** `dataset.json`: what stands beside the pairs and says how they were made. */
export const DatasetCard = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  title_ko: z.string().min(1),
  licence: z.string().min(1),
  how: z.string().min(1),
  limits: z.array(z.string()).nonempty(),
  limits_ko: z.array(z.string()).nonempty(),
  files: z.record(
    z.string(),
    z.strictObject({ pairs: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
export type DatasetCard = z.infer<typeof DatasetCard>;

import type { Measurement } from "../../../src/domain/measurement.ts";
import type { Block } from "../../../src/report/model.ts";
import { Rows } from "../../../src/report/rows.ts";
import type { ValidityFacts } from "../../../src/report/validity/facts.ts";
import { validityReport } from "../../../src/report/validity/report.ts";
import { english } from "../../../src/report/validity/wording.en.ts";
import type { ValidityWording } from "../../../src/report/validity/wording.ts";
import { flat } from "../shown.ts";
import { everything, facts } from "./set.ts";

/** All blocks of a report, those in details too, in order. */
export const blocksOf = (
  more: Partial<ValidityFacts> = {},
  rows: readonly Measurement[] = everything,
  words: ValidityWording = english,
): Block[] => flat(validityReport(new Rows(rows), { ...facts, ...more }, words).blocks);

/** What texts a picture has. */
export const textsOf = (svg: string | undefined): string[] =>
  [...(svg ?? "").matchAll(/<text[^>]*>([^<]*)</g)].map(([, said = ""]) => said);

import { pictureNote, pictureTitle } from "../banner.en.ts";
import type { ValidityChartWording } from "./wording.ts";

export const charts: ValidityChartWording = {
  validTitle: (facts) => pictureTitle(facts, "Valid JSON at first try"),
  validAlt: "Share of first answers that are valid, by target, mode and language, with intervals",
  validAxis: "first answers that are valid",
  interval: "Lines: 95 % intervals, the repetitions of an item taken together.",
  noInterval: "Lines: 95 % intervals; a dot without one has fewer than 20 items.",
  faultsTitle: (facts) => pictureTitle(facts, "How first answers fail"),
  faultsAlt: "Share of first answers that are not valid, by the fault that decided, for each target, mode and language",
  faultsAxis: "first answers that are not valid",
  faultsNote: "By the fault that decided. A colour is a kind of fault, a hatch one fault of that kind.",
  without: (targets) => `Without an answer: ${targets.join(", ")}.`,
  note: pictureNote,
  row: (mode, lang) => `${mode}, ${lang}`,
};

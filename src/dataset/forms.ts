import type { Form } from "../domain/form.ts";

/** Brings a Korean text into another form that it may have before it reaches a model. */
export const FORMS: Readonly<Record<Form, (text: string) => string>> = {
  /** Decomposed jamo, as in file names from macOS. */
  nfd: (text) => text.normalize("NFD"),
  /** No-break spaces, as pasted from web pages and word processors. */
  nbsp: (text) => text.replaceAll(" ", "\u00a0"),
  /** Full-width letters, digits and signs, as some Korean and Japanese systems write them. */
  fullwidth: (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
};

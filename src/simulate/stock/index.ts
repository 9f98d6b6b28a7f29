import { ENGLISH } from "./en.ts";
import { KOREAN } from "./ko.ts";
import type { Stock } from "./stock.ts";

export const stockOf = (korean: boolean): Stock => (korean ? KOREAN : ENGLISH);

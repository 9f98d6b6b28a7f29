import { z } from "zod";

/** A day as `YYYY-MM-DD`; such strings sort as days do. Impossible days (2026-02-30) are refused. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

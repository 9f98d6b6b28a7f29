import type { z } from "zod";

/** A field that a catalogue may leave out or set to null: both say nothing, and read as undefined. */
export const given = <Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema> | undefined> =>
  schema.nullish().transform((value) => value ?? undefined);

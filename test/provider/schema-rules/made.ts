/** An object that is closed and requires all of its keys. */
export const object = (properties: Record<string, unknown>, more: object = {}): Record<string, unknown> => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

export const text = { type: "string" };

/** Objects inside each other, so many of them. */
export const nest = (levels: number): Record<string, unknown> =>
  levels === 1 ? object({ a: text }) : object({ a: nest(levels - 1) });

/** An object of so many properties. */
export const wide = (count: number, part: unknown = text): Record<string, unknown> =>
  object(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, part])));

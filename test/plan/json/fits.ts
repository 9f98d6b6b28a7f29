type Schema = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const FORMATS: Readonly<Record<string, RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/ };

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isRecord,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

/** Each keyword: whether a value fits it. Those of one type hold for that type only, as JSON Schema has it. */
const KEYWORDS: Readonly<Record<string, (value: unknown, given: never, schema: Schema) => boolean>> = {
  type: (value, given: string | readonly string[]) => [given].flat().some((type) => TYPES[type]?.(value) === true),
  description: () => true,
  enum: (value, given: readonly unknown[]) => given.includes(value),
  anyOf: (value, given: readonly Schema[]) => given.some((branch) => fits(value, branch)),
  oneOf: (value, given: readonly Schema[]) => given.filter((branch) => fits(value, branch)).length === 1,
  items: (value, given: Schema) => !Array.isArray(value) || value.every((item) => fits(item, given)),
  minItems: (value, given: number) => !Array.isArray(value) || value.length >= given,
  maxItems: (value, given: number) => !Array.isArray(value) || value.length <= given,
  minLength: (value, given: number) => typeof value !== "string" || Array.from(value).length >= given,
  maxLength: (value, given: number) => typeof value !== "string" || Array.from(value).length <= given,
  pattern: (value, given: string) => typeof value !== "string" || new RegExp(given).test(value),
  format: (value, given: string) => typeof value !== "string" || FORMATS[given]?.test(value) === true,
  minimum: (value, given: number) => typeof value !== "number" || value >= given,
  maximum: (value, given: number) => typeof value !== "number" || value <= given,
  exclusiveMinimum: (value, given: number) => typeof value !== "number" || value > given,
  exclusiveMaximum: (value, given: number) => typeof value !== "number" || value < given,
  required: (value, given: readonly string[]) => !isRecord(value) || given.every((name) => Object.hasOwn(value, name)),
  properties: (value, given: Readonly<Record<string, Schema>>) =>
    !isRecord(value) || Object.entries(given).every(([name, part]) => !(name in value) || fits(value[name], part)),
  additionalProperties: (value, _: false, { properties }) =>
    !isRecord(value) || Object.keys(value).every((name) => isRecord(properties) && Object.hasOwn(properties, name)),
};

/** Whether a value fits a JSON Schema of the keywords that tasks use. @throws Error for any other keyword */
export function fits(value: unknown, schema: Schema): boolean {
  return Object.entries(schema).every(([keyword, given]) => {
    const holds = KEYWORDS[keyword];
    if (holds === undefined) throw new Error(`no check of ${keyword}`);
    return holds(value, given as never, schema);
  });
}

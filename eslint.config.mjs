import tseslint from "typescript-eslint";

/** Folders that compute and nothing else: the world comes in as an argument. */
const PURE = ["domain", "plan", "simulate", "grade", "measure", "cost", "route", "report"].map(
  (folder) => `src/${folder}/**/*.ts`,
);

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/", "reports/", "runs/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // `type` throughout: one way to write a shape.
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // Numbers in templates are what this program is about.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // An index known to be there is asserted by its type; `!` stays forbidden.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": [
        "error",
        "fetch",
        "process",
        "console",
        "setTimeout",
        "setInterval",
        "setImmediate",
        "performance",
        "Buffer",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Take the time as an argument." },
        { object: "Math", property: "random", message: "Take a seeded Random as an argument." },
        { object: "crypto", property: "randomUUID", message: "Take ids as an argument." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Take the day as an argument." },
      ],
    },
  },
);

/** The layers of the source, as in README "How it is built". `only(name, from, to)`: files of `from` import only from `to`. */
const only = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: `^src/(${from})/` },
  to: { path: "^src/", pathNot: `^src/(${to})/` },
});

const PURE = "domain|plan|simulate|grade|measure|cost|route|report";
const EDGES = "provider|transport|log|dataset|tokenize";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    only("domain-stands-alone", "domain", "domain"),
    {
      name: "domain-imports-only-zod",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { dependencyTypes: ["npm"], pathNot: "node_modules/zod/" },
    },
    only("measure-knows-the-domain", "measure", "domain|measure"),
    only("stages-do-not-know-each-other", "plan|simulate|grade|cost|route|report", "domain|measure|$1"),
    only("edges-know-the-domain", EDGES, "domain|$1"),
    only("run-takes-the-rest-as-arguments", "run", "domain|measure|plan|run"),
    only("page-imports-pure-code", "page", `${PURE}|page`),
    {
      name: "only-main-and-cli-import-cli",
      severity: "error",
      from: { path: "^src/(?!main\\.ts|cli/)" },
      to: { path: "^src/cli/" },
    },
    { name: "nobody-imports-main", severity: "error", from: {}, to: { path: "^src/main\\.ts$" } },
    {
      name: "pure-code-has-no-io",
      severity: "error",
      from: { path: `^src/(${PURE})/` },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "the-product-does-not-import-tests",
      severity: "error",
      from: { path: "^(src|evals)/" },
      to: { path: "^test/" },
    },
    {
      name: "suites-import-only-the-vocabulary",
      severity: "error",
      from: { path: "^evals/" },
      to: { path: "^src/", pathNot: "^src/domain/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

// `npm run check`: everything that can be said of the source without running it. Stops at the first complaint.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

/** Runs a tool of node_modules/.bin; its output is shown unless it is captured. */
function run(command, args, { capture = false } = {}) {
  const { status, stdout, error } = spawnSync(command, args, {
    stdio: ["ignore", capture ? "pipe" : "inherit", "inherit"],
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  return { status, stdout };
}

function step(title, command, args) {
  process.stdout.write(`check: ${title}\n`);
  if (run(command, args).status !== 0) {
    process.stderr.write(`check: ${title} failed (${command} ${args.join(" ")})\n`);
    process.exit(1);
  }
}

/** dependency-cruiser passes when it understands no file at all, so the modules that it read are counted. */
function checkLayers() {
  process.stdout.write("check: layers\n");
  const { status, stdout } = run("depcruise", ["src", "evals", "--output-type", "json"], { capture: true });
  const { modules, summary } = JSON.parse(stdout);
  for (const { from, to, rule } of summary.violations) process.stderr.write(`layers: ${rule.name}: ${from} → ${to}\n`);
  const read = modules.filter(({ source }) => source.startsWith("src/")).length;
  const files = readdirSync("src", { recursive: true }).filter((file) => /\.(ts|mjs)$/.test(file)).length;
  if (read !== files) process.stderr.write(`layers: read ${read} modules below src/, but it holds ${files} files\n`);
  if (status !== 0 || summary.error > 0 || read !== files) process.exit(1);
  process.stdout.write(`check: layers hold in ${read} modules\n`);
}

step("types", "tsc", ["--project", "."]);
step("format", "biome", ["check"]);
step("lint", "eslint", ["."]);
step("unused code", "knip", []);
checkLayers();

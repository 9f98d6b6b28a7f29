// `npm run build`: the command line as plain JavaScript in dist/, with suites and tasks compiled beside it.
import { chmodSync, readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
const modulesIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.slice(0, -".ts".length)}`);
const suites = modulesIn("evals");
const tasks = modulesIn("evals/tasks");
await build({
  entryPoints: {
    main: "src/main.ts",
    worker: "src/tokenize/worker.ts",
    asking: "src/cli/processes/program.ts",
    "calibrate-server": "src/cli/calibrate/server-program.ts",
    ...Object.fromEntries([...suites, ...tasks].map((path) => [path, `${path}.ts`])),
  },
  outdir: "dist",
  bundle: true,
  // Commands load what they need when they run: `--help` reads one small file.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Packages stay outside, as npm installs them; only our own files are joined.
  packages: "external",
  legalComments: "none",
});
chmodSync("dist/main.js", 0o755);
process.stdout.write(`built dist/main.js with ${suites.length} suites and ${tasks.length} tasks\n`);

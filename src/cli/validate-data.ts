import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { listPriceBooks, readAssumptions, readOutside, readPriceBook } from "../dataset/books.ts";
import { checkSums } from "../dataset/card.ts";
import { readClaims } from "../dataset/claims.ts";
import { committedTexts } from "../dataset/committed-texts.ts";
import { type Dataset, type DatasetSource, readDataset } from "../dataset/dataset.ts";
import { inspect } from "../dataset/inspect.ts";
import { listScenarios, readScenario } from "../dataset/scenarios.ts";
import { UserError } from "../domain/error.ts";
import { asksModels } from "../domain/suite.ts";
import { readRecorded, textKey } from "../tokenize/recorded.ts";
import { INSTALL } from "../tokenize/registry/sources.ts";
import { TOKENIZERS, tokenizerOf } from "../tokenize/registry.ts";
import { type Effects, say } from "./effects.ts";
import { loadSuite, suiteNames } from "./suites.ts";
import { liveChecks } from "./validate-live.ts";
import { checkPrompted, promptedChecks } from "./validate-prompted.ts";
import { taskChecks } from "./validate-tasks.ts";

/** Remarks printed at most for one dataset. */
const NAMED = 50;

/** A thing to check; its answer is what is said when it is right. */
type Check = { readonly what: string; readonly check: () => Promise<string> };

/** Runs every check, prints a line for each, and ends in a UserError when one failed. */
export async function validate(files: readonly string[], effects: Effects): Promise<void> {
  const checks =
    files.length > 0 ? files.map((file) => ownFile(resolve(effects.cwd, file), file)) : await ownProject(effects.root);
  let failed = 0;
  for (const { what, check } of checks) {
    try {
      say(effects.stdout, `ok    ${what}: ${await check()}`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed++;
      say(
        effects.stdout,
        [`wrong ${what}: ${error.message}`, ...error.details.map((line) => `      ${line}`)].join("\n"),
      );
      if (error.fix !== undefined) say(effects.stdout, `      fix: ${error.fix}`);
    }
  }
  if (failed > 0)
    throw new UserError("data", `${failed} of ${checks.length} checks failed.`, {
      fix: "Mend what is named above and run validate again.",
    });
  say(effects.stdout, `All ${checks.length} checks passed.`);
}

const ownFile = (path: string, what: string): Check => ({
  what,
  check: async () => describe(strict(await readDataset({ kind: "file", file: path }))),
});

async function ownProject(root: string): Promise<Check[]> {
  const datasets = join(root, "datasets");
  const folders = (await readdir(join(datasets, "pairs"))).sort();
  return [
    ...folders.map((name) => ({ what: `dataset ${name}`, check: () => checkFolder(join(datasets, "pairs", name)) })),
    ...(await listPriceBooks(datasets)).map((name) => ({
      what: `prices ${name}`,
      check: () => checkBook(datasets, name),
    })),
    ...(await listScenarios(datasets)).map((name) => ({
      what: `scenario ${name}`,
      check: async () => {
        const { title, printed } = await readScenario(datasets, name);
        if (printed !== undefined) await readClaims(datasets, printed.claims);
        return title.en;
      },
    })),
    ...(await namesIn(join(datasets, "claims"))).map((name) => ({
      what: `claims ${name}`,
      check: async () => `${(await readClaims(datasets, name)).claims.length} claims`,
    })),
    ...(await namesIn(join(datasets, "outside"))).map((name) => ({
      what: `outside ${name}`,
      check: async () => `${Object.keys((await readOutside(datasets, name)).tokens).length} tokenizers`,
    })),
    ...(await promptedChecks(datasets)),
    ...(await taskChecks(root)),
    { what: "recorded counts", check: () => checkCounts(datasets) },
    ...(await liveChecks(datasets)),
    {
      what: "assumptions",
      check: async () => `${Object.keys((await readAssumptions(datasets)).tokens_per_ko_char).length} ranges of tokens`,
    },
    ...(await suiteNames(root)).map((name) => ({
      what: `suite ${name}`,
      check: async () => {
        const suite = await loadSuite(root, name);
        if (asksModels(suite)) await checkPrompted(root, suite);
        return suite.title;
      },
    })),
  ];
}

async function checkFolder(folder: string): Promise<string> {
  const source: DatasetSource = { kind: "folder", folder };
  const dataset = strict(await readDataset(source));
  if (dataset.card !== undefined) await checkSums(folder, dataset.card);
  return describe(dataset);
}

function strict(dataset: Dataset): Dataset {
  const remarks = inspect(dataset.pairs);
  if (remarks.length === 0) return dataset;
  const rest = remarks.length > NAMED ? [`… and ${remarks.length - NAMED} more`] : [];
  throw new UserError("data", `${remarks.length} remarks on ${dataset.pairs.length} pairs.`, {
    details: [...remarks.slice(0, NAMED), ...rest],
  });
}

function describe({ pairs, readAs }: Dataset): string {
  const documents = new Set(pairs.map(({ pair }) => `${pair.domain} ${pair.doc}`)).size;
  const domains = new Set(pairs.map(({ pair }) => pair.domain)).size;
  return [
    `${pairs.length} pairs in ${documents} documents and ${domains} ${domains === 1 ? "domain" : "domains"}.`,
    ...readAs.map(({ file, encoding }) => `${file} was read as ${encoding}.`),
  ].join(" ");
}

async function checkBook(datasets: string, name: string): Promise<string> {
  const { models } = await readPriceBook(datasets, name);
  const without = models.filter(({ target }) => tokenizerOf(target) === undefined).map(({ target }) => target);
  return `${models.length} targets${without.length === 0 ? "" : `; no tokenizer is known for ${without.join(", ")}`}`;
}

/** Every committed text must have a count by every vocabulary that is too heavy to ship. */
async function checkCounts(datasets: string): Promise<string> {
  const texts = await committedTexts(datasets);
  const entries = TOKENIZERS.filter(({ vocabulary }) => vocabulary !== undefined);
  for (const entry of entries) {
    const recorded = await readRecorded(join(datasets, "counts"), entry);
    const missing = texts.filter((text) => recorded?.counts[textKey(text)] === undefined).length;
    if (missing === 0) continue;
    throw new UserError(
      "data",
      `${missing} of ${texts.length} committed texts have no recorded count by ${entry.id}.`,
      {
        fix: `Record them: \`${INSTALL}\`.`,
      },
    );
  }
  return `${texts.length} texts by ${entries.length} vocabularies`;
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : [])).sort();

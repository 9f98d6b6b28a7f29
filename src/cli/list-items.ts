import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { listPriceBooks, readPriceBook } from "../dataset/books.ts";
import { readCard } from "../dataset/card.ts";
import { listProfiles, readProfiles } from "../dataset/profiles.ts";
import { readScenarios } from "../dataset/scenarios.ts";
import { UserError } from "../domain/error.ts";
import { periodOn } from "../domain/price/book.ts";
import { stateOn } from "../domain/price/lifecycle.ts";
import { didYouMean } from "../domain/suggest.ts";
import { TOKENIZERS, tokenizerOf } from "../tokenize/registry.ts";
import { type Effects, say } from "./effects.ts";
import { LISTS } from "./lists.ts";
import { CURRENT_BOOK } from "./read-books.ts";
import { loadSuite, suiteNames } from "./suites.ts";
import { type Align, table } from "./table.ts";
import { loadTasks, taskNames } from "./tasks/load.ts";

type Lister = {
  readonly head: readonly string[];
  readonly align?: readonly Align[];
  readonly rows: (root: string) => Promise<string[][]>;
};

const LISTERS: Record<(typeof LISTS)[number], Lister> = {
  suites: {
    head: ["Suite", "What it does"],
    rows: async (root) =>
      Promise.all((await suiteNames(root)).map(async (name) => [name, (await loadSuite(root, name)).title])),
  },
  tasks: {
    head: ["Task", "Level", "Items", "Title"],
    align: ["left", "left", "right"],
    rows: async (root) =>
      (await loadTasks(root, await taskNames(root))).map(({ task: { name, level, title }, items }) => [
        name,
        level,
        String(items.length),
        title.en,
      ]),
  },
  datasets: {
    head: ["Dataset", "Pairs", "Licence", "Title"],
    align: ["left", "right"],
    rows: async (root) => {
      const folder = join(root, "datasets", "pairs");
      const names = (await readdir(folder)).sort();
      return Promise.all(
        names.map(async (name) => {
          const { card } = await readCard(join(folder, name));
          const pairs = Object.values(card.files).reduce((sum, file) => sum + file.pairs, 0);
          return [name, String(pairs), card.licence, card.title];
        }),
      );
    },
  },
  tokenizers: {
    head: ["Tokenizer", "Counts", "of", "Runs by"],
    rows: () => Promise.resolve(TOKENIZERS.map(({ id, exactness, title, version }) => [id, exactness, title, version])),
  },
  targets: {
    head: ["Target", "$ per 1M in", "out", "Tokenizer", "State"],
    align: ["left", "right", "right"],
    rows: async (root) => {
      const book = await readPriceBook(join(root, "datasets"), CURRENT_BOOK);
      return book.models.map((model) => {
        const period = periodOn(model, book.as_of);
        const { ends } = model.lifecycle;
        const state = stateOn(model.lifecycle, book.as_of);
        const day = ends === undefined ? "" : ` ${ends <= book.as_of ? "since" : "until"} ${ends}`;
        return [
          model.target,
          period?.input ?? "—",
          period?.output ?? "—",
          tokenizerOf(model.target)?.id ?? "—",
          state + day,
        ];
      });
    },
  },
  scenarios: {
    head: ["Scenario", "A day", "Turns", "Title"],
    align: ["left", "right", "right"],
    rows: async (root) =>
      (await readScenarios(join(root, "datasets"))).map(({ name, per_day, turns, title, unit }) => [
        name,
        `${per_day} ${unit.en}`,
        String(turns),
        title.en,
      ]),
  },
  prices: {
    head: ["Price book", "As of", "Targets", "Title"],
    align: ["left", "left", "right"],
    rows: async (root) => {
      const datasets = join(root, "datasets");
      const books = await Promise.all((await listPriceBooks(datasets)).map((name) => readPriceBook(datasets, name)));
      return books.map(({ name, as_of, models, title }) => [name, as_of, String(models.length), title]);
    },
  },
  profiles: {
    head: ["Profile", "Targets", "Title"],
    align: ["left", "right"],
    rows: async (root) => {
      const datasets = join(root, "datasets");
      const books = await Promise.all((await listProfiles(datasets)).map((name) => readProfiles(datasets, name)));
      return books.map(({ name, profiles, title }) => [name, String(profiles.length), title]);
    },
  },
};

export async function list(what: string | undefined, { stdout, root }: Effects): Promise<void> {
  const names = what === undefined ? LISTS.filter((name) => name !== "targets") : [nameOf(what)];
  const parts: string[] = [];
  for (const name of names) {
    const { head, align = [], rows } = LISTERS[name];
    parts.push(table(head, await rows(root), align));
  }
  say(stdout, parts.join("\n\n"));
  if (what === undefined) say(stdout, "\nTargets and their prices: `list targets`.");
}

function nameOf(what: string): (typeof LISTS)[number] {
  const found = LISTS.find((name) => name === what);
  if (found !== undefined) return found;
  const meant = didYouMean(what, LISTS);
  throw new UserError(
    "usage",
    `There is no list of "${what}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    { fix: `Lists: ${LISTS.join(", ")}.` },
  );
}

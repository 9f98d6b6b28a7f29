import type { Exchange } from "../domain/exchange.ts";
import type { Profile } from "../domain/profile.ts";
import type { SimulatedRequest, Simulator } from "../domain/simulator.ts";
import type { Random } from "../measure/random.ts";
import { promptCache } from "./cache.ts";
import { between, wholeBetween } from "./draw.ts";
import { errorAnswer } from "./head.ts";
import type { Known } from "./json/known.ts";
import { limiter } from "./limits.ts";
import type { Problem } from "./problem.ts";
import { promptOf } from "./request/index.ts";
import { AT_ONCE_MS, respond, type Served } from "./respond.ts";
import { likelyApi, type Route, routeOf } from "./route.ts";
import { requestSeeds, textSeed } from "./seed.ts";
import { WIRES } from "./wire/index.ts";

type Options = {
  readonly seed: number;
  /** How tokens are counted: `tokenizer` is the id that a profile names. */
  readonly count: (tokenizer: string, text: string) => number;
  /** Right answers to prompts, for those that ask for JSON; left out: any value of the schema will do. */
  readonly known?: Known;
};

/** A provider that behaves as its profiles say. Every answer of it tells that it is simulated. */
export function simulator(profiles: readonly Profile[], { seed, count, known }: Options): Simulator {
  const random = requestSeeds(seed);
  const served: readonly Served[] = profiles.map((profile) => ({
    profile,
    count: (text) => count(profile.tokenizer, text),
    known,
    ofPrompt: (text) => textSeed(seed, profile.target, text),
    limit: limiter(profile.limits),
    cache: promptCache(profile.cache),
  }));
  return {
    answer: (request) => {
      const route = routeOf(request.method, request.path);
      const draw = random(keyOf(request, route), request.body, request.nth);
      try {
        return answered(request, route, draw, served);
      } catch (error) {
        // A fault of ours must not end a run of somebody else's.
        const message = `Simulated: the simulator failed (${error instanceof Error ? error.message : String(error)}).`;
        return refusal(route, request.path, { kind: "server", message }, draw);
      }
    },
  };
}

/** What is asked beside the body: where the server stands does not matter. */
const keyOf = ({ method, path }: SimulatedRequest, route: Route | undefined): string =>
  route === undefined ? `${method} ${path}` : [route.api, route.what, route.model ?? "", route.stream ?? ""].join(" ");

function answered(
  { path, body, now }: SimulatedRequest,
  route: Route | undefined,
  random: Random,
  all: readonly Served[],
): Exchange {
  const refused = (kind: Problem["kind"], message: string): Exchange => refusal(route, path, { kind, message }, random);
  if (route === undefined) return refused("not-found", "Simulated: nothing is served at this path by this method.");
  const prompt = promptOf(body, route);
  if (prompt === undefined) return refused("bad-request", "Simulated: the body is not a request of this API.");
  const found = find(all, route, prompt.model);
  if (found === undefined) return refused("not-found", unknownModel(prompt.model, ableBy(route, all)));
  return respond(found, prompt, route, now, random);
}

/**
 * The profile of a model, by its name or by the whole target. Chat completions are spoken for all, as a proxy does; the other
 * APIs for their own vendor's alone.
 */
function find(all: readonly Served[], route: Route, model: string): Served | undefined {
  const able = ableBy(route, all);
  return able.find((one) => modelOf(one) === model) ?? able.find(({ profile }) => profile.target === model);
}

function ableBy({ api }: Route, all: readonly Served[]): readonly Served[] {
  const vendor = { chat: undefined, responses: "openai", messages: "anthropic", generateContent: "google" }[api];
  return all.filter(({ profile }) => vendor === undefined || profile.wire === vendor);
}

const modelOf = ({ profile }: Served): string => profile.target.slice(profile.target.indexOf("/") + 1);

/** Names what is there, so that nobody has to look for the profile. */
const unknownModel = (model: string, able: readonly Served[]): string =>
  able.length === 0
    ? `Simulated: the model ${model} does not exist, nor does any other by this API.`
    : `Simulated: the model ${model} does not exist. Known: ${able.map(modelOf).join(", ")}.`;

/** An error in the vendor's words. */
const refusal = (route: Route | undefined, path: string, problem: Problem, random: Random): Exchange =>
  errorAnswer(
    WIRES[route?.api ?? likelyApi(path)].vendor,
    problem,
    between(...AT_ONCE_MS, random),
    wholeBetween(1, 999_999, random),
  );

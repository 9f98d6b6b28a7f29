/** How an answer of the stamping server comes. It is asked for in the model's name, which every client can send. */
export type AnswerLoad = {
  /** From the request to the first chunk, in ms. */
  readonly ttft: number;
  readonly chunks: number;
  /** Between two chunks, in ms; drawn from half of it to one and a half times as much. */
  readonly gap: number;
  /** Whether the first answer over a connection has any length up to the whole: clients that begin together then part. */
  readonly parted: boolean;
};

/** As a fast model answers. */
export const USUAL_LOAD: AnswerLoad = { ttft: 200, chunks: 60, gap: 20, parted: false };

/** As in `ttft-200-chunks-60-gap-20`. */
export const modelOf = ({ ttft, chunks, gap, parted }: AnswerLoad): string =>
  `ttft-${ttft}-chunks-${chunks}-gap-${gap}${parted ? "-parted" : ""}`;

/** What a model's name asks for; what it does not name is as usual. */
export function loadOf(model: string): AnswerLoad {
  const named = (what: string, usual: number): number => {
    const digits = new RegExp(`\\b${what}-(\\d{1,6})\\b`).exec(model)?.[1];
    return digits === undefined ? usual : Number(digits);
  };
  return {
    ttft: named("ttft", USUAL_LOAD.ttft),
    chunks: Math.max(1, named("chunks", USUAL_LOAD.chunks)),
    gap: named("gap", USUAL_LOAD.gap),
    parted: /\bparted\b/.test(model),
  };
}

/** How long a whole answer takes, in ms. */
export const lengthOf = ({ ttft, chunks, gap }: AnswerLoad): number => ttft + chunks * gap;

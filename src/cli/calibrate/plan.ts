import { type AnswerLoad, lengthOf, USUAL_LOAD } from "./answer-load.ts";

/** A load to try: so many streams at a time, and how many answers of each count. */
export type Level = { readonly streams: number; readonly answers: number; readonly load: AnswerLoad };

/** So many answers in all that a p99 is more than the longest of them; of few streams there are fewer, since that would take too long. */
const ENOUGH = 100;

/** Few streams ask for short answers, so that the level rests on more than a handful. */
const levelOf = (streams: number): Level => ({
  streams,
  answers: Math.min(8, Math.ceil(ENOUGH / streams)),
  load: { ...USUAL_LOAD, chunks: streams < 32 ? 10 : USUAL_LOAD.chunks },
});

/** From a single stream to beyond what a process of Node can follow. */
export const FULL: readonly Level[] = [1, 8, 32, 64, 128, 192, 256, 384, 512].map(levelOf);

/** Enough to see whether this machine can time answers at all. */
export const QUICK: readonly Level[] = [
  { streams: 1, answers: 4, load: { ...USUAL_LOAD, chunks: 10 } },
  { streams: 32, answers: 2, load: { ...USUAL_LOAD, chunks: 30 } },
  { streams: 128, answers: 1, load: { ...USUAL_LOAD, chunks: 30 } },
];

/** How long a level takes, in ms: all streams begin in turn, and each asks once more than counts. */
export const durationOf = ({ answers, load }: Level): number => (answers + 2) * lengthOf(load);

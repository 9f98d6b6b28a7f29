import { type ClientHealth, LATE } from "../../measure/latency/health.ts";

/**
 * That a run was limited by its client, in a sentence that says what to do; undefined where it was not. A loop that is late
 * without being busy waits for a processor that others have.
 */
export function limitedText(health: ClientHealth | undefined): string | undefined {
  if (health?.limited !== true) return undefined;
  const { lateTrials, trials, worstDelayMs, mostUtilisation, mostLoad, cores, processes } = health;
  const count = (value: number): string => value.toLocaleString("en");
  const own = mostUtilisation > LATE.utilisation;
  const why = own
    ? `its event loop busy up to ${Math.round(mostUtilisation * 100)} %`
    : `load average up to ${mostLoad.toFixed(1)} on ${cores} ${cores === 1 ? "core" : "cores"}`;
  const more = processes === 1 ? "from more processes" : `from more than ${processes} processes on more cores`;
  const instead = own
    ? `ask fewer at a time (--concurrency) or ${more} (--processes N)`
    : "end what else runs here, or ask from another machine";
  return (
    `note: this machine was late itself while ${count(lateTrials)} of ${count(trials)} trials were under way ` +
    `(timers up to ${count(Math.round(worstDelayMs))} ms late, ${why}), so their times are partly its own: ` +
    `${instead}; npm run eval -- calibrate says what this one can do`
  );
}

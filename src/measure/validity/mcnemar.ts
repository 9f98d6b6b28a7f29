import { normalQuantile } from "../student.ts";

/** The share of runs in which `detectable` would be shown. */
export const POWER = 0.8;

/**
 * McNemar's exact test with mid-p of items that were tried once on each of two sides, as two languages: how likely a
 * difference so large or larger is among the items that ended differently, if neither side did better; half of what is just
 * as large counts (Fagerland, Lydersen & Laake 2013, BMC Medical Research Methodology 13:91). 1 where no item ended
 * differently.
 * @param onlyLeft items valid on the left side alone
 * @param onlyRight items valid on the right side alone
 */
export function mcnemarMidP(onlyLeft: number, onlyRight: number): number {
  const n = onlyLeft + onlyRight;
  const fewer = Math.min(onlyLeft, onlyRight);
  if (n === 0) return 1;
  let logTerm = -n * Math.LN2;
  let tail = 0;
  for (let k = 0; k < fewer; k++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1));
  }
  // Just as large on both sides, but for no difference, which has one side.
  return 2 * tail + Math.exp(logTerm) * (onlyLeft === onlyRight ? 0.5 : 1);
}

/** Fewest items that must end differently, all the same way, for the test to show anything: 5 at 95 %. */
export function fewestDiscordant(confidence: number): number {
  let n = 1;
  while (mcnemarMidP(n, 0) >= 1 - confidence) n++;
  return n;
}

/**
 * Smallest difference δ of two shares that n pairs show in four of five runs, where a share ψ of pairs ends differently:
 * √n δ = z√ψ + z'√(ψ − δ²), with z of the confidence and z' of a power of 80 % (Connor 1987, Biometrics 43:207; ψ is
 * at least δ). Never below that of the fewest pairs that the test could show at all. Undefined where even one trial in
 * one would not do.
 * @param discordant share of pairs that ended differently, as seen
 */
export function detectableByMcNemar(n: number, discordant: number, confidence: number): number | undefined {
  const z = normalQuantile((1 + confidence) / 2);
  const power = normalQuantile(POWER);
  const shows = (delta: number): boolean => {
    const differ = Math.max(discordant, delta);
    return Math.sqrt(n) * delta >= z * Math.sqrt(differ) + power * Math.sqrt(differ - delta * delta);
  };
  const least = fewestDiscordant(confidence) / n;
  if (!(n > 0) || least > 1 || !shows(1)) return undefined;
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (shows(middle)) high = middle;
    else low = middle;
  }
  return Math.max(high, least);
}

/** Fewest attempts of a target before anything is made of its failures. */
const LEAST = 10;

/**
 * Whether a target fails too often to be asked on: true once at least ten of its attempts are over and more than `most` of
 * them failed.
 */
export function errorRate(most: number): { readonly tooHigh: (failed: boolean) => boolean } {
  let attempts = 0;
  let failures = 0;
  return {
    tooHigh: (failed) => {
      attempts++;
      if (failed) failures++;
      return attempts >= LEAST && failures / attempts > most;
    },
  };
}

/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2018), seeded through splitmix32 so that any integer is a good seed.
 * The same seed gives the same numbers on every machine.
 */
export function seeded(seed: number): Random {
  let mix = seed | 0;
  const next = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const draw = xoshiro128([next(), next(), next(), next()]);
  return () => draw() / 2 ** 32;
}

/** The bare generator on a 128-bit state: 32-bit unsigned integers. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled;
  };
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** The same in another order (Fisher and Yates). */
export function shuffled<T>(of: readonly T[], random: Random): T[] {
  const order = [...of];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.min(last, Math.floor((last + 1) * random()));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

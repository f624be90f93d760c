/** A seeded random number generator, so that the benchmark has the same input on every machine. */
export interface Random {
  /** An integer from 0 to `limit` - 1. */
  readonly integerBelow: (limit: number) => number;
  /** `true` with this probability. */
  readonly chance: (probability: number) => boolean;
  /** One of the choices. */
  readonly pick: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
}

/** Creates a 32-bit xorshift generator (Marsaglia, “Xorshift RNGs”, 2003, with the triple 13, 17, 5). */
export function randomFrom(seed: number): Random {
  // With the state 0, xorshift would only produce zeros.
  let state = seed | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const integerBelow = (limit: number): number => Math.floor(next() * limit);
  return {
    integerBelow,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[integerBelow(choices.length)] ?? choices[0],
  };
}

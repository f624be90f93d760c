/** A source of numbers that are the same on every machine: the benchmark must not depend on chance. */
export interface Random {
  /** A whole number from 0 up to, but without, `limit`. */
  readonly integerBelow: (limit: number) => number;
  /** Whether something that happens so often (0 to 1) happens now. */
  readonly chance: (share: number) => boolean;
  /** One of the choices. */
  readonly pick: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
}

/** Numbers that follow from a seed, by a 32-bit xorshift (Marsaglia, *Xorshift RNGs*, 2003, triple 13, 17, 5). */
export function randomFrom(seed: number): Random {
  // The state of a xorshift must not be zero: it would stay zero.
  let state = seed | 0 || 1;
  const share = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const integerBelow = (limit: number): number => Math.floor(share() * limit);
  return {
    integerBelow,
    chance: (often) => share() < often,
    pick: (choices) => choices[integerBelow(choices.length)] ?? choices[0],
  };
}

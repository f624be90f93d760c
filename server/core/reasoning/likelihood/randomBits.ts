/**
 * Random bits with a given probability. The generator is a counter with the finalizer of MurmurHash3 (Appleby, 2011), as in
 * SplitMix (Steele, Lea, Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014). It is written into the loop,
 * because most of the time of an evaluation goes here: calling a generator of a library takes three times as long.
 */

/**
 * Fills a part of an array with random bits, each 1 with the given probability: the binary digits of 32 random numbers at a
 * time are compared with those of the probability. Returns the state of the generator for the next call.
 *
 * @param state any integer: the same one gives the same bits
 */
export function fillRandomBits(
  target: Int32Array,
  start: number,
  end: number,
  probability: number,
  state: number,
): number {
  let counter = state | 0;
  if (probability <= 0 || probability >= 1) {
    target.fill(probability >= 1 ? -1 : 0, start, end);
    return counter;
  }
  const digits = (probability * 2 ** 32) >>> 0;
  for (let index = start; index < end; index++) {
    let below = 0;
    let isUndecided = -1;
    // After a few digits all 32 numbers differ from the probability. The digit selects by a mask: a branch takes longer.
    for (let digit = 0; digit < 32 && isUndecided !== 0; digit++) {
      counter = (counter + 0x9e3779b9) | 0;
      let random = counter ^ (counter >>> 16);
      random = Math.imul(random, 0x85ebca6b);
      random ^= random >>> 13;
      random = Math.imul(random, 0xc2b2ae35);
      random ^= random >>> 16;
      const mask = (digits << digit) >> 31;
      below |= isUndecided & ~random & mask;
      isUndecided &= ~(random ^ mask);
    }
    target[index] = below;
  }
  return counter;
}

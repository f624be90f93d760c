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
  for (let index = start; index < end; index++) {
    let below = 0;
    let isUndecided = -1;
    let rest = probability;
    // 53 digits are all that a number has.
    for (let digit = 0; digit < 53 && isUndecided !== 0; digit++) {
      counter = (counter + 0x9e3779b9) | 0;
      let random = counter ^ (counter >>> 16);
      random = Math.imul(random, 0x85ebca6b);
      random ^= random >>> 13;
      random = Math.imul(random, 0xc2b2ae35);
      random ^= random >>> 16;
      rest *= 2;
      if (rest >= 1) {
        rest -= 1;
        below |= isUndecided & ~random;
        isUndecided &= random;
      } else {
        isUndecided &= ~random;
      }
    }
    target[index] = below;
  }
  return counter;
}

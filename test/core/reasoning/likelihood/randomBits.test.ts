import fc from "fast-check";
import { expect, test } from "vitest";
import { fillRandomBits } from "../../../../server/core/reasoning/likelihood/randomBits.ts";

const WORDS = 400;

/** Returns the share of bits that are 1 in both arrays. */
function shareOf(first: Int32Array, second = first): number {
  let count = 0;
  for (const [index, word] of first.entries()) {
    const both = word & (second[index] ?? 0);
    for (let bit = 0; bit < 32; bit++) count += (both >>> bit) & 1;
  }
  return count / (first.length * 32);
}

function bitsOf(probability: number, state: number): Int32Array {
  const bits = new Int32Array(WORDS);
  fillRandomBits(bits, 0, WORDS, probability, state);
  return bits;
}

const states = fc.integer({ min: 0, max: 0xffffffff });
/** Six standard deviations, so that the tests never fail by chance. */
const MARGIN = 6 * Math.sqrt(0.25 / (WORDS * 32));

test("bits are 1 with the probability that is asked for", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), states, (probability, state) => {
      expect(Math.abs(shareOf(bitsOf(probability, state)) - probability)).toBeLessThan(MARGIN);
    }),
    { seed: 1 },
  );
  expect(shareOf(bitsOf(0, 1))).toBe(0);
});

test("bits of different states are independent of each other", () => {
  fc.assert(
    fc.property(states, states, (one, other) => {
      fc.pre(one !== other);
      expect(Math.abs(shareOf(bitsOf(0.5, one), bitsOf(0.4, other)) - 0.2)).toBeLessThan(MARGIN);
    }),
    { seed: 1 },
  );
});

test("goes on where the last call ended", () => {
  const whole = bitsOf(0.3, 7);
  const parts = new Int32Array(WORDS);
  const state = fillRandomBits(parts, 0, 100, 0.3, 7);
  fillRandomBits(parts, 100, WORDS, 0.3, state);
  expect(parts).toEqual(whole);
});

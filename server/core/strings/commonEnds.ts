/** Finds the common prefix and suffix of two texts or lists. */

/** Returns how many elements two sequences have in common at their start. */
export function commonPrefixLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length++;
  return length;
}

/** Returns how many elements two sequences have in common at their end, not counting their first `start` elements. */
export function commonSuffixLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>, start: number): number {
  const limit = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Whether two lists have equal items in the same order. */
export function isSameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): boolean {
  // The lengths are equal, so `b[index]` exists for each item of `a`.
  return a === b || (a.length === b.length && a.every((item, index) => isSame(item, b[index] as Item)));
}

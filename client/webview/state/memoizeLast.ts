/** Returns `compute` with a memory of one call: it runs again only if an argument differs (`!==`) from the last call's. */
export function memoizeLast<Args extends readonly unknown[], Value>(
  compute: (...args: Args) => Value,
): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | undefined;
  return (...args) => {
    if (last === undefined || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, value: compute(...args) };
    return last.value;
  };
}

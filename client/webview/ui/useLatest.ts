import { useRef } from "preact/hooks";

/** Returns a reference to the value of the latest rendering, for listeners that are attached only once. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

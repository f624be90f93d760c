import { expect, test } from "vitest";
import { memoizeLast } from "../../../../client/webview/state/memoizeLast.ts";

test("computes again only if an argument is another value or object", () => {
  let calls = 0;
  const wrap = memoizeLast((object: object, count: number) => {
    calls += 1;
    return { object, count };
  });
  const [one, equal] = [{}, {}];
  const first = wrap(one, 1);
  expect(wrap(one, 1)).toBe(first);
  expect(calls).toBe(1);
  expect(wrap(equal, 1)).not.toBe(first);
  expect(wrap(equal, 2).count).toBe(2);
  expect(calls).toBe(3);
});

test("remembers only the last call", () => {
  const wrap = memoizeLast((count: number) => ({ count }));
  const first = wrap(1);
  wrap(2);
  expect(wrap(1)).not.toBe(first);
});

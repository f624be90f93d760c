import { expect, test } from "vitest";
import { PendingReads } from "../../server/workspace/pendingReads.ts";

const rethrow = (error: unknown): never => {
  throw error;
};

/** A promise that the test resolves. */
function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolvePromise: (value: T) => void = () => expect.unreachable();
  const promise = new Promise<T>((resolve) => {
    resolvePromise = resolve;
  });
  return { promise, resolve: (value) => resolvePromise(value) };
}

/** Records whether a promise has resolved. */
function watch(promise: Promise<void>): { readonly isResolved: () => boolean } {
  let isResolved = false;
  void promise.then(() => {
    isResolved = true;
  });
  return { isResolved: () => isResolved };
}

/** Runs all promise callbacks that are due. */
const flush = (): Promise<void> => new Promise(setImmediate);

test("resolves at once if nothing is pending", async () => {
  await new PendingReads(rethrow).whenIdle();
});

test("passes each value to its callback, and is idle only after the last of several reads", async () => {
  const reads = new PendingReads(rethrow);
  const [first, second] = [deferred<string>(), deferred<string>()];
  const values: string[] = [];
  reads.track(first.promise, (value) => values.push(value));
  reads.track(second.promise, (value) => values.push(value));
  const idle = watch(reads.whenIdle());
  second.resolve("second");
  await flush();
  expect(values).toEqual(["second"]);
  expect(idle.isResolved()).toBe(false);
  first.resolve("first");
  await flush();
  expect(values).toEqual(["second", "first"]);
  expect(idle.isResolved()).toBe(true);
});

test("waits for reads that a callback starts", async () => {
  const reads = new PendingReads(rethrow);
  const nested = deferred<void>();
  reads.track(Promise.resolve(), () => reads.track(nested.promise, () => {}));
  const idle = watch(reads.whenIdle());
  await flush();
  expect(idle.isResolved()).toBe(false);
  nested.resolve();
  await flush();
  expect(idle.isResolved()).toBe(true);
});

test("resolves all waiters, and can become busy again", async () => {
  const reads = new PendingReads(rethrow);
  const [first, second] = [deferred<void>(), deferred<void>()];
  reads.track(first.promise, () => {});
  const waiters = [watch(reads.whenIdle()), watch(reads.whenIdle())];
  first.resolve();
  await flush();
  expect(waiters.map((waiter) => waiter.isResolved())).toEqual([true, true]);
  reads.track(second.promise, () => {});
  const idle = watch(reads.whenIdle());
  await flush();
  expect(idle.isResolved()).toBe(false);
  second.resolve();
  await flush();
  expect(idle.isResolved()).toBe(true);
});

test("reports failures of reads and callbacks, and becomes idle all the same", async () => {
  const errors: unknown[] = [];
  const reads = new PendingReads((error) => errors.push(error));
  const [readError, callbackError] = [new Error("read"), new Error("callback")];
  reads.track(Promise.reject(readError), () => expect.unreachable());
  reads.track(Promise.resolve(), () => {
    throw callbackError;
  });
  await reads.whenIdle();
  expect(new Set(errors)).toEqual(new Set([readError, callbackError]));
});

import { expect, test } from "vitest";
import type { ReadResult } from "../../server/core/articles/readArticle.ts";
import { readerPool, readInBackground, readWithTimeout } from "../../server/node/backgroundReader.ts";
import { WorkerPool } from "../../server/threads/workerPool.ts";
import type { ThreadListener } from "../../server/threads/workerThread.ts";
import { WAIT_LIMIT } from "../support/limits.ts";

const { signal } = new AbortController();
const task = { format: "markdown", text: "It *fell*." } as const;
const SLOW_MARKDOWN = "a_ ".repeat(20_000);

test("reads many articles in at most two threads, which are reused", async () => {
  const before = readerPool.startedThreads;
  const results = await Promise.all(Array.from({ length: 40 }, () => readInBackground(task, signal)));
  expect(new Set(results.map(({ state }) => state))).toEqual(new Set(["found"]));
  expect(readerPool.startedThreads - before).toBeLessThanOrEqual(2);
});

test("answers a canceled read at once, ends its thread, and reads on in another", async () => {
  const abort = new AbortController();
  const slow = readInBackground({ format: "markdown", text: SLOW_MARKDOWN }, abort.signal);
  abort.abort();
  expect(await slow).toEqual({ state: "timed-out" });
  expect(await readInBackground(task, signal)).toMatchObject({ state: "found" });
});

test("reads the next article after one that took too long", async () => {
  const slow = { format: "markdown", text: SLOW_MARKDOWN } as const;
  expect(await readWithTimeout(slow, 50, signal)).toEqual({ state: "timed-out" });
  expect(await readInBackground(task, signal)).toMatchObject({ state: "found" });
});

test("starts a new thread while an idle one ends, which takes a while", async () => {
  const answer: ReadResult = { state: "no-text" };
  const ending = Promise.withResolvers<() => void>();
  const startThread = ({ onMessage, onExit }: ThreadListener<ReadResult>) => {
    let isEnding = false;
    return {
      post() {
        if (!isEnding) queueMicrotask(() => onMessage(answer));
      },
      async terminate() {
        isEnding = true;
        ending.resolve(onExit);
      },
      keepAlive() {},
    };
  };
  const pool = new WorkerPool({ startThread, size: 1, idleTime: 0, cancelTime: WAIT_LIMIT });
  expect(await pool.read("first", WAIT_LIMIT, signal)).toEqual(answer);
  const finishEnding = await ending.promise;
  const second = pool.read("second", WAIT_LIMIT, signal);
  setTimeout(finishEnding);
  expect(await second).toEqual(answer);
  expect(pool.startedThreads).toBe(2);
});

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
  const before = readerPool.threads.started;
  const results = await Promise.all(Array.from({ length: 40 }, () => readInBackground(task, signal)));
  expect(new Set(results.map(({ state }) => state))).toEqual(new Set(["found"]));
  expect(readerPool.threads.mostRunning).toBeLessThanOrEqual(2);
  expect(readerPool.threads.started - before).toBeLessThanOrEqual(2);
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
  const article: ReadResult = { state: "no-text" };
  const ending = Promise.withResolvers<void>();
  const endings: (() => void)[] = [];
  const startThread = ({ onMessage, onExit }: ThreadListener<ReadResult>) => {
    let isEnding = false;
    return {
      post: () => void (isEnding || queueMicrotask(() => onMessage(article))),
      async terminate() {
        isEnding = true;
        endings.push(onExit);
        ending.resolve();
      },
      keepAlive() {},
    };
  };
  const pool = new WorkerPool({ startThread, size: 1, idleTime: 0, cancelTime: WAIT_LIMIT });
  expect(await pool.read("first", WAIT_LIMIT, signal)).toEqual(article);
  await ending.promise;
  const second = pool.read("second", WAIT_LIMIT, signal);
  setTimeout(() => endings[0]?.());
  expect(await second).toEqual(article);
  expect(pool.threads.started).toBe(2);
});

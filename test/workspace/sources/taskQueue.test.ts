import { expect, test } from "vitest";
import { TaskQueue } from "../../../server/workspace/sources/taskQueue.ts";

const { signal } = new AbortController();

/** Runs tasks that end only when the test says so, and records the order in which they start. */
function manualTasks(queue: TaskQueue) {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const run = (name: string, options: Partial<Parameters<TaskQueue["run"]>[1]> = {}): Promise<string | undefined> =>
    queue.run(
      () => {
        started.push(name);
        return new Promise((resolve) => finish.set(name, () => resolve(name)));
      },
      { signal, ...options },
    );
  const end = async (name: string): Promise<void> => {
    finish.get(name)?.();
    await new Promise(setImmediate);
  };
  return { started, run, end };
}

test("runs no more tasks at once than its limit, and starts the next one when one ends", async () => {
  const { started, run, end } = manualTasks(new TaskQueue(2));
  const all = ["a", "b", "c", "d"].map((name) => run(name));
  expect(started).toEqual(["a", "b"]);
  await end("b");
  expect(started).toEqual(["a", "b", "c"]);
  await end("a");
  await end("c");
  await end("d");
  expect(await Promise.all(all)).toEqual(["a", "b", "c", "d"]);
});

test("starts the task whose priority is highest when one can start, not when it was added", async () => {
  const { started, run, end } = manualTasks(new TaskQueue(1));
  const priorities = new Map([["late", 0]]);
  void run("first");
  for (const name of ["early", "late"]) void run(name, { priority: () => priorities.get(name) ?? 1 });
  priorities.set("late", 2);
  await end("first");
  expect(started).toEqual(["first", "late"]);
});

test("does not start a task that was canceled while it waited, and still starts the others", async () => {
  const { started, run, end } = manualTasks(new TaskQueue(1));
  const abort = new AbortController();
  void run("first");
  const canceled = run("canceled", { signal: abort.signal });
  void run("last");
  abort.abort();
  expect(await canceled).toBeUndefined();
  await end("first");
  expect(started).toEqual(["first", "last"]);
});

test("starts the next task after one that fails", async () => {
  const queue = new TaskQueue(1);
  const failed = queue.run(() => Promise.reject(new Error("broken")), { signal });
  const next = queue.run(async () => "next", { signal });
  await expect(failed).rejects.toThrow("broken");
  expect(await next).toBe("next");
});

/** A pool of threads that read articles, so that a slow read neither blocks the server nor needs a thread of its own. */
import type { ReadResult } from "../core/articles/readArticle.ts";
import { TaskQueue } from "../workspace/sources/taskQueue.ts";
import { PooledWorker, type WorkerAnswer } from "./pooledWorker.ts";
import type { StartThread } from "./workerThread.ts";

/** Options of a {@link WorkerPool}. Times are in milliseconds. */
export interface WorkerPoolOptions {
  /** Starts a thread, which must answer each message with one `ReadResult`. */
  readonly startThread: StartThread<ReadResult>;
  /** The largest number of threads that read at once. Idle threads that are ending come on top. */
  readonly size: number;
  /** How long a thread without work is kept. */
  readonly idleTime: number;
  /** How long a canceled read may go on before its thread is terminated. */
  readonly cancelTime: number;
}

/** Runs reads in a limited number of threads, which are reused. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #queue: TaskQueue;
  readonly #idle = new Set<PooledWorker<ReadResult>>();

  /** How many threads were started. Tests use it to show that threads are limited and reused. */
  startedThreads = 0;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#queue = new TaskQueue(options.size);
  }

  /**
   * Returns the result of a worker for a message. The state is `timed-out` if the worker exceeds the limit of time or memory or
   * is canceled, and `broken` if it fails.
   *
   * @param timeout in milliseconds
   */
  read(message: unknown, timeout: number, signal: AbortSignal): Promise<ReadResult> {
    return new Promise((resolve, reject) => {
      // The caller does not wait for a canceled read, which may still occupy its thread.
      const cancel = (): void => resolve({ state: "timed-out" });
      signal.addEventListener("abort", cancel);
      this.#queue
        .run(async () => resolve(await this.#read(message, timeout, signal)), { signal })
        .then(cancel, reject)
        .finally(() => signal.removeEventListener("abort", cancel));
    });
  }

  async #read(message: unknown, timeout: number, signal: AbortSignal): Promise<ReadResult> {
    const worker = this.#takeIdle() ?? this.#start();
    const isReused = worker.answerCount > 0;
    const answer = await this.#ask(worker, message, timeout, signal);
    // Earlier reads may have left too little memory in a thread that is reused.
    const isRepeated = answer.state === "out-of-memory" && isReused && !signal.aborted;
    return resultOf(isRepeated ? await this.#ask(this.#start(), message, timeout, signal) : answer);
  }

  async #ask(
    worker: PooledWorker<ReadResult>,
    message: unknown,
    timeout: number,
    signal: AbortSignal,
  ): Promise<WorkerAnswer<ReadResult>> {
    const { cancelTime, idleTime } = this.#options;
    const answer = await worker.ask(message, { timeout, signal, cancelTime });
    if (answer.state === "answered") {
      this.#idle.add(worker);
      worker.endAfter(idleTime, () => this.#idle.delete(worker));
    }
    return answer;
  }

  #takeIdle(): PooledWorker<ReadResult> | undefined {
    const [worker] = this.#idle;
    if (worker !== undefined) this.#idle.delete(worker);
    return worker;
  }

  #start(): PooledWorker<ReadResult> {
    this.startedThreads++;
    return new PooledWorker(this.#options.startThread, (ended) => this.#idle.delete(ended));
  }
}

function resultOf(answer: WorkerAnswer<ReadResult>): ReadResult {
  if (answer.state === "answered") return answer.value;
  return { state: answer.state === "failed" ? "broken" : "timed-out" };
}

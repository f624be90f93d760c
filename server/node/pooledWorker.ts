/** A worker thread that answers one message after the other. */
import { type ResourceLimits, Worker } from "node:worker_threads";

/** How a worker answered. After `failed` and `out-of-memory` it has ended; after `timed-out` it is terminated. */
export type WorkerAnswer<T> =
  | { readonly state: "answered"; readonly value: T }
  | { readonly state: "failed" | "out-of-memory" | "timed-out" };

/** Limits of one question to a worker. Times are in milliseconds. */
export interface AskOptions {
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Replaces the rest of the timeout after a cancellation. Most answers come sooner than a new thread would start. */
  readonly cancelTime: number;
}

/** A worker for a {@link WorkerPool}. Only one question may be open at a time. */
export class PooledWorker<T> {
  /** How many questions it has answered. */
  answerCount = 0;
  readonly #worker: Worker;
  #finish: ((answer: WorkerAnswer<T>) => void) | undefined;
  #idleTimer: NodeJS.Timeout | undefined;

  /** @param onEnd called when the thread has ended, for whatever reason */
  constructor(script: string, resourceLimits: ResourceLimits, onEnd: (worker: PooledWorker<T>) => void) {
    // Output is captured and dropped: on standard output, library warnings would corrupt the LSP messages.
    this.#worker = new Worker(script, { stdout: true, stderr: true, resourceLimits });
    this.#worker.on("message", (value: T) => this.#finish?.({ state: "answered", value }));
    this.#worker.on("error", (error: NodeJS.ErrnoException) =>
      this.#finish?.({ state: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out-of-memory" : "failed" }),
    );
    this.#worker.on("exit", () => {
      this.#finish?.({ state: "failed" });
      onEnd(this);
    });
  }

  /** Sends a message and returns the answer. */
  async ask(message: unknown, { timeout, signal, cancelTime }: AskOptions): Promise<WorkerAnswer<T>> {
    clearTimeout(this.#idleTimer);
    const giveUp = (): void => this.#finish?.({ state: "timed-out" });
    let timer = setTimeout(giveUp, timeout);
    const cancel = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, cancelTime);
    };
    signal.addEventListener("abort", cancel);
    try {
      const answer = await new Promise<WorkerAnswer<T>>((resolve) => {
        this.#finish = resolve;
        this.#worker.ref();
        this.#worker.postMessage(message);
      });
      this.answerCount++;
      if (answer.state !== "answered") await this.#worker.terminate();
      return answer;
    } finally {
      this.#finish = undefined;
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
    }
  }

  /** Ends the thread unless it is asked again within a time. Neither the thread nor the timer keeps the program running. */
  endAfter(idleTime: number): void {
    this.#worker.unref();
    this.#idleTimer = setTimeout(() => void this.#worker.terminate(), idleTime).unref();
  }
}

/** A thread that answers one message after the other. */
import type { StartThread, WorkerThread } from "./workerThread.ts";

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
  readonly #thread: WorkerThread;
  #finish: ((answer: WorkerAnswer<T>) => void) | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param onEnd called when the thread has ended, for whatever reason */
  constructor(startThread: StartThread<T>, onEnd: (worker: PooledWorker<T>) => void) {
    this.#thread = startThread({
      onMessage: (value) => this.#finish?.({ state: "answered", value }),
      onFailure: (state) => this.#finish?.({ state }),
      onExit: () => {
        this.#finish?.({ state: "failed" });
        onEnd(this);
      },
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
        this.#thread.keepAlive(true);
        this.#thread.post(message);
      });
      this.answerCount++;
      if (answer.state !== "answered") await this.#thread.terminate();
      return answer;
    } finally {
      this.#finish = undefined;
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
    }
  }

  /**
   * Ends the thread unless it is asked again within a time. Neither the thread nor the timer keeps the program running.
   *
   * @param onEnding called when the time is over. The thread takes a while to end, and does not answer meanwhile.
   */
  endAfter(idleTime: number, onEnding: () => void): void {
    this.#thread.keepAlive(false);
    const timer = setTimeout(() => {
      onEnding();
      void this.#thread.terminate();
    }, idleTime);
    // A timer is an object in Node only.
    if (typeof timer === "object") timer.unref();
    this.#idleTimer = timer;
  }
}

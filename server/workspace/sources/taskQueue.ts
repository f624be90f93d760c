/** A queue that limits how many asynchronous tasks run at once. */

/** Options of a task in a {@link TaskQueue}. */
export interface TaskOptions {
  /** Removes the task from the queue, unless it has started. */
  readonly signal: AbortSignal;
  /** Returns the priority; asked each time that a task can start. Of equal priorities, the first task in the queue starts. */
  readonly priority?: () => number;
}

interface WaitingTask {
  readonly start: () => void;
  readonly priority: () => number;
}

/** Starts tasks when fewer than `limit` are running. */
export class TaskQueue {
  readonly #limit: number;
  readonly #waiting = new Set<WaitingTask>();
  #runningCount = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Runs a task and returns its result; undefined if the task was canceled before it started. */
  async run<T>(task: () => Promise<T>, { signal, priority = () => 0 }: TaskOptions): Promise<T | undefined> {
    if (this.#runningCount >= this.#limit) await this.#turn(signal, priority);
    else this.#runningCount++;
    try {
      return signal.aborted ? undefined : await task();
    } finally {
      this.#runningCount--;
      this.#startNext();
    }
  }

  /** Waits until the task can start, and counts it as running. A canceled task gets its turn at once. */
  #turn(signal: AbortSignal, priority: () => number): Promise<void> {
    return new Promise((resolve) => {
      const start = (): void => {
        signal.removeEventListener("abort", start);
        this.#waiting.delete(waiting);
        this.#runningCount++;
        resolve();
      };
      const waiting: WaitingTask = { start, priority };
      this.#waiting.add(waiting);
      signal.addEventListener("abort", start);
      if (signal.aborted) start();
    });
  }

  #startNext(): void {
    if (this.#runningCount >= this.#limit) return;
    let next: WaitingTask | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const waiting of this.#waiting) {
      const priority = waiting.priority();
      if (priority <= highest) continue;
      highest = priority;
      next = waiting;
    }
    next?.start();
  }
}

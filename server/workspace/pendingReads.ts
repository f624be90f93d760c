/** What is being read, so that one can wait until nothing is. */
export class PendingReads {
  readonly #report: (error: unknown) => void;
  #pending = 0;
  #idleCallbacks: (() => void)[] = [];

  /** @param report is told of what went wrong; the rest goes on */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Does something with what is being read when that is there. */
  track<T>(promise: Promise<T>, onValue: (value: T) => void): void {
    this.#pending++;
    const done = promise.then(onValue).catch(this.#report);
    void done.finally(() => {
      this.#pending--;
      if (this.#pending > 0) return;
      const callbacks = this.#idleCallbacks;
      this.#idleCallbacks = [];
      for (const resolve of callbacks) resolve();
    });
  }

  /** Resolves when nothing is being read any more. */
  async whenIdle(): Promise<void> {
    while (this.#pending > 0) await new Promise<void>((resolve) => this.#idleCallbacks.push(resolve));
  }
}

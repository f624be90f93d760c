/** Tracks pending reads, so that callers can wait until all have finished. */
export class PendingReads {
  readonly #report: (error: unknown) => void;
  #pending = 0;
  #idleCallbacks: (() => void)[] = [];

  /** @param report receives the errors of reads and of their callbacks */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Whether a read is pending. */
  get isPending(): boolean {
    return this.#pending > 0;
  }

  /** Registers a read, and calls `onValue` with its result. The returned promise resolves after that, and never rejects. */
  track<T>(promise: Promise<T>, onValue: (value: T) => void): Promise<void> {
    this.#pending++;
    const done = promise.then(onValue).catch(this.#report);
    return done.finally(() => {
      this.#pending--;
      if (this.#pending > 0) return;
      const callbacks = this.#idleCallbacks;
      this.#idleCallbacks = [];
      for (const resolve of callbacks) resolve();
    });
  }

  /** Resolves when no read is pending. */
  async whenIdle(): Promise<void> {
    while (this.#pending > 0) await new Promise<void>((resolve) => this.#idleCallbacks.push(resolve));
  }
}

/** What is being read, so that one can wait until nothing is. */
export class Waiting {
  readonly #report: (error: unknown) => void;
  #pending = 0;
  #idle: (() => void)[] = [];

  /** @param report is told of what went wrong; the rest goes on */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Does something with what is being read when that is there. */
  for<T>(promise: Promise<T>, then: (value: T) => void): void {
    this.#pending++;
    const done = promise.then(then).catch(this.#report);
    void done.finally(() => {
      this.#pending--;
      if (this.#pending > 0) return;
      const waiting = this.#idle;
      this.#idle = [];
      for (const resolve of waiting) resolve();
    });
  }

  /** Resolves when nothing is being read any more. */
  async settled(): Promise<void> {
    while (this.#pending > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }
}

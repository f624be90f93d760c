/** A thread that answers messages: a worker thread in Node, or a worker in a browser. */
export interface WorkerThread {
  post(message: unknown): void;
  /** Ends the thread. */
  terminate(): Promise<unknown>;
  /** Lets the program end although the thread runs, or not. It does nothing in a browser. */
  keepAlive(keepsProgramRunning: boolean): void;
}

/** What happens to a thread. */
export interface ThreadListener<T> {
  readonly onMessage: (message: T) => void;
  readonly onFailure: (reason: "failed" | "out-of-memory") => void;
  readonly onExit: () => void;
}

/** Starts a thread. */
export type StartThread<T> = (listener: ThreadListener<T>) => WorkerThread;

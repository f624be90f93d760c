import type { Reading } from "../core/sources/readSource.ts";
/** Longer than any article takes, and short enough to be told of while one still remembers. */
export declare const MOST_MILLISECONDS = 30000;
/** As built, threads and tables lie beside this file; in the sources they are where npm and we put them. */
export declare const isBuilt: boolean;
export interface InThread {
  /** The file that the thread runs. It answers by one message. */
  readonly thread: {
    readonly built: string;
    readonly source: string;
  };
  /** What it is given. */
  readonly data: unknown;
  /** After which the reading is given up. */
  readonly milliseconds: number;
  /** Ends the reading at once: what came of it is not wanted any more. */
  readonly signal?: AbortSignal | undefined;
}
export declare const readInThread: ({ thread, data, milliseconds, signal }: InThread) => Promise<Reading>;

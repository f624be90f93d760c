/** The articles in use, read from the editor if they are open, else from disk. */
import { isBinary } from "../../core/articles/article.ts";
import { decode } from "../../core/articles/read/decode.ts";
import { formatOf, MAX_BYTES, type ReadResult, readBytes, readLongText } from "../../core/articles/readArticle.ts";
import { baseName } from "../../core/strings/baseName.ts";
import type { FileSystem } from "../files/fileSystem.ts";
import { TaskQueue } from "./taskQueue.ts";

/** The state of a file. `loading`: it is being read for the first time. */
export type ArticleState = ReadResult | { readonly state: "missing" } | { readonly state: "loading" };

/** Editors show this character in place of bytes that are invalid in the encoding of a file. */
const REPLACEMENT_CHARACTER = "\ufffd";

/** The dependencies of {@link Articles} on the workspace. */
export interface ArticlesHost {
  readonly fileSystem: FileSystem;
  /** Registers a pending read; `then` receives its result. The returned promise resolves after that. */
  readonly track: <T>(promise: Promise<T>, then: (value: T) => void) => Promise<void>;
  /** Finds out where a file really is, before it is read. */
  readonly resolveLocation: (uri: string) => Promise<void>;
  /** Returns the encoding that a source gives for a file. */
  readonly encodingOf: (uri: string) => string | undefined;
  /** Whether an open map cites a file, so that it should be read before others. */
  readonly isCitedByOpenMap: (uri: string) => boolean;
  /** Called when the state of a file has changed. */
  readonly onStateChanged: (uri: string, before: ArticleState) => void;
  /** Reports an unexpected error. */
  readonly report: (error: unknown) => void;
  /** Runs a function after the messages already received have been processed. */
  readonly defer: (work: () => void) => void;
}

/** How many articles are read at once. More would not be faster, but take memory. */
const MAX_CONCURRENT_READS = 2;

interface PendingRead {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Reads articles, and keeps them up to date with the editor and the disk. */
export class Articles {
  readonly #host: ArticlesHost;
  readonly #states = new Map<string, ArticleState>();
  /** The texts of open files. */
  readonly #openTexts = new Map<string, string>();
  /** Reads in progress, aborted when a newer read starts or the file is forgotten. */
  readonly #pendingReads = new Map<string, PendingRead>();
  readonly #queue = new TaskQueue(MAX_CONCURRENT_READS);
  /** The encodings with which files were read, as far as sources give them. */
  readonly #encodings = new Map<string, string | undefined>();
  /** Files that a request waits for. */
  readonly #awaited = new Set<string>();
  /** Collects the files of `get` that are being read, see `collectPending`. */
  #requestedPending: Set<string> | undefined;

  constructor(host: ArticlesHost) {
    this.#host = host;
  }

  /** Returns the state of a file, and starts reading it on the first call. */
  get(uri: string): ArticleState {
    let state = this.#states.get(uri);
    if (state === undefined) {
      state = { state: "loading" };
      this.#states.set(uri, state);
      this.#startRead(uri);
    }
    if (this.#pendingReads.has(uri)) this.#requestedPending?.add(uri);
    return state;
  }

  /** Runs a function, and returns its result and the files that it asked for while they were being read. */
  collectPending<T>(work: () => T): { readonly result: T; readonly pending: ReadonlySet<string> } {
    const outer = this.#requestedPending;
    const pending = new Set<string>();
    this.#requestedPending = pending;
    try {
      return { result: work(), pending };
    } finally {
      this.#requestedPending = outer;
    }
  }

  /** Resolves when these files are no longer being read. They are read before all others. */
  async whenRead(uris: Iterable<string>): Promise<void> {
    const waited = [...uris];
    for (const uri of waited) this.#awaited.add(uri);
    for (const uri of waited) {
      for (let read = this.#pendingReads.get(uri); read !== undefined; read = this.#pendingReads.get(uri))
        await read.done;
      this.#awaited.delete(uri);
    }
  }

  /** The URIs of all files with a state. */
  uris(): Iterable<string> {
    return this.#states.keys();
  }

  isOpen(uri: string): boolean {
    return this.#openTexts.has(uri);
  }

  /** The editor opened or changed a file; its text overrides the file on disk. Ignored for a binary format. */
  open(uri: string, text: string): void {
    if (isBinary(formatOf(baseName(uri))) || this.#openTexts.get(uri) === text) return;
    this.#openTexts.set(uri, text);
    if (this.#states.has(uri)) this.#startRead(uri);
  }

  /** The editor closed a file. */
  close(uri: string): void {
    if (this.#openTexts.delete(uri) && this.#states.has(uri)) this.#startRead(uri);
  }

  /** A file changed on disk. */
  changedOnDisk(uri: string): void {
    const state = this.#states.get(uri);
    // A text that the editor has decoded wrongly is read from disk, even while it is open.
    if (state !== undefined && this.#openTexts.get(uri)?.includes(REPLACEMENT_CHARACTER) !== false)
      this.#startRead(uri);
  }

  /** Reads a file again if a source now gives another encoding. */
  updateEncoding(uri: string): void {
    if (this.#encodings.has(uri) && this.#encodings.get(uri) !== this.#host.encodingOf(uri)) this.#startRead(uri);
  }

  /** Drops the state of a file; the next `get` reads it again. The text of an open file is kept. */
  forget(uri: string): void {
    this.#states.delete(uri);
    this.#encodings.delete(uri);
    this.#pendingReads.get(uri)?.abort.abort();
    this.#pendingReads.delete(uri);
  }

  #startRead(uri: string): void {
    this.#pendingReads.get(uri)?.abort.abort();
    const abort = new AbortController();
    const { signal } = abort;
    const options = { signal, priority: () => this.#priorityOf(uri) };
    const read = () => this.#queue.run(() => this.#readState(uri, signal), options);
    const reading = this.#openTexts.has(uri) ? this.#nextTurn().then(read) : read();
    const done = this.#host.track(reading, (state) => {
      if (state === undefined || signal.aborted) return;
      this.#pendingReads.delete(uri);
      const before = this.#states.get(uri) ?? { state: "loading" };
      this.#states.set(uri, state);
      this.#host.onStateChanged(uri, before);
    });
    this.#pendingReads.set(uri, { abort, done });
  }

  #priorityOf(uri: string): number {
    if (this.#awaited.has(uri)) return 2;
    return this.#openTexts.has(uri) || this.#host.isCitedByOpenMap(uri) ? 1 : 0;
  }

  /** Undefined if the read was aborted. */
  async #readState(uri: string, signal: AbortSignal): Promise<ArticleState | undefined> {
    const { fileSystem, report, resolveLocation, encodingOf } = this.#host;
    const name = baseName(uri);
    const encoding = encodingOf(uri);
    this.#encodings.set(uri, encoding);
    try {
      const location = resolveLocation(uri);
      const openText = this.#openTexts.get(uri);
      if (openText !== undefined && !(await this.#isLossyText(uri, openText))) {
        await location;
        return await readLongText(name, openText, fileSystem.readInBackground, signal);
      }
      const [file] = await Promise.all([fileSystem.readBytes(uri, MAX_BYTES), location]);
      if (signal.aborted) return undefined;
      return file.state === "found"
        ? await readBytes({ name, bytes: file.bytes, encoding }, fileSystem.readInBackground, signal)
        : file;
    } catch (error) {
      report(error);
      return { state: "broken" };
    }
  }

  /** Whether the editor decoded a file with the wrong encoding, so that some of its text is lost. */
  async #isLossyText(uri: string, openText: string): Promise<boolean> {
    if (!openText.includes(REPLACEMENT_CHARACTER)) return false;
    const file = await this.#host.fileSystem.readBytes(uri, MAX_BYTES);
    return file.state === "found" && decode(file.bytes) === undefined;
  }

  /** Waits until pending messages are processed, so that only the last of several consecutive edits is read. */
  #nextTurn(): Promise<void> {
    const { defer } = this.#host;
    // The first deferred callback still runs before the next message in the queue.
    return new Promise((resolve) => defer(() => defer(resolve)));
  }
}

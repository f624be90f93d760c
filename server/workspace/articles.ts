/** The articles that are asked for: as the editor holds them where it does, else as they are on disk. */
import { decode } from "../core/sources/read/decode.ts";
import { formatOf, MAX_BYTES, type ReadResult, readBytes, readLongText } from "../core/sources/readSource.ts";
import type { FileSystem } from "./fileSystem.ts";
import { baseName } from "./paths.ts";

/** What is known of a file. `loading`: it is being read for the first time. */
export type ArticleState = ReadResult | { readonly state: "missing" } | { readonly state: "loading" };

/** What an editor shows in the place of bytes that are no text in the encoding that it takes a file to be in. */
const REPLACEMENT_CHARACTER = "\ufffd";

/** What an `Articles` is given by the workspace that it is part of. */
export interface ArticlesHost {
  readonly fileSystem: FileSystem;
  /** Is given what is under way, and what is to be done with it. */
  readonly track: <T>(promise: Promise<T>, then: (value: T) => void) => void;
  /** Is told of a file of which something else is known now, and what was known before. */
  readonly onStateChanged: (uri: string, before: ArticleState) => void;
  /** Is told of a reading that failed though it never should. */
  readonly report: (error: unknown) => void;
  /** Runs something when the messages that wait have been read. */
  readonly defer: (work: () => void) => void;
}

export class Articles {
  readonly #host: ArticlesHost;
  readonly #states = new Map<string, ArticleState>();
  /** The texts that the editor holds. */
  readonly #openTexts = new Map<string, string>();
  /** What is being read: ended where a newer reading begins, or nobody wants the file any more. */
  readonly #pendingReads = new Map<string, AbortController>();

  constructor(host: ArticlesHost) {
    this.#host = host;
  }

  /** What a file comes to; it is read when first asked for. */
  get(uri: string): ArticleState {
    const state = this.#states.get(uri);
    if (state !== undefined) return state;
    this.#states.set(uri, { state: "loading" });
    this.#startRead(uri);
    return { state: "loading" };
  }

  /** The files that have been asked for. */
  uris(): Iterable<string> {
    return this.#states.keys();
  }

  isOpen(uri: string): boolean {
    return this.#openTexts.has(uri);
  }

  /**
   * The editor holds this text of a file: it counts, not what is on disk. Not so for a PDF: what an editor makes of its bytes
   * is no text of it.
   */
  open(uri: string, text: string): void {
    if (formatOf(baseName(uri)) === "pdf" || this.#openTexts.get(uri) === text) return;
    this.#openTexts.set(uri, text);
    if (this.#states.has(uri)) this.#startRead(uri);
  }

  /** The editor has closed a file. */
  close(uri: string): void {
    if (this.#openTexts.delete(uri) && this.#states.has(uri)) this.#startRead(uri);
  }

  /** Something happened to a file on disk. */
  changedOnDisk(uri: string): void {
    const state = this.#states.get(uri);
    if (state !== undefined && (state.state === "binary" || !this.#openTexts.has(uri))) this.#startRead(uri);
  }

  /** Lets go of what a file says; it is read again when somebody asks. What the editor holds is kept. */
  forget(uri: string): void {
    this.#states.delete(uri);
    this.#pendingReads.get(uri)?.abort();
    this.#pendingReads.delete(uri);
  }

  #startRead(uri: string): void {
    this.#pendingReads.get(uri)?.abort();
    const abort = new AbortController();
    this.#pendingReads.set(uri, abort);
    this.#host.track(this.#readState(uri, abort.signal), (state) => {
      if (state === undefined || abort.signal.aborted) return;
      this.#pendingReads.delete(uri);
      const before = this.#states.get(uri) ?? { state: "loading" };
      this.#states.set(uri, state);
      this.#host.onStateChanged(uri, before);
    });
  }

  /** Undefined where it was overtaken. */
  async #readState(uri: string, signal: AbortSignal): Promise<ArticleState | undefined> {
    const { fileSystem, report } = this.#host;
    const name = baseName(uri);
    try {
      if (this.#openTexts.has(uri)) await this.#nextTurn();
      if (signal.aborted) return undefined;
      const openText = this.#openTexts.get(uri);
      if (openText !== undefined) {
        if (await this.#isLossyText(uri, openText)) return { state: "binary" };
        return await readLongText(name, openText, fileSystem, signal);
      }
      const file = await fileSystem.readBytes(uri, MAX_BYTES);
      if (signal.aborted) return undefined;
      return file.state === "found" ? await readBytes(name, file.bytes, fileSystem, signal) : file;
    } catch (error) {
      report(error);
      return { state: "broken" };
    }
  }

  /** Whether the editor shows a file that is no text in UTF-8 as if it were, so that some of its words are lost. */
  async #isLossyText(uri: string, openText: string): Promise<boolean> {
    if (!openText.includes(REPLACEMENT_CHARACTER)) return false;
    const file = await this.#host.fileSystem.readBytes(uri, MAX_BYTES);
    return file.state === "found" && decode(file.bytes) === undefined;
  }

  /** Resolves when a turn has passed: of edits that come together only the last one's text is read. */
  #nextTurn(): Promise<void> {
    const { defer } = this.#host;
    // What runs first runs before the message that is next in the queue.
    return new Promise((resolve) => defer(() => defer(resolve)));
  }
}

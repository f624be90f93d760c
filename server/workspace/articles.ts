/** The articles that are asked for: as the editor holds them where it does, else as they are on disk. */
import { decode } from "../core/sources/read/decode.ts";
import { formatOf, MOST_BYTES, type Reading, readBytes, readLongText } from "../core/sources/readSource.ts";
import type { FileSystem } from "./fileSystem.ts";
import { baseName } from "./paths.ts";

/** What is known of a file. `loading`: it is being read for the first time. */
export type Known = Reading | { readonly state: "missing" } | { readonly state: "loading" };

/** What an editor shows in the place of bytes that are no text in the encoding that it takes a file to be in. */
const UNREADABLE = "\ufffd";

/** What an `Articles` is given by the workspace that it is part of. */
export interface Around {
  readonly fileSystem: FileSystem;
  /** Is given what is under way, and what is to be done with it. */
  readonly wait: <T>(promise: Promise<T>, then: (value: T) => void) => void;
  /** Is told of a file of which something else is known now, and what was known before. */
  readonly changed: (uri: string, before: Known) => void;
  /** Is told of a reading that failed though it never should. */
  readonly report: (error: unknown) => void;
  /** Runs something when the messages that wait have been read. */
  readonly later: (work: () => void) => void;
}

export class Articles {
  readonly #around: Around;
  readonly #known = new Map<string, Known>();
  /** The texts that the editor holds. */
  readonly #open = new Map<string, string>();
  /** What is being read: ended where a newer reading begins, or nobody wants the file any more. */
  readonly #readings = new Map<string, AbortController>();

  constructor(around: Around) {
    this.#around = around;
  }

  /** What a file comes to; it is read when first asked for. */
  get(uri: string): Known {
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    this.#known.set(uri, { state: "loading" });
    this.#read(uri);
    return { state: "loading" };
  }

  /** The files that have been asked for. */
  uris(): Iterable<string> {
    return this.#known.keys();
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /**
   * The editor holds this text of a file: it counts, not what is on disk. Not so for a PDF: what an editor makes of its bytes
   * is no text of it.
   */
  hold(uri: string, text: string): void {
    if (formatOf(baseName(uri)) === "pdf" || this.#open.get(uri) === text) return;
    this.#open.set(uri, text);
    if (this.#known.has(uri)) this.#read(uri);
  }

  /** The editor has closed a file. */
  release(uri: string): void {
    if (this.#open.delete(uri) && this.#known.has(uri)) this.#read(uri);
  }

  /** Something happened to a file on disk. */
  changedOnDisk(uri: string): void {
    const known = this.#known.get(uri);
    if (known !== undefined && (known.state === "binary" || !this.#open.has(uri))) this.#read(uri);
  }

  /** Lets go of what a file says; it is read again when somebody asks. What the editor holds is kept. */
  forget(uri: string): void {
    this.#known.delete(uri);
    this.#readings.get(uri)?.abort();
    this.#readings.delete(uri);
  }

  #read(uri: string): void {
    this.#readings.get(uri)?.abort();
    const reading = new AbortController();
    this.#readings.set(uri, reading);
    this.#around.wait(this.#reading(uri, reading.signal), (now) => {
      if (now === undefined || reading.signal.aborted) return;
      this.#readings.delete(uri);
      const before = this.#known.get(uri) ?? { state: "loading" };
      this.#known.set(uri, now);
      this.#around.changed(uri, before);
    });
  }

  /** Undefined where it was overtaken. */
  async #reading(uri: string, signal: AbortSignal): Promise<Known | undefined> {
    const { fileSystem, report } = this.#around;
    const name = baseName(uri);
    try {
      if (this.#open.has(uri)) await this.#quiet();
      if (signal.aborted) return undefined;
      const held = this.#open.get(uri);
      if (held !== undefined) {
        if (await this.#isTorn(uri, held)) return { state: "binary" };
        return await readLongText(name, held, fileSystem, signal);
      }
      const file = await fileSystem.readBytes(uri, MOST_BYTES);
      if (signal.aborted) return undefined;
      return file.state === "found" ? await readBytes(name, file.bytes, fileSystem, signal) : file;
    } catch (error) {
      report(error);
      return { state: "broken" };
    }
  }

  /** Whether the editor shows a file that is no text in UTF-8 as if it were, so that some of its words are lost. */
  async #isTorn(uri: string, held: string): Promise<boolean> {
    if (!held.includes(UNREADABLE)) return false;
    const file = await this.#around.fileSystem.readBytes(uri, MOST_BYTES);
    return file.state === "found" && decode(file.bytes) === undefined;
  }

  /** Resolves when a turn has passed: of edits that come together only the last one's text is read. */
  #quiet(): Promise<void> {
    const { later } = this.#around;
    // What runs first runs before the message that is next in the queue.
    return new Promise((resolve) => later(() => later(resolve)));
  }
}

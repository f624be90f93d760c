/** The articles that maps quote: as the editor holds them where it does, else as they are on disk. */
import { isForeign, MOST_BYTES, type Reading, readBytes, readText } from "../sources/source.ts";
import type { FileSystem } from "./fileSystem.ts";
import { baseName } from "./paths.ts";

/** What is known of a file. `loading`: it is being read for the first time. */
type Known = Reading | { readonly state: "missing" } | { readonly state: "loading" };

export class Sources {
  readonly #fileSystem: FileSystem;
  readonly #wait: <T>(promise: Promise<T>, then: (value: T) => void) => void;
  readonly #changed: (uri: string) => void;
  readonly #known = new Map<string, Known>();
  /** The texts that the editor holds. */
  readonly #open = new Map<string, string>();
  /** How often each file has been read: what a newer reading has overtaken is dropped. */
  readonly #readings = new Map<string, number>();

  /**
   * @param wait is given what is under way, and what is to be done with it
   * @param changed is told of a file of which something else is known now
   */
  constructor(
    fileSystem: FileSystem,
    wait: <T>(promise: Promise<T>, then: (value: T) => void) => void,
    changed: (uri: string) => void,
  ) {
    this.#fileSystem = fileSystem;
    this.#wait = wait;
    this.#changed = changed;
  }

  /** What a file comes to; it is read when first asked for. */
  get(uri: string): Known {
    if (!this.#known.has(uri)) {
      this.#known.set(uri, { state: "loading" });
      this.#read(uri);
    }
    return this.#known.get(uri) ?? { state: "loading" };
  }

  /** The files that have been asked for. */
  uris(): Iterable<string> {
    return this.#known.keys();
  }

  /** The editor holds this text of a file: it counts, not what is on disk. */
  hold(uri: string, text: string): void {
    if (this.#open.get(uri) === text) return;
    this.#open.set(uri, text);
    if (this.#known.has(uri)) this.#read(uri);
  }

  /** The editor has closed a file. */
  release(uri: string): void {
    if (this.#open.delete(uri) && this.#known.has(uri)) this.#read(uri);
  }

  /** Something happened to a file on disk. */
  changedOnDisk(uri: string): void {
    if (this.#known.has(uri) && !this.#open.has(uri)) this.#read(uri);
  }

  /** Forgets all files that are not wanted any more. */
  keepOnly(wanted: ReadonlySet<string | undefined>): void {
    for (const uri of this.#known.keys()) {
      if (wanted.has(uri)) continue;
      this.#known.delete(uri);
      this.#readings.delete(uri);
    }
  }

  #read(uri: string): void {
    const reading = (this.#readings.get(uri) ?? 0) + 1;
    this.#readings.set(uri, reading);
    this.#wait(this.#reading(uri), (now) => {
      if (this.#readings.get(uri) !== reading) return;
      this.#known.set(uri, now);
      this.#changed(uri);
    });
  }

  async #reading(uri: string): Promise<Known> {
    const name = baseName(uri);
    const held = this.#open.get(uri);
    if (held !== undefined && isForeign(name)) return { state: "foreign" };
    if (held !== undefined) return { state: "found", article: await readText(name, held) };
    const file = await this.#fileSystem.readBytes(uri, MOST_BYTES);
    return file.state === "found" ? readBytes(name, file.bytes, this.#fileSystem.readPdf) : file;
  }
}

/** Which way to write a URI a client uses for the documents that it has open; below the rim each has one way. */
import { normalUri } from "../workspace/paths.ts";

export class Spellings {
  readonly #written = new Map<string, string>();
  /** How many are written otherwise than we would. */
  #others = 0;

  /** A document is open under this URI. @returns what it is called below the rim */
  add(uri: string): string {
    const known = normalUri(uri);
    this.delete(known);
    this.#written.set(known, uri);
    if (uri !== known) this.#others++;
    return known;
  }

  delete(known: string): void {
    const uri = this.#written.get(known);
    if (uri !== undefined && uri !== known) this.#others--;
    this.#written.delete(known);
  }

  has(known: string): boolean {
    return this.#written.has(known);
  }

  /** The documents that are open, as they are called below the rim. */
  get open(): Iterable<string> {
    return this.#written.keys();
  }

  /** How the client writes a URI. */
  written(known: string): string {
    return this.#written.get(known) ?? known;
  }

  /** An answer with all its URIs as the client writes them, wherever in it they stand. */
  inAnswer<T>(answer: T): T {
    return this.#others === 0 ? answer : (this.#rewritten(answer) as T);
  }

  #rewritten(value: unknown): unknown {
    if (typeof value === "string") return this.written(value);
    if (Array.isArray(value)) return value.map((one) => this.#rewritten(one));
    if (typeof value !== "object" || value === null) return value;
    // The keys of `changes` in an edit are URIs; no other key looks like one.
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [this.written(key), this.#rewritten(one)]));
  }
}

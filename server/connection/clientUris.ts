/** Which way to write a URI a client uses for the documents that it has open; below the rim each has one way. */
import { normaliseUri } from "../workspace/paths.ts";

export class ClientUris {
  readonly #clientUris = new Map<string, string>();
  /** How many are written otherwise than we would. */
  #differing = 0;

  /** A document is open under this URI. @returns what it is called below the rim */
  add(clientUri: string): string {
    const serverUri = normaliseUri(clientUri);
    this.delete(serverUri);
    this.#clientUris.set(serverUri, clientUri);
    if (clientUri !== serverUri) this.#differing++;
    return serverUri;
  }

  delete(serverUri: string): void {
    const clientUri = this.#clientUris.get(serverUri);
    if (clientUri !== undefined && clientUri !== serverUri) this.#differing--;
    this.#clientUris.delete(serverUri);
  }

  has(serverUri: string): boolean {
    return this.#clientUris.has(serverUri);
  }

  /** The documents that are open, as they are called below the rim. */
  get openUris(): Iterable<string> {
    return this.#clientUris.keys();
  }

  /** How the client writes a URI. */
  toClientUri(serverUri: string): string {
    return this.#clientUris.get(serverUri) ?? serverUri;
  }

  /** An answer with all its URIs as the client writes them, wherever in it they stand. */
  toClientUris<T>(answer: T): T {
    return this.#differing === 0 ? answer : (this.#rewrite(answer) as T);
  }

  #rewrite(value: unknown): unknown {
    if (typeof value === "string") return this.toClientUri(value);
    if (Array.isArray(value)) return value.map((one) => this.#rewrite(one));
    if (typeof value !== "object" || value === null) return value;
    // The keys of `changes` in an edit are URIs; no other key looks like one.
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [this.toClientUri(key), this.#rewrite(one)]));
  }
}

/** Who imports whom, by URI, as it is written: also where the imported file is not there, or the imports run in a circle. */

export class ImportGraph {
  readonly #imports = new Map<string, readonly (string | undefined)[]>();
  readonly #importers = new Map<string, Set<string>>();

  /** Says what a file imports, in the order of its imports; undefined for an import that leads nowhere. */
  set(from: string, targets: readonly (string | undefined)[]): void {
    this.delete(from);
    this.#imports.set(from, targets);
    for (const target of targets) {
      if (target === undefined) continue;
      const importers = this.#importers.get(target);
      if (importers === undefined) this.#importers.set(target, new Set([from]));
      else importers.add(from);
    }
  }

  /** Forgets what a file imports. */
  delete(from: string): void {
    for (const target of this.importsOf(from)) {
      const importers = this.#importers.get(target);
      importers?.delete(from);
      if (importers?.size === 0) this.#importers.delete(target);
    }
    this.#imports.delete(from);
  }

  /** What a file imports. */
  importsOf(uri: string): readonly string[] {
    return (this.#imports.get(uri) ?? []).filter((target) => target !== undefined);
  }

  /** The files that import one. */
  importersOf(uri: string): ReadonlySet<string> {
    return this.#importers.get(uri) ?? NO_IMPORTERS;
  }

  /** All files that import one, directly or by way of others; not itself. */
  allImportersOf(uri: string): readonly string[] {
    return reachable([uri], (one) => this.importersOf(one)).filter((one) => one !== uri);
  }

  /** These files and all that they import, directly or by way of others. */
  withAllImports(uris: Iterable<string>): ReadonlySet<string> {
    return new Set(reachable(uris, (one) => this.importsOf(one)));
  }

  /** The shortest way from one file to another over imports, both included; undefined where there is none. */
  shortestPath(from: string, to: string): readonly string[] | undefined {
    const paths = new Map<string, readonly string[]>([[from, [from]]]);
    // A map may grow while it is walked.
    for (const [uri, path] of paths) {
      for (const next of this.importsOf(uri)) {
        if (next === to) return [...path, to];
        if (!paths.has(next)) paths.set(next, [...path, next]);
      }
    }
    return undefined;
  }
}

const NO_IMPORTERS: ReadonlySet<string> = new Set();

function reachable(from: Iterable<string>, successors: (uri: string) => Iterable<string>): readonly string[] {
  const seen = new Set(from);
  // A set may grow while it is walked.
  for (const uri of seen) for (const next of successors(uri)) seen.add(next);
  return [...seen];
}

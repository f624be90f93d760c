/** The graph of imports between files, by URI. Includes missing files and cycles. */
export class ImportGraph {
  readonly #imports = new Map<string, readonly (string | undefined)[]>();
  readonly #importers = new Map<string, Set<string>>();

  /** Replaces the imports of a file, in their order; undefined for an import without a valid path. */
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

  /** Removes the imports of a file. */
  delete(from: string): void {
    for (const target of this.importsOf(from)) {
      const importers = this.#importers.get(target);
      importers?.delete(from);
      if (importers?.size === 0) this.#importers.delete(target);
    }
    this.#imports.delete(from);
  }

  /** Returns the files that a file imports directly. */
  importsOf(uri: string): readonly string[] {
    return (this.#imports.get(uri) ?? []).filter((target) => target !== undefined);
  }

  /** Returns the files that import a file directly. */
  importersOf(uri: string): ReadonlySet<string> {
    return this.#importers.get(uri) ?? NO_IMPORTERS;
  }

  /** Returns the files that import a file directly or indirectly, without the file itself. */
  allImportersOf(uri: string): readonly string[] {
    return reachable([uri], (one) => this.importersOf(one)).filter((one) => one !== uri);
  }

  /** Returns the files that a change of a file's imports may affect: all its direct and indirect importers, and its imports. */
  neighborsOf(uri: string): readonly string[] {
    return [...this.allImportersOf(uri), ...this.importsOf(uri)];
  }

  /** Returns the given files and all that they import directly or indirectly. */
  withAllImports(uris: Iterable<string>): ReadonlySet<string> {
    return new Set(reachable(uris, (one) => this.importsOf(one)));
  }

  /** Returns the shortest path of imports from one file to another, including both; undefined if there is none. */
  shortestPath(from: string, to: string): readonly string[] | undefined {
    const paths = new Map<string, readonly string[]>([[from, [from]]]);
    // Iteration includes entries that are added to the map during the loop.
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
  // Iteration includes elements that are added to the set during the loop.
  for (const uri of seen) for (const next of successors(uri)) seen.add(next);
  return [...seen];
}

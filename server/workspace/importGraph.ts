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
    for (const target of this.importedBy(from)) {
      const importers = this.#importers.get(target);
      importers?.delete(from);
      if (importers?.size === 0) this.#importers.delete(target);
    }
    this.#imports.delete(from);
  }

  /** What a file imports. */
  importedBy(uri: string): readonly string[] {
    return (this.#imports.get(uri) ?? []).filter((target) => target !== undefined);
  }

  /** The files that import one. */
  importersOf(uri: string): ReadonlySet<string> {
    return this.#importers.get(uri) ?? nobody;
  }

  /** All files that import one, directly or by way of others; not itself. */
  allImportersOf(uri: string): readonly string[] {
    return reached([uri], (one) => this.importersOf(one)).filter((one) => one !== uri);
  }

  /** These files and all that they import, directly or by way of others. */
  withAllImports(uris: Iterable<string>): ReadonlySet<string> {
    return new Set(reached(uris, (one) => this.importedBy(one)));
  }

  /** The shortest way from one file to another over imports, both included; undefined where there is none. */
  wayTo(from: string, to: string): readonly string[] | undefined {
    const ways = new Map<string, readonly string[]>([[from, [from]]]);
    // A map may grow while it is walked.
    for (const [uri, way] of ways) {
      for (const next of this.importedBy(uri)) {
        if (next === to) return [...way, to];
        if (!ways.has(next)) ways.set(next, [...way, next]);
      }
    }
    return undefined;
  }
}

const nobody: ReadonlySet<string> = new Set();

function reached(from: Iterable<string>, onwards: (uri: string) => Iterable<string>): readonly string[] {
  const seen = new Set(from);
  // A set may grow while it is walked.
  for (const uri of seen) for (const next of onwards(uri)) seen.add(next);
  return [...seen];
}

import type { ImportTarget, MapFile } from "../../core/language/map.ts";
import { resolvePath } from "../files/paths.ts";
import { ImportGraph } from "./importGraph.ts";
import type { MutableWorkspaceFile } from "./workspaceFile.ts";

/** Why a file is not loaded. `restricted`: the user does not trust the workspace, and the file lies outside. */
export type UnavailableState = "loading" | "missing" | "restricted";

/** The dependencies of {@link ImportLinks} on the workspace. */
export interface ImportLinksHost {
  readonly workspaceFile: (uri: string) => MutableWorkspaceFile | undefined;
  /** Returns the state of a file that is not loaded, and starts reading it on the first call. */
  readonly requestFile: (uri: string) => UnavailableState;
}

/** Links the imports of each file to the files that they name, and records them in a graph. */
export class ImportLinks {
  readonly graph = new ImportGraph();
  readonly #host: ImportLinksHost;

  constructor(host: ImportLinksHost) {
    this.#host = host;
  }

  /** Records the imports of a file in the graph, without linking them. */
  record(file: MapFile): void {
    this.graph.set(
      file.uri,
      file.imports.map(({ entry }) => resolvePath(file.uri, entry.text)),
    );
  }

  /**
   * Updates the targets of a file's imports, and reads the files that are not known.
   *
   * @returns whether a target changed
   */
  link(file: MapFile): boolean {
    let hasChanged = false;
    for (const { entry, target } of file.imports) {
      const newTarget = this.#targetOf(file, resolvePath(file.uri, entry.text));
      if (isSameTarget(target, newTarget)) continue;
      file.setImportTarget(entry, newTarget);
      hasChanged = true;
    }
    return hasChanged;
  }

  /** Links and then rechecks files. All are linked first, as the problems of one may depend on the links of another. */
  relink(uris: readonly string[]): void {
    const workspaceFiles = uris.flatMap((uri) => this.#host.workspaceFile(uri) ?? []);
    for (const { file } of workspaceFiles) this.link(file);
    for (const workspaceFile of workspaceFiles) workspaceFile.recheck((checker) => checker.recheckAll());
  }

  #targetOf(from: MapFile, uri: string | undefined): ImportTarget {
    if (uri === undefined) return { state: "missing" };
    const returnPath = uri === from.uri ? [uri] : this.graph.shortestPath(uri, from.uri);
    if (returnPath !== undefined) return { state: "circular", cycle: [from.uri, ...returnPath] };
    const workspaceFile = this.#host.workspaceFile(uri);
    if (workspaceFile !== undefined) return { state: "found", file: workspaceFile.file };
    const state = this.#host.requestFile(uri);
    return { state: state === "loading" ? "unknown" : state };
  }
}

function isSameTarget(a: ImportTarget, b: ImportTarget): boolean {
  if (a.state === "found") return b.state === "found" && a.file === b.file;
  if (a.state === "circular") return b.state === "circular" && a.cycle.join() === b.cycle.join();
  return a.state === b.state;
}

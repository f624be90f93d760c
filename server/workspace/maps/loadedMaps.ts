import { changesStructure } from "../../core/checks/affectedEntries.ts";
import { Checker } from "../../core/checks/checker.ts";
import type { IdGenerator } from "../../core/language/entry.ts";
import { MapFile } from "../../core/language/map.ts";
import type { NameChange } from "../../core/language/nameChange.ts";
import type { SyntaxChange } from "../../core/language/parsing/nesting.ts";
import type { ContentChange } from "../../core/language/syntax.ts";
import { externalChange, type FileChange } from "../fileChange.ts";
import type { QuoteAnchors } from "../sources/quoteAnchors.ts";
import type { Sources } from "../sources/sources.ts";
import type { ImportGraph } from "./importGraph.ts";
import { ImportLinks, type UnavailableState } from "./importLinks.ts";
import type { NameIndex } from "./nameIndex.ts";
import { MutableWorkspaceFile } from "./workspaceFile.ts";

/** The dependencies of {@link LoadedMaps} on the workspace. */
export interface LoadedMapsHost {
  readonly sources: Sources;
  readonly anchors: QuoteAnchors;
  readonly names: NameIndex;
  readonly newId: IdGenerator;
  /** Receives the errors of checks that fail. */
  readonly report: (error: unknown) => void;
  /** Returns the state of a file that is not loaded, and starts reading it on the first call. */
  readonly requestFile: (uri: string) => UnavailableState;
  /** Called when a file has got other imports, so that the former ones may no longer be needed. */
  readonly onImportsChanged: () => void;
  /** Called with the files whose map or problems may have changed, unless there are none. */
  readonly onChange: (changes: readonly FileChange[]) => void;
}

const NO_NAME_CHANGE: NameChange = { defined: new Set(), mentioned: new Set(), imports: false };

/**
 * The maps that are loaded, linked by their imports. Applies edits to them, and rechecks all maps that an edit affects.
 * Which maps are loaded is up to the workspace.
 */
export class LoadedMaps {
  readonly #host: LoadedMapsHost;
  readonly #files = new Map<string, MutableWorkspaceFile>();
  /** The maps by URI; undefined if one has been added or removed since it was built. */
  #sorted: readonly MutableWorkspaceFile[] | undefined;
  readonly #links: ImportLinks;
  /** The imports of the loaded maps. */
  readonly graph: ImportGraph;

  constructor(host: LoadedMapsHost) {
    this.#host = host;
    this.#links = new ImportLinks({
      workspaceFile: (uri) => this.#files.get(uri),
      requestFile: host.requestFile,
    });
    this.graph = this.#links.graph;
  }

  get(uri: string): MutableWorkspaceFile | undefined {
    return this.#files.get(uri);
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** The URIs of the maps. */
  uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** The maps in the order of their URIs, so that no answer depends on the order in which they were read. */
  all(): readonly MutableWorkspaceFile[] {
    this.#sorted ??= [...this.#files.values()].sort((a, b) => (a.file.uri < b.file.uri ? -1 : 1));
    return this.#sorted;
  }

  /** Returns the loaded ones of some files, in the order of their URIs. */
  filesOf(uris: Iterable<string>): readonly MapFile[] {
    return [...uris].sort().flatMap((uri) => this.#files.get(uri)?.file ?? []);
  }

  /** Adds a map, linked to its imports and importers. */
  add(uri: string, text: string, version: number | undefined): void {
    const workspaceFile = this.addUnlinked(uri, text, version);
    // Imports are linked before the first check, so that names in files still to be read are not reported as undefined.
    this.#links.link(workspaceFile.file);
    void workspaceFile.checker;
    const neighbors = this.graph.neighborsOf(uri);
    if (neighbors.length > 0) this.#links.relink([uri, ...neighbors]);
  }

  /** Adds a map that `linkAdded` must link before it is used. */
  addUnlinked(uri: string, text: string, version: number | undefined): MutableWorkspaceFile {
    const { sources, anchors, report, newId } = this.#host;
    const createChecker = (file: MapFile): Checker =>
      new Checker(
        file,
        (source) => sources.articleOf(source),
        () => this.filesOf(this.graph.importersOf(uri)),
        report,
        (quote) => anchors.get(quote),
      );
    const workspaceFile = new MutableWorkspaceFile(new MapFile(uri, text, newId), version, createChecker, report);
    this.#links.record(workspaceFile.file);
    this.#files.set(uri, workspaceFile);
    this.#sorted = undefined;
    sources.updateMap(workspaceFile.file);
    return workspaceFile;
  }

  /** Links maps that were added together. */
  linkAdded(added: readonly MapFile[]): void {
    const neighbors = new Set<string>();
    for (const file of added) {
      this.#links.link(file);
      for (const uri of this.graph.neighborsOf(file.uri)) neighbors.add(uri);
    }
    // Files loaded before may import the new ones, or be imported by them.
    this.#links.relink([...neighbors]);
    this.#host.onChange([...new Set([...added.map(({ uri }) => uri), ...neighbors])].map(externalChange));
  }

  /** Links and rechecks maps, because files that they import, or that import them, were added or removed. */
  relink(uris: readonly string[]): void {
    this.#links.relink(uris);
  }

  /** Removes a map. Its former neighbors must then be linked again. */
  remove(uri: string): void {
    this.#files.delete(uri);
    this.#sorted = undefined;
    this.graph.delete(uri);
    this.#host.sources.forgetMap(uri);
  }

  /** Applies an edit to a map, and rechecks all maps that it affects. */
  edit(uri: string, edits: readonly ContentChange[]): void {
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) return;
    const { file } = workspaceFile;
    const formerImports = file.imports;
    const { change, names } = file.update(edits);
    this.#host.names.invalidate(file);
    if (affectsSources(change)) this.#host.sources.updateMap(file);
    if (names.imports && this.#updateImports(file, formerImports)) return;
    workspaceFile.recheck((checker) => checker.update(change, names));
    this.#host.onChange([
      { uri, change, names, isEdited: true },
      ...(changesStructure(change)
        ? [...this.#recheckImporters(uri, change, names), ...this.#recheckImports(uri, names)]
        : // Cards of importers show the texts of imported files.
          this.graph.allImportersOf(uri).map((importer) => ({ uri: importer, change, names, isEdited: false }))),
    ]);
  }

  /**
   * Links a file whose imports were edited, and rechecks all files that this affects.
   *
   * @returns whether an import or a target changed; if not, nothing was rechecked
   */
  #updateImports(file: MapFile, formerImports: Imports): boolean {
    const { uri } = file;
    const formerTargets = this.graph.importsOf(uri);
    this.#links.record(file);
    if (!this.#links.link(file) && hasSameImports(formerImports, file.imports)) return false;
    const neighbors = [...new Set([...this.graph.neighborsOf(uri), ...formerTargets])];
    this.#links.relink([uri, ...neighbors]);
    this.#host.onImportsChanged();
    this.#host.onChange([{ uri, change: undefined, isEdited: true }, ...neighbors.map(externalChange)]);
    return true;
  }

  /** Rechecks the importers of a file after an edit that changed edges. */
  #recheckImporters(uri: string, change: SyntaxChange, names: NameChange): readonly FileChange[] {
    const importers = this.graph.allImportersOf(uri);
    const affected = new Set([...change.added, ...change.headChanged, ...change.moved]);
    for (const importer of importers) {
      for (const name of names.defined) {
        for (const entry of this.#files.get(importer)?.file.entriesMentioning(name) ?? []) affected.add(entry);
      }
    }
    for (const importer of importers) {
      const isDirect = this.graph.importersOf(uri).has(importer);
      const defined = isDirect ? names.defined : NO_NAME_CHANGE.defined;
      this.#files.get(importer)?.recheck((checker) => checker.updateNames({ ...NO_NAME_CHANGE, defined }, affected));
    }
    return importers.map(externalChange);
  }

  /** Rechecks the imports of a file after an edit that changed edges. */
  #recheckImports(uri: string, names: NameChange): readonly FileChange[] {
    // A new definition shadows an imported entry of the same name, which then loses its mentions.
    const mentioned = new Set([...names.mentioned, ...names.defined]);
    const loaded = this.graph.importsOf(uri).filter((imported) => this.#files.has(imported));
    for (const imported of loaded)
      this.#files.get(imported)?.recheck((checker) => checker.updateNames({ ...NO_NAME_CHANGE, mentioned }));
    return loaded.map(externalChange);
  }
}

/** Whether an edit may have changed which sources a file has, or which file one names. */
const affectsSources = ({ textChanged, added, removed, headChanged }: SyntaxChange): boolean =>
  headChanged.size > 0 || [...textChanged, ...added, ...removed].some(({ head }) => head.keyword === "source");

type Imports = MapFile["imports"];

function hasSameImports(a: Imports, b: Imports): boolean {
  return a.length === b.length && a.every(({ entry }, index) => entry === b[index]?.entry);
}

import type { Checker } from "../../core/checks/checker.ts";
import type { MapFile } from "../../core/language/map.ts";

/** A file loaded by the workspace, from the editor or from disk. */
export interface WorkspaceFile {
  readonly file: MapFile;
  /** The checker, created on first use, so that a file is not checked before a request needs it. */
  readonly checker: Checker;
  /** The checker if it has been created. */
  readonly checkerIfCreated: Checker | undefined;
  /** The document version in the editor; undefined for a file that is not open. */
  readonly version: number | undefined;
}

/** A workspace file for the workspace itself, which may modify it. */
export class MutableWorkspaceFile implements WorkspaceFile {
  readonly file: MapFile;
  version: number | undefined;
  checkerIfCreated: Checker | undefined;
  readonly #createChecker: (file: MapFile) => Checker;
  readonly #report: (error: unknown) => void;

  /** @param report receives the errors of checks that fail */
  constructor(
    file: MapFile,
    version: number | undefined,
    createChecker: (file: MapFile) => Checker,
    report: (error: unknown) => void,
  ) {
    this.file = file;
    this.version = version;
    this.#createChecker = createChecker;
    this.#report = report;
  }

  get checker(): Checker {
    this.checkerIfCreated ??= this.#createChecker(this.file);
    return this.checkerIfCreated;
  }

  /** Updates the checker if it has been created. If the update fails, checks the whole file again, so that no problem is stale. */
  recheck(update: (checker: Checker) => void): void {
    if (this.checkerIfCreated === undefined) return;
    try {
      update(this.checkerIfCreated);
    } catch (error) {
      this.#report(error);
      this.checkerIfCreated.recheckAll();
    }
  }
}

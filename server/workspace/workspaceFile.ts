/** A file that the workspace knows, open or not. */
import type { Checker } from "../core/checks/checker.ts";
import type { MapFile } from "../core/language/map.ts";

export interface WorkspaceFile {
  readonly file: MapFile;
  /** What is said of the file. Of a file that nobody has asked about yet nothing is found out before. */
  readonly checker: Checker;
  /** The same where somebody has asked already. */
  readonly checkerIfCreated: Checker | undefined;
  /** The version that the editor gave it; undefined for a file as it is on disk. */
  readonly version: number | undefined;
}

/** A known file as the workspace itself keeps it. */
export class MutableWorkspaceFile implements WorkspaceFile {
  readonly file: MapFile;
  version: number | undefined;
  /** Only what has been checked need be kept up to date. */
  checkerIfCreated: Checker | undefined;
  readonly #createChecker: (file: MapFile) => Checker;
  readonly #report: (error: unknown) => void;

  /** @param report is told of a check that fails; what is said stays true all the same */
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

  /** Checks what has been checked before. A check that fails must not leave what was said before: all is then checked anew. */
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

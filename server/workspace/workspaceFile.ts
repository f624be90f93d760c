/** A file that the workspace knows, open or not. */
import type { Checker } from "../core/checks/checker.ts";
import type { MapFile } from "../core/language/map.ts";

export interface Known {
  readonly file: MapFile;
  /** What is said of the file. Of a file that nobody has asked about yet nothing is found out before. */
  readonly checker: Checker;
  /** The same where somebody has asked already. */
  readonly checked: Checker | undefined;
  /** The version that the editor gave it; undefined for a file as it is on disk. */
  readonly version: number | undefined;
}

/** A known file as the workspace itself keeps it. */
export class KnownFile implements Known {
  readonly file: MapFile;
  version: number | undefined;
  /** Only what has been checked need be kept up to date. */
  checked: Checker | undefined;
  readonly #check: (file: MapFile) => Checker;
  readonly #report: (error: unknown) => void;

  /** @param report is told of a check that fails; what is said stays true all the same */
  constructor(
    file: MapFile,
    version: number | undefined,
    check: (file: MapFile) => Checker,
    report: (error: unknown) => void,
  ) {
    this.file = file;
    this.version = version;
    this.#check = check;
    this.#report = report;
  }

  get checker(): Checker {
    this.checked ??= this.#check(this.file);
    return this.checked;
  }

  /** Checks what has been checked before. A check that fails must not leave what was said before: all is then checked anew. */
  recheck(check: (checker: Checker) => void): void {
    if (this.checked === undefined) return;
    try {
      check(this.checked);
    } catch (error) {
      this.#report(error);
      this.checked.recheckAll();
    }
  }
}

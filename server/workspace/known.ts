/** A file that the workspace knows, open or not. */
import type { Checker } from "../checks/checker.ts";
import type { MapFile } from "../language/map.ts";

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

  constructor(file: MapFile, version: number | undefined, check: (file: MapFile) => Checker) {
    this.file = file;
    this.version = version;
    this.#check = check;
  }

  get checker(): Checker {
    this.checked ??= this.#check(this.file);
    return this.checked;
  }
}

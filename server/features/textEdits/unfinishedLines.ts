/** Checks that lines which are entries only because of what is under them stay what they are. */
import { mayBeUnfinishedEntry } from "../../core/language/intent/unfinishedEntry.ts";
import type { ScannedLine } from "../../core/language/parsing/scanLine.ts";

interface OpenLine<Indent> {
  readonly indent: Indent;
  readonly isEntry: boolean;
}

/** Follows the lines of a file in a new order or with new indentation. `Indent` is a depth or the white space itself. */
export class UnfinishedLines<Indent> {
  readonly #isShallower: (outer: Indent, inner: Indent) => boolean;
  #open: OpenLine<Indent>[] = [];

  constructor(isShallower: (outer: Indent, inner: Indent) => boolean) {
    this.#isShallower = isShallower;
  }

  /**
   * Adds the next line.
   * @param scanned the line as it is now; undefined for a new entry
   * @returns whether all lines above keep their kinds
   */
  add(scanned: ScannedLine | undefined, indent: Indent): boolean {
    const kind = scanned?.kind ?? "entry";
    if (kind === "blank" || kind === "comment") return true;
    const isEnd = kind === "heading" || kind === "unreadable";
    const above = this.#open;
    this.#open = isEnd ? [] : above.filter((line) => this.#isShallower(line.indent, indent));
    const closed = isEnd ? above : above.filter((line) => !this.#isShallower(line.indent, indent));
    let areKept = closed.every(({ isEntry }) => !isEntry);
    if (kind === "entry" || kind === "attribute") {
      areKept &&= this.#open.every(({ isEntry }) => isEntry);
      this.#open = [];
    }
    if (scanned !== undefined) {
      const isEntry = scanned.kind === "entry" && scanned.withoutChildren !== undefined;
      if (isEntry || mayBeUnfinishedEntry(scanned)) this.#open.push({ indent, isEntry });
    }
    return areKept;
  }

  /** Returns whether the lines at the end keep their kinds. */
  finish(): boolean {
    return this.#open.every(({ isEntry }) => !isEntry);
  }
}

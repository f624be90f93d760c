/**
 * Ranges and the cursor marked in the text of a map, so that a test reads at a glance and a failure prints the map:
 *
 *     claim ⟦keep⟧: It stays.        a definition, or another main target of the test
 *     reason for ⟨keep⟩: It works.   a use of it
 *     reason for ke¦ep: It pays.     the cursor
 *
 * A line `=== other.argmap` starts another file. No map contains these marks by accident: the brackets are mathematical,
 * the broken bar is not on keyboards, and a line that starts with `===` is not valid.
 */
import type { Position, Range } from "../../../server/core/language/syntax.ts";
import { dedent } from "./dedent.ts";

export interface MarkedRange {
  readonly uri: string;
  readonly range: Range;
}

export interface MarkedMap {
  readonly folder: string;
  /** The texts of the files without the marks, by URI. */
  readonly files: Readonly<Record<string, string>>;
  /** The URI of the file with the cursor, or of the first file. */
  readonly uri: string;
  readonly cursor: Position;
  /** The ranges in ⟦ ⟧. */
  readonly targets: readonly MarkedRange[];
  /** The ranges in ⟨ ⟩. */
  readonly uses: readonly MarkedRange[];
}

/** The default folder of the files. */
export const FOLDER = "file:///maps/";
const DEFAULT_FILE = "main.argmap";

/** Template tag for a marked map. Removes the common indentation. */
export const map = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  dedent(String.raw(parts, ...values));

/**
 * Removes the marks from a map; throws if brackets do not match.
 * @param folder the URI of the folder of its files, with a trailing `/`
 */
export function unmark(source: string, folder = FOLDER): MarkedMap {
  const files: Record<string, string> = {};
  const ranges: { readonly targets: MarkedRange[]; readonly uses: MarkedRange[] } = { targets: [], uses: [] };
  let cursor: { readonly uri: string; readonly at: Position } | undefined;
  for (const { uri, text } of splitFiles(source, folder)) {
    const open: Position[] = [];
    let clean = "";
    let at: Position = { line: 0, character: 0 };
    // Positions count UTF-16 code units.
    for (const unit of text.split("")) {
      if (unit === "¦") cursor = { uri, at };
      else if (unit === "⟦" || unit === "⟨") open.push(at);
      else if (unit === "⟧" || unit === "⟩") {
        const start = open.pop();
        if (start === undefined) throw new Error(`No bracket matches this ${unit}.`);
        ranges[unit === "⟧" ? "targets" : "uses"].push({ uri, range: { start, end: at } });
      } else {
        clean += unit;
        at = unit === "\n" ? { line: at.line + 1, character: 0 } : { line: at.line, character: at.character + 1 };
      }
    }
    if (open.length > 0) throw new Error("A bracket is not closed.");
    files[uri] = clean;
  }
  const uri = cursor?.uri ?? Object.keys(files)[0] ?? folder + DEFAULT_FILE;
  return { folder, files, uri, cursor: cursor?.at ?? { line: 0, character: 0 }, ...ranges };
}

/** Adds marks for an answer to the files of a map: the inverse of `unmark`. */
export function mark(
  { folder, files, uri, cursor }: MarkedMap,
  answer: {
    readonly targets?: readonly MarkedRange[];
    readonly uses?: readonly MarkedRange[];
    readonly cursor?: boolean;
  },
): string {
  const parts = Object.entries(files).map(([fileUri, text], index) => {
    // At the same position the order is: opening bracket, cursor, closing bracket.
    const signs: { readonly at: Position; readonly sign: string; readonly order: number }[] = [];
    const bracket = (places: readonly MarkedRange[], left: string, right: string): void => {
      for (const { uri: uriOfRange, range } of places) {
        if (uriOfRange !== fileUri) continue;
        signs.push({ at: range.start, sign: left, order: 0 }, { at: range.end, sign: right, order: 2 });
      }
    };
    bracket(answer.targets ?? [], "⟦", "⟧");
    bracket(answer.uses ?? [], "⟨", "⟩");
    if (fileUri === uri && answer.cursor !== false) signs.push({ at: cursor, sign: "¦", order: 1 });
    const lines = text.split("\n");
    signs.sort((a, b) => b.at.line - a.at.line || b.at.character - a.at.character || b.order - a.order);
    for (const { at, sign } of signs) {
      const line = lines[at.line] ?? "";
      lines[at.line] = line.slice(0, at.character) + sign + line.slice(at.character);
    }
    const name = fileUri.slice(folder.length);
    return `${index === 0 && name === DEFAULT_FILE ? "" : `=== ${name}\n`}${lines.join("\n")}`;
  });
  return parts.join("");
}

function splitFiles(source: string, folder: string): readonly { readonly uri: string; readonly text: string }[] {
  const [first = "", ...others] = source.split(/^=== (.*)\n/m);
  const files = first === "" && others.length > 0 ? [] : [{ uri: folder + DEFAULT_FILE, text: first }];
  for (let at = 0; at < others.length; at += 2) {
    files.push({ uri: folder + (others[at] ?? ""), text: others[at + 1] ?? "" });
  }
  return files;
}

/**
 * Places shown in the text of a map itself, so that a test reads at a glance and a failure prints the map:
 *
 *     claim ⟦keep⟧: It stays.        a definition, or whatever a test is mainly about
 *     reason for ⟨keep⟩: It works.   a use of it
 *     reason for ke¦ep: It pays.     the cursor
 *
 * A line `=== other.argmap` begins another file. None of these can stand in a map by accident: the brackets are those of
 * mathematics, the broken bar is on no keyboard, and a line that begins with `===` is none of the language.
 */
import type { Position, Range } from "../../server/core/language/syntax.ts";

export interface MarkedRange {
  readonly uri: string;
  readonly range: Range;
}

export interface MarkedMap {
  readonly folder: string;
  /** Files by their URI, without the marks. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that the cursor is in, else the first. */
  readonly uri: string;
  readonly cursor: Position;
  /** What stands in ⟦ ⟧. */
  readonly targets: readonly MarkedRange[];
  /** What stands in ⟨ ⟩. */
  readonly uses: readonly MarkedRange[];
}

/** The folder that the files of a marked map lie in, if nothing else is said. */
export const FOLDER = "file:///maps/";
const DEFAULT_FILE = "main.argmap";

/** A map with marks, as it is written in a test: the indentation that all its lines share is no part of it. */
export const map = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  dedent(String.raw(parts, ...values));

/** Takes the marks out of a map whose files lie in `folder`, a URI that ends in `/`. */
export function unmark(source: string, folder = FOLDER): MarkedMap {
  const files: Record<string, string> = {};
  const ranges: { readonly targets: MarkedRange[]; readonly uses: MarkedRange[] } = { targets: [], uses: [] };
  let cursor: { readonly uri: string; readonly at: Position } | undefined;
  for (const { uri, text } of splitFiles(source, folder)) {
    const open: Position[] = [];
    let clean = "";
    let at: Position = { line: 0, character: 0 };
    // By UTF-16 units, as positions count.
    for (const unit of text.split("")) {
      if (unit === "¦") cursor = { uri, at };
      else if (unit === "⟦" || unit === "⟨") open.push(at);
      else if (unit === "⟧" || unit === "⟩") {
        const start = open.pop();
        if (start === undefined) throw new Error(`A ${unit} closes nothing.`);
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

/** Puts marks into the files of a marked map: what `unmark` would have taken out, had the answer been written into it. */
export function mark(
  { folder, files, uri, cursor }: MarkedMap,
  answer: {
    readonly targets?: readonly MarkedRange[];
    readonly uses?: readonly MarkedRange[];
    readonly cursor?: boolean;
  },
): string {
  const parts = Object.entries(files).map(([fileUri, text], index) => {
    // A cursor at the end of a range is shown within it.
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

function dedent(source: string): string {
  const lines = source.replace(/^\n/, "").split("\n");
  if (lines.at(-1)?.trim() === "") lines[lines.length - 1] = "";
  const shared = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(shared)).join("\n");
}

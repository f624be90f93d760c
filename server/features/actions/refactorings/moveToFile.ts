import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { filesOf } from "../../../core/language/graph.ts";
import { definedName, fileOf, MapFile } from "../../../core/language/map.ts";
import { baseName, folderOf, relativePath, resolvePath } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { importsOf } from "../../names/mentions.ts";
import { insertedLast, removed, treeBlock, treeOf, withComments } from "../../textEdits/lineBlocks.ts";
import { editsOf, inserted, lineCount, lineEnd } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried, newRow, type Words } from "../../textEdits/newLines.ts";
import { type Edit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Refactoring } from "../codeAction.ts";
import { rewording } from "./requalifyNames.ts";

const MOST_FILES = 5;
/** A map shows what it imports, not what imports it; and two files cannot import each other. */
const LEAVES = " (leaves this picture)";
const MOVABLE: ReadonlySet<string> = new Set(["claim", "question", "reason", "objection", "speaker", "source"]);

/**
 * A top-level entry with all that stands under it goes to another file: one that this file imports or that imports it, or
 * a new one. Names on both sides stay right, and imports are added for them; where two files would have to import each
 * other, a name is taken there, or one could not be written so that it leads where it leads now, it is not offered. The title
 * says where the entry would leave the picture of its map.
 */
export const moveToFile: Refactoring = ({ workspace, file, entry, range }) => {
  if (entry === undefined || entry.parent !== undefined || entry.head.form !== "full") return [];
  if (!MOVABLE.has(entry.head.keyword) || file.syntax.lines.at(range.start.line) !== entry.line) return [];
  const around = new Set([...filesOf(file), ...workspace.usersOf(file)]);
  around.delete(file);
  const offers: Offer[] = [];
  for (const to of [...around].slice(0, MOST_FILES)) {
    const moved = editsFor(workspace, entry, to);
    if (moved === undefined) continue;
    offers.push({
      title: `Move it to “${baseName(to.uri)}”${moved.isShown ? "" : LEAVES}`,
      kind: "refactor.move",
      edit: () => workspaceEdit(workspace, moved.edits),
    });
  }
  const fresh = newFile(workspace, entry);
  const moved = fresh && editsFor(workspace, entry, fresh);
  if (fresh !== undefined && moved !== undefined) {
    offers.push({
      title: `Move it to a new file “${baseName(fresh.uri)}”${moved.isShown ? "" : LEAVES}`,
      kind: "refactor.move",
      makesFile: true,
      edit: (): WorkspaceEdit => {
        const { documentChanges = [], ...edit } = workspaceEdit(workspace, moved.edits);
        return { ...edit, documentChanges: [{ kind: "create", uri: fresh.uri }, ...documentChanges] };
      },
    });
  }
  return offers;
};

/** A file beside this one, after the name of what goes there, that no map is and none imports; empty as yet. */
function newFile(workspace: Workspace, entry: Entry): MapFile | undefined {
  const name = definedName(entry)?.text;
  const folder = folderOf(fileOf(entry).uri);
  if (name === undefined || folder === "" || !folder.includes("/")) return undefined;
  for (let number = 1; number < 10; number++) {
    const uri = `${folder}/${encodeURIComponent(number === 1 ? name : `${name}-${number}`)}.argmap`;
    const file = new MapFile(uri, "");
    if (workspace.get(uri) === undefined && workspace.usersOf(file).length === 1) return file;
  }
  return undefined;
}

interface Moved {
  readonly edits: readonly Edit[];
  /** Whether the picture of the map that it goes from, if that shows it, will go on to do so. */
  readonly isShown: boolean;
}

/** What moving takes; undefined where it cannot be. */
function editsFor(workspace: Workspace, entry: Entry, to: MapFile): Moved | undefined {
  const from = fileOf(entry);
  const tree = treeOf(entry);
  const isTaken = (one: Entry): boolean => to.definitionsOf(definedName(one)?.text ?? "").length > 0;
  if ([...tree].some(isTaken)) return undefined;
  const paths = pathsFrom(tree, to);
  const reworded = rewording(workspace, { tree, from, to });
  if (paths === undefined || reworded === undefined) return undefined;

  const block = withComments(from, treeBlock(entry));
  const words = [...reworded.inside, ...paths];
  const rows = carried(from, block, { words, from: entry.indent, to: "", entries: [], under: undefined });
  const imports = (file: MapFile) => importsOf(file, reworded.imports.get(file) ?? []);
  const gone = [removed(from, block, "below"), ...imports(from)];
  const come = isBlank(to) ? [inserted(0, newText(imports(to), rows))] : [...imports(to), insertedLast(to, rows)];
  if (!keepsNesting(from, gone) || !keepsNesting(to, come)) return undefined;
  const users = new Set([...reworded.imports.keys(), ...reworded.outside.keys()]);
  const edits = [
    ...editsOf(from, gone, reworded.outside.get(from)),
    ...editsOf(to, come, reworded.outside.get(to), lineEnd(from)),
    ...[...users].flatMap((user) =>
      user === from || user === to ? [] : editsOf(user, imports(user), reworded.outside.get(user)),
    ),
  ];
  const imported = [from, ...(reworded.imports.get(from) ?? []).map(({ file }) => file)].flatMap(filesOf);
  const isDrawn = entry.head.keyword !== "speaker" && entry.head.keyword !== "source";
  return { edits, isShown: !isDrawn || imported.includes(to) };
}

const isBlank = (file: MapFile): boolean =>
  lineCount(file) === 0 || [...file.syntax.lines].every(({ reading }) => reading.kind === "blank");

/** What a file with nothing in it comes to say. */
function newText(imports: ReturnType<typeof importsOf>, rows: ReturnType<typeof carried>) {
  const first = imports.flatMap((one) => one.rows);
  return [...first, ...(first.length > 0 ? [newRow("")] : []), ...rows];
}

/** Paths of sources, from where the other file is; undefined where none leads from there. */
function pathsFrom(tree: ReadonlySet<Entry>, to: MapFile): readonly Words[] | undefined {
  const words: Words[] = [];
  for (const entry of tree) {
    for (const { key, line, value } of entry.attributes) {
      const { reading } = line;
      const target = key === "file" ? resolvePath(fileOf(entry).uri, value) : undefined;
      if (target === undefined || reading.kind !== "attribute") continue;
      const text = relativePath(to.uri, target);
      const start = reading.textStart;
      // A path over several lines is none that somebody meant.
      if (text === undefined || reading.raw.slice(start).trimEnd() !== value) return undefined;
      words.push({ line, start, end: start + value.length, text });
    }
  }
  return words;
}

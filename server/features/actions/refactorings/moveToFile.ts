import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { importClosure } from "../../../core/language/graph.ts";
import { definedName, fileOf, MapFile } from "../../../core/language/map.ts";
import { baseName, parentFolder, relativePath, resolvePath } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { importChanges } from "../../names/mentions.ts";
import { includingComments, insertAtEnd, removeLines, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import { insertLines, lineCount, lineEnd, toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines, createLine, type SpanReplacement } from "../../textEdits/newLines.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ProposedAction, Refactoring } from "../codeAction.ts";
import { rewriteNames } from "./requalifyNames.ts";

const MAX_FILES = 5;
/** A map shows what it imports, not what imports it; and two files cannot import each other. */
const LEAVES_PICTURE = " (leaves this picture)";
const MOVABLE_KEYWORDS: ReadonlySet<string> = new Set([
  "claim",
  "question",
  "reason",
  "objection",
  "speaker",
  "source",
]);

/**
 * A top-level entry with all that stands under it goes to another file: one that this file imports or that imports it, or
 * a new one. Names on both sides stay right, and imports are added for them; where two files would have to import each
 * other, a name is taken there, or one could not be written so that it leads where it leads now, it is not offered. The title
 * says where the entry would leave the picture of its map.
 */
export const moveToFile: Refactoring = ({ workspace, file, entry, range }) => {
  if (entry === undefined || entry.parent !== undefined || entry.head.form !== "full") return [];
  if (!MOVABLE_KEYWORDS.has(entry.head.keyword) || file.syntax.lines.at(range.start.line) !== entry.line) return [];
  const relatedFiles = new Set([...importClosure(file), ...workspace.withImporters(file)]);
  relatedFiles.delete(file);
  const proposals: ProposedAction[] = [];
  for (const to of [...relatedFiles].slice(0, MAX_FILES)) {
    const moved = planMove(workspace, entry, to);
    if (moved === undefined) continue;
    proposals.push({
      title: `Move it to “${baseName(to.uri)}”${moved.staysInPicture ? "" : LEAVES_PICTURE}`,
      kind: "refactor.move",
      edit: () => workspaceEdit(workspace, moved.edits),
    });
  }
  const newFile = createEmptyFile(workspace, entry);
  const moved = newFile && planMove(workspace, entry, newFile);
  if (newFile !== undefined && moved !== undefined) {
    proposals.push({
      title: `Move it to a new file “${baseName(newFile.uri)}”${moved.staysInPicture ? "" : LEAVES_PICTURE}`,
      kind: "refactor.move",
      createsFile: true,
      edit: (): WorkspaceEdit => {
        const { documentChanges = [], ...edit } = workspaceEdit(workspace, moved.edits);
        return { ...edit, documentChanges: [{ kind: "create", uri: newFile.uri }, ...documentChanges] };
      },
    });
  }
  return proposals;
};

/** A file beside this one, after the name of what goes there, that no map is and none imports; empty as yet. */
function createEmptyFile(workspace: Workspace, entry: Entry): MapFile | undefined {
  const name = definedName(entry)?.text;
  const folder = parentFolder(fileOf(entry).uri);
  if (name === undefined || folder === "" || !folder.includes("/")) return undefined;
  for (let number = 1; number < 10; number++) {
    const uri = `${folder}/${encodeURIComponent(number === 1 ? name : `${name}-${number}`)}.argmap`;
    const file = new MapFile(uri, "");
    if (workspace.get(uri) === undefined && workspace.withImporters(file).length === 1) return file;
  }
  return undefined;
}

interface MovePlan {
  readonly edits: readonly FileEdit[];
  /** Whether the picture of the map that it goes from, if that shows it, will go on to do so. */
  readonly staysInPicture: boolean;
}

/** What moving takes; undefined where it cannot be. */
function planMove(workspace: Workspace, entry: Entry, to: MapFile): MovePlan | undefined {
  const from = fileOf(entry);
  const subtree = subtreeOf(entry);
  const isTaken = (one: Entry): boolean => to.definitionsOf(definedName(one)?.text ?? "").length > 0;
  if ([...subtree].some(isTaken)) return undefined;
  const paths = rewrittenPaths(subtree, to);
  const nameRewrite = rewriteNames(workspace, { subtree, from, to });
  if (paths === undefined || nameRewrite === undefined) return undefined;

  const block = includingComments(from, subtreeBlock(entry));
  const replacements = [...nameRewrite.inside, ...paths];
  const newLines = copyLines(from, block, { replacements, from: entry.indent, to: "", entries: [], under: undefined });
  const importChangesIn = (file: MapFile) => importChanges(file, nameRewrite.imports.get(file) ?? []);
  const sourceChanges = [removeLines(from, block, "below"), ...importChangesIn(from)];
  const targetChanges = isBlank(to)
    ? [insertLines(0, newFileLines(importChangesIn(to), newLines))]
    : [...importChangesIn(to), insertAtEnd(to, newLines)];
  if (!keepsNesting(from, sourceChanges) || !keepsNesting(to, targetChanges)) return undefined;
  const users = new Set([...nameRewrite.imports.keys(), ...nameRewrite.outside.keys()]);
  const edits = [
    ...toFileEdits(from, sourceChanges, nameRewrite.outside.get(from)),
    ...toFileEdits(to, targetChanges, nameRewrite.outside.get(to), lineEnd(from)),
    ...[...users].flatMap((user) =>
      user === from || user === to ? [] : toFileEdits(user, importChangesIn(user), nameRewrite.outside.get(user)),
    ),
  ];
  const imported = [from, ...(nameRewrite.imports.get(from) ?? []).map(({ file }) => file)].flatMap(importClosure);
  const isInPicture = entry.head.keyword !== "speaker" && entry.head.keyword !== "source";
  return { edits, staysInPicture: !isInPicture || imported.includes(to) };
}

const isBlank = (file: MapFile): boolean =>
  lineCount(file) === 0 || [...file.syntax.lines].every(({ scanned }) => scanned.kind === "blank");

/** What a file with nothing in it comes to say. */
function newFileLines(imports: ReturnType<typeof importChanges>, newLines: ReturnType<typeof copyLines>) {
  const importLines = imports.flatMap((one) => one.newLines);
  return [...importLines, ...(importLines.length > 0 ? [createLine("")] : []), ...newLines];
}

/** Paths of sources, from where the other file is; undefined where none leads from there. */
function rewrittenPaths(subtree: ReadonlySet<Entry>, to: MapFile): readonly SpanReplacement[] | undefined {
  const replacements: SpanReplacement[] = [];
  for (const entry of subtree) {
    for (const { key, line, value } of entry.attributes) {
      const { scanned } = line;
      const target = key === "file" ? resolvePath(fileOf(entry).uri, value) : undefined;
      if (target === undefined || scanned.kind !== "attribute") continue;
      const text = relativePath(to.uri, target);
      const start = scanned.textStart;
      // A path over several lines is none that somebody meant.
      if (text === undefined || scanned.raw.slice(start).trimEnd() !== value) return undefined;
      replacements.push({ line, start, end: start + value.length, text });
    }
  }
  return replacements;
}

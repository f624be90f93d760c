import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { importClosure } from "../../../core/language/graph.ts";
import { definedName, fileOf, MapFile } from "../../../core/language/map.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { parentFolder, relativePath, resolvePath } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { importChanges } from "../../names/mentions.ts";
import { includingComments, insertAtEnd, removeLines, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import { insertLines, lineCount, lineEnd, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines, createLine } from "../../textEdits/newLines.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ProposedAction, Refactoring } from "../codeAction.ts";
import { rewriteNames } from "./requalifyNames.ts";

const MAX_FILES = 5;
/** Title suffix. A preview shows the entries that its map imports, but not those of files that import the map. */
const HIDDEN_SUFFIX = " (not shown in this map’s preview)";
const MOVABLE_KEYWORDS: ReadonlySet<string> = new Set([
  "claim",
  "question",
  "reason",
  "objection",
  "speaker",
  "source",
]);

/**
 * Moves a top-level entry and its descendants to another file: one that this file imports or that imports it, or a new
 * one. Names in both files are rewritten and imports are added, so that every name still resolves to the same entry.
 * The move is not offered if the files would have to import each other, if a name already exists in the other file, or
 * if some name cannot be rewritten. The title says if the preview of this map would no longer show the entry.
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
      title: `Move to “${baseName(to.uri)}”${moved.staysInPreview ? "" : HIDDEN_SUFFIX}`,
      kind: "refactor.move",
      edit: () => workspaceEdit(workspace, moved.edits),
    });
  }
  const newFile = createEmptyFile(workspace, entry);
  const moved = newFile && planMove(workspace, entry, newFile);
  if (newFile !== undefined && moved !== undefined) {
    proposals.push({
      title: `Move to a new file “${baseName(newFile.uri)}”${moved.staysInPreview ? "" : HIDDEN_SUFFIX}`,
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

/** An empty file in the same folder, named after the entry, that does not exist yet and is not imported anywhere. */
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
  /** Whether a preview of the original file still shows the entry. */
  readonly staysInPreview: boolean;
}

/** Plans a move; undefined if it is not possible. */
function planMove(workspace: Workspace, entry: Entry, to: MapFile): MovePlan | undefined {
  const from = fileOf(entry);
  const subtree = subtreeOf(entry);
  const isTaken = (moved: Entry): boolean => to.definitionsOf(definedName(moved)?.text ?? "").length > 0;
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
  const changedFiles = new Set([...nameRewrite.imports.keys(), ...nameRewrite.outside.keys()]);
  const edits = [
    ...toFileEdits(from, sourceChanges, nameRewrite.outside.get(from)),
    ...toFileEdits(to, targetChanges, nameRewrite.outside.get(to), lineEnd(from)),
    ...[...changedFiles].flatMap((file) =>
      file === from || file === to ? [] : toFileEdits(file, importChangesIn(file), nameRewrite.outside.get(file)),
    ),
  ];
  const imported = [from, ...(nameRewrite.imports.get(from) ?? []).map(({ file }) => file)].flatMap(importClosure);
  const isShownInPreview = entry.head.keyword !== "speaker" && entry.head.keyword !== "source";
  return { edits, staysInPreview: !isShownInPreview || imported.includes(to) };
}

const isBlank = (file: MapFile): boolean =>
  lineCount(file) === 0 || [...file.syntax.lines].every(({ scanned }) => scanned.kind === "blank");

/** The content of an empty file after the move. */
function newFileLines(imports: ReturnType<typeof importChanges>, newLines: ReturnType<typeof copyLines>) {
  const importLines = imports.flatMap((change) => change.newLines);
  return [...importLines, ...(importLines.length > 0 ? [createLine("")] : []), ...newLines];
}

/** Rewrites the paths of sources relative to another file; undefined if one has no such path. */
function rewrittenPaths(subtree: ReadonlySet<Entry>, to: MapFile): readonly SpanReplacement[] | undefined {
  const replacements: SpanReplacement[] = [];
  for (const entry of subtree) {
    for (const { key, line, value } of entry.attributes) {
      const { scanned } = line;
      const target = key === "file" ? resolvePath(fileOf(entry).uri, value) : undefined;
      if (target === undefined || scanned.kind !== "attribute") continue;
      const text = relativePath(to.uri, target);
      const start = scanned.textStart;
      // A path that spans several lines cannot be replaced, and is a mistake anyway.
      if (text === undefined || scanned.raw.slice(start).trimEnd() !== value) return undefined;
      replacements.push({ line, start, end: start + value.length, text });
    }
  }
  return replacements;
}

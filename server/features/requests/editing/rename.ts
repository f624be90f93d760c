/** Rename Symbol: renames an entry or a prefix in all files. */
import type { ChangeAnnotation, Position, Range, WorkspaceEdit } from "vscode-languageserver";
import { isName, normalizeName } from "../../../core/language/characters.ts";
import { type Entry, entriesInOrder } from "../../../core/language/entry.ts";
import { touchesColumn } from "../../../core/language/head.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../../core/language/map.ts";
import { isClauseWord } from "../../../core/language/vocabulary.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { withArticle } from "../../../core/strings/english.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { type Occurrence, type OccurrenceTarget, occurrencesOf, occurrenceTargetAt } from "../../shared/occurrences.ts";
import { rangeOf } from "../../shared/ranges.ts";
import { UserError } from "../../shared/userError.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";

/** The groups of edits in the client’s refactoring preview. */
const annotations: Readonly<Record<string, ChangeAnnotation>> = {
  definition: { label: "Definition" },
  here: { label: "Uses in this file" },
  elsewhere: { label: "Uses in other files" },
  unfinished: {
    label: "Uses in entries with syntax errors",
    description: "The name may refer to something else here.",
    needsConfirmation: true,
  },
};

/**
 * Returns the range and text of the name at a position, without its prefix. On a prefix, returns the prefix.
 *
 * @throws {UserError} if there is no name at the position
 */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
): { readonly range: Range; readonly placeholder: string } {
  const { file, target } = renameTargetAt(workspace, uri, position);
  const { line, column } = file.syntax.resolvePosition(position);
  const occurrence = occurrencesOf(target, [file]).find(
    ({ span }) => span.line === line && touchesColumn(span, column),
  );
  if (occurrence === undefined) throw new UserError(NO_NAME_HERE);
  const { span, entry } = occurrence;
  return { range: rangeOf(entry, span), placeholder: span.line.scanned.raw.slice(span.start, span.end) };
}

/**
 * Returns the edit that renames the entry or prefix at a position, with all its uses in all files. If an undefined name
 * would come to refer to the renamed entry, the edit asks the user for confirmation.
 *
 * @throws {UserError} if the new name is invalid, reserved or taken, or would change what another reference resolves to
 */
export function rename(workspace: Workspace, uri: string, position: Position, newName: string): WorkspaceEdit {
  const { file, target } = renameTargetAt(workspace, uri, position);
  const name = newName.trim();
  const problem = nameProblem(name);
  if (problem !== undefined) throw new UserError(problem);
  const occurrences = occurrencesOf(target, workspace.files());
  const normalized = normalizeName(name);
  const isRenamed = (entry: Entry): boolean => definedName(entry)?.text !== normalized;
  if (target.kind === "entry" && isRenamed(target.entry))
    assertNoCapture(target.entry, normalized, occurrences, workspace);
  if (target.kind === "prefix" && isRenamed(target.entry)) assertNotTaken(target.entry, normalized);
  const captured = captureWarning(target, normalized, workspace);
  const edits = occurrences.map(
    ({ entry, span, isDefinition }): FileEdit => ({
      uri: fileOf(entry).uri,
      range: rangeOf(entry, span),
      newText: name,
      annotation:
        !isDefinition && entry.head.form === "broken"
          ? "unfinished"
          : // All edits share this annotation, so that the user can only confirm the whole rename.
            captured !== undefined
            ? "captured"
            : isDefinition
              ? "definition"
              : fileOf(entry) === file
                ? "here"
                : "elsewhere",
    }),
  );
  return workspaceEdit(workspace, edits, captured === undefined ? annotations : { ...annotations, captured });
}

/**
 * The annotation that asks for confirmation if an undefined name would come to refer to the renamed entry. That may be
 * what the user wants, or it may hide a typing error for good.
 */
function captureWarning(target: RenameTarget, name: string, workspace: Workspace): ChangeAnnotation | undefined {
  // A user who renames an undefined name wants to fix it.
  if (target.kind === "unknown" || definedName(target.entry)?.text === name) return undefined;
  const definingFile = fileOf(target.entry);
  const isPrefix = target.kind === "prefix";
  for (const file of isPrefix ? [definingFile] : workspace.withImporters(definingFile)) {
    const candidates = isPrefix ? entriesInOrder(file.syntax) : file.entriesMentioning(name);
    const referrer = [...candidates].find((candidate) =>
      referencesOf(candidate).some(({ name: mention, role }) => {
        if (role === "unknown" || file.resolve(mention).state === "found") return false;
        if (isPrefix) return mention.prefix === name;
        return mention.text === name && isInScope(file, definingFile, mention.prefix);
      }),
    );
    if (referrer === undefined) continue;
    const mention = isPrefix ? `${name}.` : name;
    return {
      label: `“${mention}” on line ${file.syntax.lines.numberOf(referrer.line) + 1} of ${baseName(file.uri)} would refer to this`,
      description: "That name is undefined now. After the rename, it would refer to the renamed entry.",
      needsConfirmation: true,
    };
  }
  return undefined;
}

/** Whether `file` can use the names of `definingFile` with this prefix, or without one. */
const isInScope = (file: MapFile, definingFile: MapFile, prefix: string | undefined): boolean =>
  (file === definingFile && prefix === undefined) ||
  file.imports.some(
    ({ entry, target }) =>
      target.state === "found" && target.file === definingFile && definedName(entry)?.text === prefix,
  );

type RenameTarget = Exclude<OccurrenceTarget, { readonly kind: "file" }>;

const NO_NAME_HERE =
  "There is no name to rename here. Place the cursor on the name of an entry or on an import prefix.";

function renameTargetAt(
  workspace: Workspace,
  uri: string,
  position: Position,
): { readonly file: MapFile; readonly target: RenameTarget } {
  const file = workspace.get(uri)?.file;
  const target = file && occurrenceTargetAt(file, position);
  if (file === undefined || target === undefined) throw new UserError(NO_NAME_HERE);
  if (target.kind === "file") {
    throw new UserError("A path cannot be renamed here. Rename the file instead; the paths to it are then updated.");
  }
  return { file, target };
}

/** The message for an invalid name; undefined if the name is valid. */
function nameProblem(name: string): string | undefined {
  if (name === "") return "The name is empty. Enter a name that begins with a letter.";
  if (isClauseWord(name)) return `“${name}” is a reserved word. Choose another name.`;
  if (isName(normalizeName(name))) return undefined;
  if (/\s/u.test(name)) return `A name cannot contain spaces. Try “${name.replaceAll(/\s+/gu, "-")}”.`;
  if (!/^\p{L}/u.test(name)) return `A name cannot begin with “${[...name][0]}”. Begin it with a letter.`;
  const invalidCharacter = /[^\p{L}\p{M}\p{N}_-]/u.exec(name)?.[0] ?? "";
  return `A name cannot contain “${invalidCharacter}”. Use only letters, digits, “-” and “_”.`;
}

/** Refuses a name that another entry of the same file has. */
function assertNotTaken(entry: Entry, name: string): void {
  // Prefixes and names do not conflict, because a prefix is always followed by a full stop.
  const isPrefix = ({ head }: Entry): boolean => head.keyword === "import";
  const taken = fileOf(entry)
    .definitionsOf(name)
    .find((other) => isPrefix(other) === isPrefix(entry));
  if (taken !== undefined) {
    throw new UserError(`“${name}” is already the name of ${withArticle(describeLocation(taken))}. ${CHOOSE_ANOTHER}`);
  }
}

/** Refuses a name that would make references to this entry resolve to another one, or references to another one to this. */
function assertNoCapture(entry: Entry, name: string, occurrences: readonly Occurrence[], workspace: Workspace): void {
  const definingFile = fileOf(entry);
  assertNotTaken(entry, name);
  const unprefixed = { text: name, prefix: undefined };
  // Where another file refers to the entry without a prefix, the new name must not resolve to a different entry.
  for (const { entry: referrer, isDefinition } of occurrences) {
    const file = fileOf(referrer);
    if (isDefinition || file === definingFile) continue;
    const isUnprefixed = referencesOf(referrer).some(
      (reference) => reference.name.prefix === undefined && reference.name.text === definedName(entry)?.text,
    );
    const found = isUnprefixed ? file.resolve(unprefixed) : undefined;
    if (found?.state === "found") {
      throw new UserError(
        `In ${baseName(file.uri)}, “${name}” already refers to the ${describeLocation(found.entry)}. ${CHOOSE_ANOTHER}`,
      );
    }
  }
  // Where a reference by the new name resolves to a different entry, the renamed entry must not hide that entry.
  for (const file of workspace.files()) {
    if (file.entriesMentioning(name).size === 0) continue;
    const isMentioned = [...file.entriesMentioning(name)].some((referrer) =>
      referencesOf(referrer).some((reference) => reference.name.text === name && reference.name.prefix === undefined),
    );
    const found = isMentioned ? file.resolve(unprefixed) : undefined;
    if (found?.state === "found" && shadows(file, definingFile, fileOf(found.entry))) {
      throw new UserError(
        `In ${baseName(file.uri)}, “${name}” would no longer refer to the ${describeLocation(found.entry)}. ${CHOOSE_ANOTHER}`,
      );
    }
  }
}

/** Whether, in `file`, a new name of `definingFile` would hide the same name of `other`. */
function shadows(file: MapFile, definingFile: MapFile, other: MapFile): boolean {
  if (definingFile === file) return other !== file;
  if (other === file) return false;
  for (const { entry, target } of file.imports) {
    if (definedName(entry) !== undefined || target.state !== "found") continue;
    if (target.file === definingFile) return true;
    if (target.file === other) return false;
  }
  return false;
}

const CHOOSE_ANOTHER = "Choose another name.";

/** Where an entry is defined, such as `claim on line 3 of main.argmap`, to follow an article. */
function describeLocation(entry: Entry): string {
  const { uri, syntax } = fileOf(entry);
  const number = syntax.lines.numberOf(entry.line) + 1;
  return `${entry.head.keyword} on line ${number} of ${baseName(uri)}`;
}

import type { ChangeAnnotation, Position, Range, WorkspaceEdit } from "vscode-languageserver";
import { isName, normaliseName } from "../../core/language/characters.ts";
import type { Entry } from "../../core/language/entry.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../core/language/map.ts";
import { clauseWords, isClauseWord, withArticle } from "../../core/language/vocabulary.ts";
import { baseName } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type Occurrence, type OccurrenceTarget, occurrencesOf, occurrenceTargetAt } from "../shared/occurrences.ts";
import { rangeOf } from "../shared/ranges.ts";
import { UserError } from "../shared/userError.ts";
import { type FileEdit, workspaceEdit } from "../textEdits/workspaceEdit.ts";

/** What a client shows of the edits before they are made. */
const annotations: Readonly<Record<string, ChangeAnnotation>> = {
  definition: { label: "Where it is defined" },
  here: { label: "Where it is used in the same file" },
  elsewhere: { label: "Where it is used in other files" },
  unfinished: {
    label: "In entries that cannot be read yet",
    description: "The name may stand for something else here.",
    needsConfirmation: true,
  },
};

/**
 * The name at a position, which can be renamed: without its prefix, or the prefix alone.
 *
 * @throws {UserError} where there is none
 */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
): { readonly range: Range; readonly placeholder: string } {
  const { file, target } = renameTargetAt(workspace, uri, position);
  const line = file.syntax.resolvePosition(position);
  const occurrence = occurrencesOf(target, [file]).find(
    ({ span }) => span.line === line.line && span.start <= line.column && line.column <= span.end,
  );
  if (occurrence === undefined) throw new UserError(NO_NAME_HERE);
  const { span, entry } = occurrence;
  return { range: rangeOf(entry, span), placeholder: span.line.scanned.raw.slice(span.start, span.end) };
}

/**
 * Another name for what stands at a position, wherever it is defined and used, in all files; prefixes stay as they are.
 *
 * @throws {UserError} where the new name is none, is reserved, or would mean something else somewhere
 */
export function rename(workspace: Workspace, uri: string, position: Position, newName: string): WorkspaceEdit {
  const { file, target } = renameTargetAt(workspace, uri, position);
  const name = newName.trim();
  const problem = nameProblem(name);
  if (problem !== undefined) throw new UserError(problem);
  const occurrences = occurrencesOf(target, workspace.files());
  const normalized = normaliseName(name);
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
          : // All or nothing: a definition without its uses would leave these behind.
            captured !== undefined
            ? "takenUp"
            : isDefinition
              ? "definition"
              : fileOf(entry) === file
                ? "here"
                : "elsewhere",
    }),
  );
  return workspaceEdit(workspace, edits, captured === undefined ? annotations : { ...annotations, takenUp: captured });
}

/**
 * Asks the user where a mention that leads nowhere so far would come to mean what is renamed: it may be just what is
 * wanted, or a slip that would never be told again.
 */
function captureWarning(target: RenameTarget, name: string, workspace: Workspace): ChangeAnnotation | undefined {
  // Who renames what leads nowhere wants it to lead somewhere.
  if (target.kind === "unknown" || definedName(target.entry)?.text === name) return undefined;
  const definingFile = fileOf(target.entry);
  const isPrefix = target.kind === "prefix";
  for (const file of isPrefix ? [definingFile] : workspace.withImporters(definingFile)) {
    const users = isPrefix ? file.syntax.entries.values() : file.entriesMentioning(name);
    const user = [...users].find((one) =>
      referencesOf(one).some(({ name: mention, role }) => {
        if (role === "loose" || file.resolve(mention).state === "found") return false;
        if (isPrefix) return mention.prefix === name;
        return mention.text === name && isInScope(file, definingFile, mention.prefix);
      }),
    );
    if (user === undefined) continue;
    const mention = isPrefix ? `${name}.` : name;
    return {
      label: `Also for “${mention}” in line ${file.syntax.lines.numberOf(user.line) + 1} of ${baseName(file.uri)}`,
      description: "It leads nowhere so far, and would then mean this.",
      needsConfirmation: true,
    };
  }
  return undefined;
}

/** Whether what `home` defines is in sight of a file, by names with this prefix, or with none. */
const isInScope = (file: MapFile, definingFile: MapFile, prefix: string | undefined): boolean =>
  (file === definingFile && prefix === undefined) ||
  file.imports.some(
    ({ entry, target }) =>
      target.state === "found" && target.file === definingFile && definedName(entry)?.text === prefix,
  );

type RenameTarget = Exclude<OccurrenceTarget, { readonly kind: "file" }>;

const NO_NAME_HERE =
  "There is no name here. Put the cursor on the name of a claim, reason, speaker, source or question.";

function renameTargetAt(
  workspace: Workspace,
  uri: string,
  position: Position,
): { readonly file: MapFile; readonly target: RenameTarget } {
  const file = workspace.get(uri)?.file;
  const target = file && occurrenceTargetAt(file, position);
  if (file === undefined || target === undefined) throw new UserError(NO_NAME_HERE);
  if (target.kind === "file") {
    throw new UserError("This is the path of a file. Rename the file itself, and the paths that lead to it follow.");
  }
  return { file, target };
}

/** What is wrong with a name, in a sentence. */
function nameProblem(name: string): string | undefined {
  if (name === "") return "A name needs at least one letter.";
  if (isClauseWord(name)) {
    return `“${name}” cannot be a name: the words ${clauseWords.join(", ")} have a meaning of their own.`;
  }
  if (isName(normaliseName(name))) return undefined;
  if (/\s/u.test(name)) return `A name is one word. Join the words: “${name.replaceAll(/\s+/gu, "-")}”.`;
  if (!/^\p{L}/u.test(name)) return `A name begins with a letter, not with “${[...name][0]}”.`;
  const invalidCharacter = /[^\p{L}\p{M}\p{N}_-]/u.exec(name)?.[0] ?? "";
  return `A name has letters, digits, “-” and “_” only, not “${invalidCharacter}”.`;
}

function assertNotTaken(entry: Entry, name: string): void {
  // A prefix only ever stands before a full stop, so it cannot be taken for a name.
  const isPrefix = ({ head }: Entry): boolean => head.keyword === "import";
  const taken = fileOf(entry)
    .definitionsOf(name)
    .find((other) => isPrefix(other) === isPrefix(entry));
  if (taken !== undefined) throw new UserError(`“${name}” is taken already: ${describeLocation(taken)}.`);
}

/** Refuses a name with which an entry would take another's mentions away, or another its own. */
function assertNoCapture(entry: Entry, name: string, occurrences: readonly Occurrence[], workspace: Workspace): void {
  const definingFile = fileOf(entry);
  assertNotTaken(entry, name);
  const unprefixed = { text: name, prefix: undefined };
  // Where the entry is mentioned without a prefix, the new name must not lead elsewhere already.
  for (const { entry: user, isDefinition } of occurrences) {
    const file = fileOf(user);
    if (isDefinition || file === definingFile) continue;
    const isUnprefixed = referencesOf(user).some(
      (one) => one.name.prefix === undefined && one.name.text === definedName(entry)?.text,
    );
    const found = isUnprefixed ? file.resolve(unprefixed) : undefined;
    if (found?.state === "found") {
      throw new UserError(`“${name}” means something else in ${baseName(file.uri)}: ${describeLocation(found.entry)}.`);
    }
  }
  // Where others are mentioned by that name, the entry must not come before them.
  for (const file of workspace.files()) {
    if (file.entriesMentioning(name).size === 0) continue;
    const isMentioned = [...file.entriesMentioning(name)].some((user) =>
      referencesOf(user).some((one) => one.name.text === name && one.name.prefix === undefined),
    );
    const found = isMentioned ? file.resolve(unprefixed) : undefined;
    if (found?.state === "found" && shadows(file, definingFile, fileOf(found.entry))) {
      throw new UserError(
        `“${name}” in ${baseName(file.uri)} would no longer mean what it does: ${describeLocation(found.entry)}.`,
      );
    }
  }
}

/** Whether a name that `home` comes to define hides, in `file`, the one that `other` defines. */
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

function describeLocation(entry: Entry): string {
  const { uri, syntax } = fileOf(entry);
  const number = syntax.lines.numberOf(entry.line) + 1;
  return `${withArticle(entry.head.keyword)} in line ${number} of ${baseName(uri)}`;
}

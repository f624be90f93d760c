import type { ChangeAnnotation, Position, Range, WorkspaceEdit } from "vscode-languageserver";
import { isName, normalName } from "../../core/language/characters.ts";
import type { Entry } from "../../core/language/entry.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../core/language/map.ts";
import { clauseWords, isClauseWord, withArticle } from "../../core/language/vocabulary.ts";
import { baseName } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type Occurrence, occurrencesOf, type Subject, subjectAt } from "../shared/occurrences.ts";
import { rangeOf } from "../shared/ranges.ts";
import { Refused } from "../shared/userError.ts";
import { type Edit, workspaceEdit } from "../textEdits/workspaceEdit.ts";

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
 * @throws Refused where there is none
 */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
): { readonly range: Range; readonly placeholder: string } {
  const { file, subject } = renamable(workspace, uri, position);
  const line = file.syntax.place(position);
  const here = occurrencesOf(subject, [file]).find(
    ({ span }) => span.line === line.line && span.start <= line.column && line.column <= span.end,
  );
  if (here === undefined) throw new Refused(NO_NAME);
  const { span, entry } = here;
  return { range: rangeOf(entry, span), placeholder: span.line.reading.raw.slice(span.start, span.end) };
}

/**
 * Another name for what stands at a position, wherever it is defined and used, in all files; prefixes stay as they are.
 *
 * @throws Refused where the new name is none, is reserved, or would mean something else somewhere
 */
export function rename(workspace: Workspace, uri: string, position: Position, newName: string): WorkspaceEdit {
  const { file, subject } = renamable(workspace, uri, position);
  const name = newName.trim();
  const fault = faultOf(name);
  if (fault !== undefined) throw new Refused(fault);
  const occurrences = occurrencesOf(subject, workspace.files());
  const normal = normalName(name);
  const isOther = (entry: Entry): boolean => definedName(entry)?.text !== normal;
  if (subject.kind === "entry" && isOther(subject.entry)) refuseEntry(subject.entry, normal, occurrences, workspace);
  if (subject.kind === "prefix" && isOther(subject.entry)) refuseTaken(subject.entry, normal);
  const taken = takenUp(subject, normal, workspace);
  const edits = occurrences.map(
    ({ entry, span, defines }): Edit => ({
      uri: fileOf(entry).uri,
      range: rangeOf(entry, span),
      newText: name,
      annotation:
        !defines && entry.head.form === "broken"
          ? "unfinished"
          : // All or nothing: a definition without its uses would leave these behind.
            taken !== undefined
            ? "takenUp"
            : defines
              ? "definition"
              : fileOf(entry) === file
                ? "here"
                : "elsewhere",
    }),
  );
  return workspaceEdit(workspace, edits, taken === undefined ? annotations : { ...annotations, takenUp: taken });
}

/**
 * Asks the user where a mention that leads nowhere so far would come to mean what is renamed: it may be just what is
 * wanted, or a slip that would never be told again.
 */
function takenUp(subject: Renamable, name: string, workspace: Workspace): ChangeAnnotation | undefined {
  // Who renames what leads nowhere wants it to lead somewhere.
  if (subject.kind === "unknown" || definedName(subject.entry)?.text === name) return undefined;
  const home = fileOf(subject.entry);
  const isPrefix = subject.kind === "prefix";
  for (const file of isPrefix ? [home] : workspace.usersOf(home)) {
    const users = isPrefix ? file.syntax.entries.values() : file.mentionsOf(name);
    const user = [...users].find((one) =>
      referencesOf(one).some(({ name: mention, role }) => {
        if (role === "loose" || file.resolve(mention).state === "found") return false;
        if (isPrefix) return mention.prefix === name;
        return mention.text === name && bringsFrom(file, home, mention.prefix);
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
const bringsFrom = (file: MapFile, home: MapFile, prefix: string | undefined): boolean =>
  (file === home && prefix === undefined) ||
  file.imports.some(
    ({ entry, target }) => target.state === "found" && target.file === home && definedName(entry)?.text === prefix,
  );

type Renamable = Exclude<Subject, { readonly kind: "file" }>;

const NO_NAME = "There is no name here. Put the cursor on the name of a claim, reason, speaker, source or question.";

function renamable(
  workspace: Workspace,
  uri: string,
  position: Position,
): { readonly file: MapFile; readonly subject: Renamable } {
  const file = workspace.get(uri)?.file;
  const subject = file && subjectAt(file, position);
  if (file === undefined || subject === undefined) throw new Refused(NO_NAME);
  if (subject.kind === "file") {
    throw new Refused("This is the path of a file. Rename the file itself, and the paths that lead to it follow.");
  }
  return { file, subject };
}

/** What is wrong with a name, in a sentence. */
function faultOf(name: string): string | undefined {
  if (name === "") return "A name needs at least one letter.";
  if (isClauseWord(name)) {
    return `“${name}” cannot be a name: the words ${clauseWords.join(", ")} have a meaning of their own.`;
  }
  if (isName(normalName(name))) return undefined;
  if (/\s/u.test(name)) return `A name is one word. Join the words: “${name.replaceAll(/\s+/gu, "-")}”.`;
  if (!/^\p{L}/u.test(name)) return `A name begins with a letter, not with “${[...name][0]}”.`;
  const wrong = /[^\p{L}\p{M}\p{N}_-]/u.exec(name)?.[0] ?? "";
  return `A name has letters, digits, “-” and “_” only, not “${wrong}”.`;
}

function refuseTaken(entry: Entry, name: string): void {
  // A prefix only ever stands before a full stop, so it cannot be taken for a name.
  const isPrefix = ({ head }: Entry): boolean => head.keyword === "import";
  const taken = fileOf(entry)
    .definitionsOf(name)
    .find((other) => isPrefix(other) === isPrefix(entry));
  if (taken !== undefined) throw new Refused(`“${name}” is taken already: ${whereIs(taken)}.`);
}

/** Refuses a name with which an entry would take another's mentions away, or another its own. */
function refuseEntry(entry: Entry, name: string, occurrences: readonly Occurrence[], workspace: Workspace): void {
  const home = fileOf(entry);
  refuseTaken(entry, name);
  const unprefixed = { text: name, prefix: undefined };
  // Where the entry is mentioned without a prefix, the new name must not lead elsewhere already.
  for (const { entry: user, defines } of occurrences) {
    const file = fileOf(user);
    if (defines || file === home) continue;
    const bare = referencesOf(user).some(
      (one) => one.name.prefix === undefined && one.name.text === definedName(entry)?.text,
    );
    const found = bare ? file.resolve(unprefixed) : undefined;
    if (found?.state === "found") {
      throw new Refused(`“${name}” means something else in ${baseName(file.uri)}: ${whereIs(found.entry)}.`);
    }
  }
  // Where others are mentioned by that name, the entry must not come before them.
  for (const file of workspace.files()) {
    if (file.mentionsOf(name).size === 0) continue;
    const mentions = [...file.mentionsOf(name)].some((user) =>
      referencesOf(user).some((one) => one.name.text === name && one.name.prefix === undefined),
    );
    const found = mentions ? file.resolve(unprefixed) : undefined;
    if (found?.state === "found" && comesBefore(file, home, fileOf(found.entry))) {
      throw new Refused(
        `“${name}” in ${baseName(file.uri)} would no longer mean what it does: ${whereIs(found.entry)}.`,
      );
    }
  }
}

/** Whether a name that `home` comes to define hides, in `file`, the one that `other` defines. */
function comesBefore(file: MapFile, home: MapFile, other: MapFile): boolean {
  if (home === file) return other !== file;
  if (other === file) return false;
  for (const { entry, target } of file.imports) {
    if (definedName(entry) !== undefined || target.state !== "found") continue;
    if (target.file === home) return true;
    if (target.file === other) return false;
  }
  return false;
}

function whereIs(entry: Entry): string {
  const { uri, syntax } = fileOf(entry);
  const number = syntax.lines.numberOf(entry.line) + 1;
  return `${withArticle(entry.head.keyword)} in line ${number} of ${baseName(uri)}`;
}

/** Mends of names that lead nowhere: the import that brings them, or the entry that they are to stand for. */
import { isName } from "../../../core/language/characters.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { fileOf, kindOf, type Reference, referencesOf } from "../../../core/language/map.ts";
import type { Problem } from "../../../core/language/problem.ts";
import type { Keyword, NameKind } from "../../../core/language/vocabulary.ts";
import { withArticle } from "../../../core/language/vocabulary.ts";
import { baseName } from "../../../workspace/paths.ts";
import { insertNameEdit, quotesOfOnlySource } from "../../names/implicitSources.ts";
import { mentionInScope, mentionOf, mentionWithPrefix } from "../../names/mentions.ts";
import { insertAfter, insertAfterSeparated, insertBeforeEntries } from "../../textEdits/lineBlocks.ts";
import { type LineChange, toFileEdits } from "../../textEdits/lineEdits.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

const MAX_IMPORTS = 5;

/** The reference that an unknown name is. */
function unknownReferenceAt({ entry, at, code }: Problem): Reference | undefined {
  if (code !== "unknown-name" || entry === undefined) return undefined;
  return referencesOf(entry).find(({ name }) => name.start === at.start);
}

/** Imports the files of the workspace that define the name. */
export function addImport(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const reference = unknownReferenceAt(problem);
  if (reference === undefined || reference.name.prefix !== undefined) return [];
  const { workspace, file } = context;
  const users = workspace.withAllImporters(file);
  const proposals: ProposedAction[] = [];
  for (const other of workspace.files()) {
    const entry = other === file ? undefined : other.exportedEntry(reference.name.text);
    const kind = entry && kindOf(entry);
    if (entry === undefined || kind === undefined || !reference.expectedKinds.includes(kind)) continue;
    const mention = mentionOf(file, entry, users);
    if (mention === undefined || mention.edits.length === 0) continue;
    const titleSuffix = mention.qualifiedName === reference.name.text ? "" : ` and write “${mention.qualifiedName}”`;
    proposals.push({
      title: `Import “${reference.name.text}” from ${baseName(other.uri)}${titleSuffix}`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => {
        const range = file.syntax.rangeOf(problem.at);
        const name: readonly FileEdit[] =
          titleSuffix === "" ? [] : [{ uri: file.uri, range, newText: mention.qualifiedName }];
        return workspaceEdit(workspace, [...mention.edits, ...name]);
      },
    });
    if (proposals.length === MAX_IMPORTS) break;
  }
  return proposals;
}

/** What is made for each kind of name. */
const keywordForKind: { readonly [K in NameKind]?: Keyword } = {
  claim: "claim",
  question: "question",
  speaker: "speaker",
  source: "source",
};

/** Writes the entry that the name is to stand for. */
export function createEntry(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const reference = unknownReferenceAt(problem);
  if (reference === undefined || reference.name.prefix !== undefined || !isName(reference.name.text)) return [];
  const { workspace, file } = context;
  return reference.expectedKinds.flatMap((kind): readonly ProposedAction[] => {
    const keyword = keywordForKind[kind];
    if (keyword === undefined) return [];
    const { text } = reference.name;
    const quotes = keyword === "source" ? quoteSourceEdits(context) : [];
    if (quotes === undefined) return [];
    return [
      {
        title: `Create the ${keyword} “${text}”`,
        kind: "quickfix",
        fixes: problem,
        edit: () => {
          // Its name as words, until somebody says it better: an entry without words would be the next problem.
          const words = text.replaceAll(/[-_]+/g, " ");
          const line = `${keyword} ${text}: ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
          return workspaceEdit(workspace, [
            ...toFileEdits(file, [insertEntry(keyword, line, reference.entry)]),
            ...quotes,
          ]);
        },
      },
    ];
  });
}

/** Where a new entry goes: after the last of its keyword, else where such entries belong. */
function insertEntry(keyword: Keyword, line: string, user: Entry): LineChange {
  const file = fileOf(user);
  const { roots } = file.syntax;
  const newLine = createLine(line);
  // After all that stands with whoever mentions it.
  if (keyword === "claim") return insertAfterSeparated(user, [newLine]);
  const lastOfKeyword = roots.findLast(({ head }) => head.keyword === keyword);
  if (lastOfKeyword !== undefined) return insertAfter(lastOfKeyword, [newLine]);
  const lastOfPreamble = roots.findLast(({ head }) => PREAMBLE_KEYWORDS.has(head.keyword));
  if (lastOfPreamble === undefined) return insertBeforeEntries(file, [newLine]);
  return keyword === "question"
    ? insertAfterSeparated(lastOfPreamble, [newLine])
    : insertAfter(lastOfPreamble, [newLine]);
}

/**
 * Quotes that name no source are from the only one there is: where there comes to be another one, they have to name theirs.
 * Undefined where one cannot.
 */
function quoteSourceEdits({ workspace, file }: ActionContext): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const user of workspace.withAllImporters(file)) {
    const unnamed = quotesOfOnlySource(user);
    if (unnamed === undefined) continue;
    const qualifiedName = mentionInScope(user, unnamed.source);
    if (qualifiedName === undefined) return undefined;
    edits.push(...unnamed.quotes.map((quote) => insertNameEdit(quote, qualifiedName)));
  }
  return edits;
}

/** What stands before all that argues. */
const PREAMBLE_KEYWORDS: ReadonlySet<string> = new Set(["map", "import", "source", "speaker"]);

/** A prefix that no import has: for each map of the workspace the import that defines it. */
export function importWithPrefix({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const reference = unknownReferenceAt(problem);
  const prefix = reference?.name.prefix;
  if (reference === undefined || prefix === undefined || file.importWithPrefix(prefix) !== undefined) return [];
  const users = workspace.withAllImporters(file);
  const proposals: ProposedAction[] = [];
  for (const other of workspace.files()) {
    const entry = other === file ? undefined : other.exportedEntry(reference.name.text);
    const kind = entry && kindOf(entry);
    if (entry === undefined || kind === undefined || !reference.expectedKinds.includes(kind)) continue;
    const mention = mentionWithPrefix(file, entry, prefix, users);
    if (mention === undefined) continue;
    proposals.push({
      title: `Import ${baseName(other.uri)} as “${prefix}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: proposals.length === 0,
      edit: () => workspaceEdit(workspace, mention.edits),
    });
    if (proposals.length === MAX_IMPORTS) break;
  }
  return proposals;
}

/** A step that is used as a premise: what it says becomes a premise of its own, which can be used again. */
export function replaceStepWithPremise(
  { workspace, file }: ActionContext,
  problem: Problem,
): readonly ProposedAction[] {
  const { entry, at } = problem;
  if (problem.code !== "wrong-kind" || entry?.head.form !== "bare") return [];
  const reference = referencesOf(entry)[0];
  const resolution = reference && file.resolve(reference.name);
  const step = resolution?.state === "found" ? resolution.entry : undefined;
  if (step === undefined || (step.head.keyword !== "reason" && step.head.keyword !== "objection")) return [];
  if (step.text === "" || step.text.includes("\n")) return [];
  const { raw } = at.line.scanned;
  const end = raw.trimEnd().length;
  const range = file.syntax.rangeOf({ line: at.line, start: entry.head.start, end });
  return [
    {
      title: `Write the text of ${withArticle(step.head.keyword)} “${reference?.name.text}” out as a premise`,
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: `premise: ${step.text}` }]),
    },
  ];
}

/** Quick fixes for undefined names: import the entry or create it. */
import { nameFor, speakerCalled, unnamedSpeaker } from "../../../core/checks/support/fullNames.ts";
import { isName } from "../../../core/language/characters.ts";
import { type Entry, titleOf } from "../../../core/language/entry.ts";
import { fileOf, kindOf, type Reference, referencesOf } from "../../../core/language/map.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isStep, type Keyword, type NameKind } from "../../../core/language/vocabulary.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { capitalize } from "../../../core/strings/english.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { quotesOfOnlySource } from "../../names/implicitSources.ts";
import { mentionInScope, mentionOf, mentionWithPrefix } from "../../names/mentions.ts";
import { speakersInScope } from "../../names/speakerNamed.ts";
import { uniqueName } from "../../textEdits/freshNames.ts";
import { insertNameEdit } from "../../textEdits/headEdits.ts";
import { insertAfterSeparated } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange } from "../../textEdits/model.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { insertInPreamble } from "../../textEdits/preamble.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

const MAX_IMPORTS = 5;

/** The reference that an `unknown-name` problem is about. */
function unknownReferenceAt({ entry, at, code }: Problem): Reference | undefined {
  if (code !== "unknown-name" || entry === undefined) return undefined;
  return referencesOf(entry).find(({ name }) => name.start === at.start && name.end === at.end);
}

/** Imports a file of the workspace that defines the name. */
export function addImport(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const reference = unknownReferenceAt(problem);
  if (reference === undefined || reference.name.prefix !== undefined) return [];
  const { workspace, file } = context;
  const importers = workspace.withAllImporters(file);
  const proposals: ProposedAction[] = [];
  for (const entry of definitionsElsewhere(workspace, reference)) {
    const mention = mentionOf(file, entry, importers);
    if (mention === undefined || mention.edits.length === 0) continue;
    const titleSuffix = mention.qualifiedName === reference.name.text ? "" : ` as “${mention.qualifiedName}”`;
    proposals.push({
      title: `Import “${reference.name.text}” from ${baseName(fileOf(entry).uri)}${titleSuffix}`,
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

/** Finds the entries of other files that could be the target of a reference, by their name and kind. */
function* definitionsElsewhere(workspace: Workspace, { entry, name, expectedKinds }: Reference): Iterable<Entry> {
  for (const file of workspace.files()) {
    const found = file === fileOf(entry) ? undefined : file.exportedEntry(name.text);
    const kind = found && kindOf(found);
    if (found !== undefined && kind !== undefined && expectedKinds.includes(kind)) yield found;
  }
}

/** The keyword of the entry to create for each kind of name. */
const keywordForKind: { readonly [K in NameKind]?: Keyword } = {
  claim: "claim",
  question: "question",
  speaker: "speaker",
  source: "source",
};

/** Creates an entry with the name. */
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
        title: `Create ${keyword} “${text}”`,
        kind: "quickfix",
        fixes: problem,
        edit: () => {
          // The name serves as placeholder text, because an entry without text is a problem as well.
          const line = `${keyword} ${text}: ${capitalize(text.replaceAll(/[-_]+/g, " "))}`;
          return workspaceEdit(workspace, [
            ...toFileEdits(file, [insertEntry(keyword, line, reference.entry)]),
            ...quotes,
          ]);
        },
      },
    ];
  });
}

/** Creates a speaker for a full name in a clause, as in `by Wei Zongyou`, and names that speaker there. */
export function createSpeaker({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at } = problem;
  const words = at.line.scanned.raw.slice(at.start, at.end);
  if (code !== "unknown-name" || entry === undefined || words.includes(",")) return [];
  const name = uniqueName(nameFor(words), workspace.withAllImporters(file));
  const isFullName = /[\s\p{Zs}]/u.test(words);
  const reference = unknownReferenceAt(problem);
  const unnamed = isFullName ? speakerCalled(words, file) : reference && unnamedSpeaker(reference, { file });
  if (unnamed !== undefined && isName(name)) {
    const range = file.syntax.rangeOf(at);
    const edits = [insertNameEdit(unnamed, name), { uri: file.uri, range, newText: name }];
    const title = `Name the speaker “${unnamed.text}” “${name}”`;
    return [
      { title, kind: "quickfix", fixes: problem, isPreferred: true, edit: () => workspaceEdit(workspace, edits) },
    ];
  }
  // A second speaker of the same name is never meant; another fix writes the name of the first.
  const isKnown = speakersInScope(file).some((speaker) => titleOf(speaker).toLowerCase() === words.toLowerCase());
  if (!isFullName || isKnown) return [];
  return [
    {
      title: `Create speaker “${words}”`,
      kind: "quickfix",
      fixes: problem,
      edit: () => {
        const newSpeaker = insertEntry("speaker", `speaker ${name}: ${words}`, entry);
        return workspaceEdit(workspace, toFileEdits(file, [newSpeaker], [{ ...at, text: name }]));
      },
    },
  ];
}

/** Inserts a new entry after the last one with its keyword, or where such entries usually are. */
function insertEntry(keyword: Keyword, line: string, referrer: Entry): LineChange {
  const newLine = createLine(line);
  return keyword === "claim"
    ? insertAfterSeparated(referrer, [newLine])
    : insertInPreamble(fileOf(referrer), keyword, [newLine]);
}

/**
 * The edits that name the source in quotes without a source name, which refer to the only source and would become
 * ambiguous with a second one. Undefined if one of the quotes cannot name its source.
 */
function quoteSourceEdits({ workspace, file }: ActionContext): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const one of workspace.withAllImporters(file)) {
    const unnamed = quotesOfOnlySource(one);
    if (unnamed === undefined) continue;
    const qualifiedName = mentionInScope(one, unnamed.source);
    if (qualifiedName === undefined) return undefined;
    edits.push(...unnamed.quotes.map((quote) => insertNameEdit(quote, qualifiedName)));
  }
  return edits;
}

/** Defines an undefined prefix: imports a file of the workspace with it. */
export function importWithPrefix({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const reference = unknownReferenceAt(problem);
  const prefix = reference?.name.prefix;
  if (reference === undefined || prefix === undefined || file.importWithPrefix(prefix) !== undefined) return [];
  const importers = workspace.withAllImporters(file);
  const proposals: ProposedAction[] = [];
  for (const entry of definitionsElsewhere(workspace, reference)) {
    const mention = mentionWithPrefix(file, entry, prefix, importers);
    if (mention === undefined) continue;
    proposals.push({
      title: `Import ${baseName(fileOf(entry).uri)} as “${prefix}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: proposals.length === 0,
      edit: () => workspaceEdit(workspace, mention.edits),
    });
    if (proposals.length === MAX_IMPORTS) break;
  }
  return proposals;
}

/** Replaces a reference to a step, which cannot be a premise, with a premise with the text of the step. */
export function replaceStepWithPremise(
  { workspace, file }: ActionContext,
  problem: Problem,
): readonly ProposedAction[] {
  const { entry, at } = problem;
  if (problem.code !== "wrong-kind" || entry?.head.form !== "bare") return [];
  const reference = referencesOf(entry)[0];
  const resolution = reference && file.resolve(reference.name);
  const step = resolution?.state === "found" ? resolution.entry : undefined;
  if (step === undefined || !isStep(step.head.keyword)) return [];
  if (step.text === "" || step.text.includes("\n")) return [];
  const { raw } = at.line.scanned;
  const end = raw.trimEnd().length;
  const range = file.syntax.rangeOf({ line: at.line, start: entry.head.start, end });
  return [
    {
      title: `Replace with a premise that has the text of “${reference?.name.text}”`,
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: `premise: ${step.text}` }]),
    },
  ];
}

import type { Entry } from "../../../core/language/entry.ts";
import { isWellPlaced, stepTargets } from "../../../core/language/graph.ts";
import { definedName, kindOf } from "../../../core/language/map.ts";
import { type ClauseWord, clauseTargets, isSide, keywordRules, type Side } from "../../../core/language/vocabulary.ts";
import { suggestName } from "../../textEdits/freshNames.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ProposedAction, Refactoring } from "../codeAction.ts";

const inversions = {
  reason: { keyword: "objection", title: "Convert to an objection" },
  objection: { keyword: "reason", title: "Convert to a reason" },
} as const;
const oppositeSide: { readonly [S in Side]: Side } = { for: "against", against: "for" };

/** Converts a reason to an objection against the same targets, a premise to an assumption, or the other way round. */
export const invertStep: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "full" || !isWellPlaced(entry)) return [];
  const { keyword, start, clauses } = entry.head;
  const replaceWord = (from: number, length: number, newText: string): FileEdit => ({
    uri: file.uri,
    range: file.syntax.rangeOf({ line: entry.line, start: from, end: from + length }),
    newText,
  });
  const propose = (title: string, edits: () => readonly FileEdit[]): ProposedAction => ({
    title,
    kind: "refactor.rewrite",
    edit: () => workspaceEdit(workspace, edits()),
  });
  if (keyword === "reason" || keyword === "objection") {
    const inversion = inversions[keyword];
    const parentKeyword = entry.parent?.head.keyword;
    if (parentKeyword !== undefined && !keywordRules[inversion.keyword].allowedParents.includes(parentKeyword))
      return [];
    if (stepTargets(entry).some(({ target, side }) => !canName(oppositeSide[side], target))) return [];
    return [
      propose(inversion.title, () => [
        replaceWord(start, keyword.length, inversion.keyword),
        ...clauses.flatMap(({ word, start: at }) =>
          isSide(word) ? [replaceWord(at, word.length, oppositeSide[word])] : [],
        ),
      ]),
    ];
  }
  if (keyword === "assumption")
    return [propose("Convert to a premise", () => [replaceWord(start, keyword.length, "premise")])];
  // An assumption has no speaker.
  if (keyword !== "premise" || clauses.some((clause) => clause.word === "by")) return [];
  return [propose("Convert to an assumption", () => [replaceWord(start, keyword.length, "assumption")])];
};

/** Whether a clause can name an entry. An entry with a syntax error in its head may be of any kind. */
function canName(word: ClauseWord, target: Entry): boolean {
  const kind = kindOf(target);
  return kind === undefined || clauseTargets[word].includes(kind);
}

/** Adds a name, generated from the text, to an entry without one. */
export const addName: Refactoring = ({ workspace, file, entry, range }) => {
  if (entry?.head.form !== "full" || entry.text === "" || keywordRules[entry.head.keyword].name !== "defines")
    return [];
  if (definedName(entry) !== undefined || entry.head.keyword === "import") return [];
  if (file.syntax.lines.at(range.start.line) !== entry.line) return [];
  const end = entry.head.start + entry.head.keyword.length;
  const at = file.syntax.rangeOf({ line: entry.line, start: end, end });
  const name = suggestName(entry.text, workspace.withImporters(file));
  return [
    {
      title: `Add name “${name}”`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range: at, newText: ` ${name}` }]),
      rename: { uri: file.uri, position: { line: at.start.line, character: at.start.character + 1 } },
    },
  ];
};

import type { Entry } from "../../../core/language/entry.ts";
import { isWellPlaced, namedTargets } from "../../../core/language/graph.ts";
import { definedName, kindOf } from "../../../core/language/map.ts";
import { type ClauseWord, clauseTargets, keywordRules } from "../../../core/language/vocabulary.ts";
import { suggestName } from "../../textEdits/freshNames.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ProposedAction, Refactoring } from "../codeAction.ts";

const inversions = {
  reason: { keyword: "objection", from: "for", to: "against", title: "Turn into an objection" },
  objection: { keyword: "reason", from: "against", to: "for", title: "Turn into a reason" },
} as const;

/** A reason becomes an objection against the same, and the other way round; a premise an assumption, and back. */
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
    if (namedTargets(entry, inversion.from).some((target) => !canName(inversion.to, target))) return [];
    return [
      propose(inversion.title, () => [
        replaceWord(start, keyword.length, inversion.keyword),
        ...clauses
          .filter((clause) => clause.word === inversion.from)
          .map((clause) => replaceWord(clause.start, clause.word.length, inversion.to)),
      ]),
    ];
  }
  if (keyword === "assumption")
    return [propose("Turn into a premise", () => [replaceWord(start, keyword.length, "premise")])];
  // Nobody states an assumption.
  if (keyword !== "premise" || clauses.some((clause) => clause.word === "by")) return [];
  return [propose("Turn into an assumption", () => [replaceWord(start, keyword.length, "assumption")])];
};

/** Whether what a clause of this word names may be such an entry. One that cannot be read may be anything. */
function canName(word: ClauseWord, target: Entry): boolean {
  const kind = kindOf(target);
  return kind === undefined || clauseTargets[word].includes(kind);
}

/** An entry without a name gets one after its words. */
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
      title: `Name it “${name}”`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range: at, newText: ` ${name}` }]),
      rename: { uri: file.uri, position: { line: at.start.line, character: at.start.character + 1 } },
    },
  ];
};

import type { Entry } from "../../../core/language/entry.ts";
import { isWellPlaced, stepTargets } from "../../../core/language/graph.ts";
import { definedName, kindOf } from "../../../core/language/map.ts";
import {
  type ClauseWord,
  clauseTargets,
  isStep,
  type Keyword,
  keywordRules,
  oppositeSide,
  oppositeStep,
} from "../../../core/language/vocabulary.ts";
import { withArticle } from "../../../core/strings/english.ts";
import { suggestName } from "../../textEdits/freshNames.ts";
import { insertNameEdit, invertStepWords, replaceKeyword } from "../../textEdits/headEdits.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ProposedAction, Refactoring } from "../codeAction.ts";

/** Converts a reason to an objection against the same targets, a premise to an assumption, or the other way round. */
export const invertStep: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "full" || !isWellPlaced(entry)) return [];
  const { keyword, clauses } = entry.head;
  const propose = (to: Keyword, replacements: readonly SpanReplacement[]): readonly ProposedAction[] => [
    {
      title: `Convert to ${withArticle(to)}`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, toFileEdits(file, [], replacements)),
    },
  ];
  if (isStep(keyword)) {
    const to = oppositeStep(keyword);
    const parentKeyword = entry.parent?.head.keyword;
    if (parentKeyword !== undefined && !keywordRules[to].allowedParents.includes(parentKeyword)) return [];
    if (stepTargets(entry).some(({ target, side }) => !canName(oppositeSide(side), target))) return [];
    return propose(to, invertStepWords(entry, to));
  }
  if (keyword === "assumption") return propose("premise", [replaceKeyword(entry, "premise")]);
  // An assumption has no speaker.
  if (keyword !== "premise" || clauses.some((clause) => clause.word === "by")) return [];
  return propose("assumption", [replaceKeyword(entry, "assumption")]);
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
  const name = suggestName(entry.text, workspace.withImporters(file));
  const edit = insertNameEdit(entry, name);
  const { line, character } = edit.range.start;
  return [
    {
      title: `Add name “${name}”`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, [edit]),
      rename: { uri: file.uri, position: { line, character: character + 1 } },
    },
  ];
};

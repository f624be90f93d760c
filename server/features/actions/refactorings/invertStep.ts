import type { Entry } from "../../../core/language/entry.ts";
import { isInPlace, named } from "../../../core/language/graph.ts";
import { definedName, kindOf } from "../../../core/language/map.ts";
import { type ClauseWord, clauseTargets, rules } from "../../../core/language/vocabulary.ts";
import { nameFor } from "../../textEdits/freshNames.ts";
import { type Edit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Refactoring } from "../codeAction.ts";

const others = {
  reason: { keyword: "objection", from: "for", to: "against", title: "Turn into an objection" },
  objection: { keyword: "reason", from: "against", to: "for", title: "Turn into a reason" },
} as const;

/** A reason becomes an objection against the same, and the other way round; a premise an assumption, and back. */
export const turn: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "full" || !isInPlace(entry)) return [];
  const { keyword, start, clauses } = entry.head;
  const word = (from: number, length: number, newText: string): Edit => ({
    uri: file.uri,
    range: file.syntax.rangeOf({ line: entry.line, start: from, end: from + length }),
    newText,
  });
  const offer = (title: string, edits: () => readonly Edit[]): Offer => ({
    title,
    kind: "refactor.rewrite",
    edit: () => workspaceEdit(workspace, edits()),
  });
  if (keyword === "reason" || keyword === "objection") {
    const other = others[keyword];
    const above = entry.parent?.head.keyword;
    if (above !== undefined && !rules[other.keyword].under.includes(above)) return [];
    if (named(entry, other.from).some((target) => !mayName(other.to, target))) return [];
    return [
      offer(other.title, () => [
        word(start, keyword.length, other.keyword),
        ...clauses
          .filter((clause) => clause.word === other.from)
          .map((clause) => word(clause.start, clause.word.length, other.to)),
      ]),
    ];
  }
  if (keyword === "assumption") return [offer("Turn into a premise", () => [word(start, keyword.length, "premise")])];
  // Nobody states an assumption.
  if (keyword !== "premise" || clauses.some((clause) => clause.word === "by")) return [];
  return [offer("Turn into an assumption", () => [word(start, keyword.length, "assumption")])];
};

/** Whether what a clause of this word names may be such an entry. One that cannot be read may be anything. */
function mayName(word: ClauseWord, target: Entry): boolean {
  const kind = kindOf(target);
  return kind === undefined || clauseTargets[word].includes(kind);
}

/** An entry without a name gets one after its words. */
export const giveName: Refactoring = ({ workspace, file, entry, range }) => {
  if (entry?.head.form !== "full" || entry.text === "" || rules[entry.head.keyword].name !== "defines") return [];
  if (definedName(entry) !== undefined || entry.head.keyword === "import") return [];
  if (file.syntax.lines.at(range.start.line) !== entry.line) return [];
  const end = entry.head.start + entry.head.keyword.length;
  const at = file.syntax.rangeOf({ line: entry.line, start: end, end });
  const name = nameFor(entry.text, workspace.usersOf(file));
  return [
    {
      title: `Name it “${name}”`,
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range: at, newText: ` ${name}` }]),
      rename: { uri: file.uri, position: { line: at.start.line, character: at.start.character + 1 } },
    },
  ];
};

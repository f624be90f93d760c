import type { Entry } from "../../../language/entry.ts";
import { heldBy, isInPlace, meant, named } from "../../../language/graph.ts";
import { definedName, fileOf } from "../../../language/map.ts";
import { isClaimLike, isStep } from "../../../language/vocabulary.ts";
import { type Edit, workspaceEdit } from "../../edits.ts";
import { afterTop, indentUnder, inserted, reindented, removed, textsOf, treeBlock, withComments } from "../blocks.ts";
import { nameFor, withSpeakers } from "../naming.ts";
import type { Offer, Place, Refactoring } from "../offer.ts";

/** A step that is indented under its target goes to the top level and names it, and the other way round. */
export const nesting: Refactoring = (place) => {
  const { entry } = place;
  if (entry === undefined || !isStep(entry.head.keyword) || entry.head.form !== "full") return [];
  return entry.parent === undefined ? unnested(place, entry) : nested(place, entry);
};

const clauseOf = ({ head }: Entry): "for" | "against" => (head.keyword === "reason" ? "for" : "against");

/** From under its target to the top level. */
function nested({ workspace, file }: Place, entry: Entry): readonly Offer[] {
  const { parent } = entry;
  const target = parent && isInPlace(entry) ? meant(parent) : undefined;
  if (parent === undefined || target === undefined || fileOf(target) !== file) return [];
  if (!isClaimLike(target.head.keyword) && !isStep(target.head.keyword) && target.head.keyword !== "question")
    return [];
  const word = clauseOf(entry);
  const known = definedName(target)?.text;
  return [
    {
      title: `Move it to the top level, “${word}” what it stands under`,
      kind: "refactor.rewrite",
      edit: () => {
        const name = known ?? nameFor(target.text, workspace.usersOf(file));
        const edits: Edit[] = [];
        if (known === undefined) {
          const end = target.head.start + target.head.keyword.length;
          const range = file.syntax.rangeOf({ line: target.line, start: end, end });
          edits.push({ uri: file.uri, range, newText: ` ${name}` });
        }
        const block = withComments(file, treeBlock(entry));
        const texts = [...reindented(textsOf(file, block), entry.indent, "")];
        const at = file.syntax.lines.numberOf(entry.line) - block.first;
        texts[at] = withSpeakers(entry, withTarget(entry, texts[at] ?? "", word, name));
        edits.push(...moved(removed(file, block), inserted(file, afterTop(entry), ["", ...texts])));
        return workspaceEdit(workspace, edits);
      },
    },
  ];
}

/** The head with one more target. */
function withTarget(entry: Entry, text: string, word: "for" | "against", name: string): string {
  const { clauses, start, keyword, name: own } = entry.head;
  const existing = clauses.find((clause) => clause.word === word)?.names[0];
  if (existing !== undefined) {
    const at = existing.start - start;
    return `${text.slice(0, at)}${name}, ${text.slice(at)}`;
  }
  const end = (clauses.at(-1)?.names.at(-1)?.end ?? own?.end ?? start + keyword.length) - start;
  return `${text.slice(0, end)} ${word} ${name}${text.slice(end)}`;
}

/** From the top level to under its one target. */
function unnested({ workspace, file }: Place, entry: Entry): readonly Offer[] {
  const word = clauseOf(entry);
  const clause = entry.head.clauses.find((one) => one.word === word);
  const targets = named(entry, word);
  const [target] = targets;
  if (clause === undefined || targets.length !== 1 || clause.names.length !== 1 || target === undefined) return [];
  if (fileOf(target) !== file || isUnder(target, entry)) return [];
  // Under a target whose speaker would reach it, it has to say whose it is; a reason that nobody holds cannot say so.
  if (entry.head.keyword === "reason" && heldBy(entry).length === 0 && heldBy(target).length > 0) return [];
  return [
    {
      title: `Move it under ${definedName(target)?.text ?? "its target"}`,
      kind: "refactor.rewrite",
      edit: () => {
        const block = withComments(file, treeBlock(entry));
        const texts = [...reindented(textsOf(file, block), entry.indent, indentUnder(target))];
        const at = file.syntax.lines.numberOf(entry.line) - block.first;
        const { raw } = entry.line.reading;
        const end = clause.names.at(-1)?.end ?? clause.end;
        const before = raw.slice(0, clause.start).trimEnd().replace(/,$/, "");
        texts[at] = indentUnder(target) + (before + raw.slice(end)).slice(entry.indent.length);
        const edits = moved(removed(file, block), inserted(file, treeBlock(target).after, texts));
        return workspaceEdit(workspace, edits);
      },
    },
  ];
}

function isUnder(entry: Entry, top: Entry): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) if (at === top) return true;
  return false;
}

/** What is taken away and put elsewhere; where the two places touch, one edit. */
export function moved(away: Edit, there: Edit): readonly Edit[] {
  const [a, b] = [away.range, there.range.start];
  const inside =
    (a.start.line < b.line || (a.start.line === b.line && a.start.character <= b.character)) &&
    (b.line < a.end.line || (b.line === a.end.line && b.character <= a.end.character));
  return inside ? [{ ...away, newText: there.newText }] : [away, there];
}

/** Mends that say what a head leaves open: whose a reason is, what a step bears on; and the end of a circle of imports. */
import type { Problem } from "../../../core/language/problem.ts";
import { isClaimLike, isStep } from "../../../core/language/vocabulary.ts";
import { mentionInSight } from "../../names/mentions.ts";
import { removedButComments, treeBlock } from "../../textEdits/lineBlocks.ts";
import { editsOf } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place } from "../codeAction.ts";

/** More speakers than these are not offered one by one; completion offers all after “by”. */
const MOST_SPEAKERS = 5;

/** Puts words into the head of an entry, after its name and clauses. */
function inHead({ workspace, file }: Place, problem: Problem, title: string, words: string): readonly Offer[] {
  const { entry } = problem;
  if (entry === undefined) return [];
  const { clauses, name, start, keyword } = entry.head;
  const end = clauses.at(-1)?.names.at(-1)?.end ?? name?.end ?? start + keyword.length;
  const range = file.syntax.rangeOf({ line: entry.line, start: end, end });
  const edit = () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: ` ${words}` }]);
  return [{ title, kind: "quickfix", mends: problem, edit }];
}

/** A reason that nobody holds becomes that of one of the speakers of the map. */
export function nameSpeaker(place: Place, problem: Problem): readonly Offer[] {
  if (problem.code !== "reason-by-nobody") return [];
  const names = [...place.file.entriesOf("speaker")].flatMap((speaker) => mentionInSight(place.file, speaker) ?? []);
  if (names.length > MOST_SPEAKERS) return [];
  return names.flatMap((name) => inHead(place, problem, `Say that it is by “${name}”`, `by ${name}`));
}

/** A step that bears on nothing bears on the last claim or step with a name that stands before it at the top level. */
export function nameTarget(place: Place, problem: Problem): readonly Offer[] {
  const { entry, code } = problem;
  if (code !== "no-target" || entry === undefined) return [];
  const { roots } = place.file.syntax;
  const above = roots.slice(0, roots.indexOf(entry)).findLast(({ head }) => {
    return (isClaimLike(head.keyword) || isStep(head.keyword)) && head.form === "full" && head.name !== undefined;
  });
  const name = above && mentionInSight(place.file, above);
  if (name === undefined) return [];
  const words = `${entry.head.keyword === "reason" ? "for" : "against"} ${name}`;
  return inHead(place, problem, `Write “${words}”`, words);
}

/** An import that leads back to its own file goes; comments stay. */
export function removeImport({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, code } = problem;
  if (code !== "circular-import" || entry === undefined || entry.children.length > 0) return [];
  const changes = [removedButComments(file, treeBlock(entry))];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Remove the import",
      kind: "quickfix",
      mends: problem,
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}

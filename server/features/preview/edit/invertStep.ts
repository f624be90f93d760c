import type { Entry } from "../../../core/language/entry.ts";
import { speakersOf, stepTargets } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { isStep, type Keyword, keywordRules, withArticle } from "../../../core/language/vocabulary.ts";
import type { StepKind } from "../../../core/tree/cardRules.ts";
import { inheritedSpeakerClause } from "../../textEdits/freshNames.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";
import { invertStepWords } from "./clauseEdits.ts";
import { type CardTarget, type EditPlan, planFor, rejectEdit, requireReadable } from "./editPlan.ts";

/** A reason becomes an objection to the same, and the other way round. Who gives it stays who gives it. */
export function invertStepCard({ entry, parentEntry }: CardTarget): EditPlan {
  requireReadable(entry);
  const { keyword } = entry.head;
  if (!isStep(keyword)) return rejectEdit("Only a reason or an objection can turn into the other.");
  const to = keyword === "reason" ? "objection" : "reason";
  const parentKeyword = entry.parent?.head.keyword;
  if (parentKeyword !== undefined && !keywordRules[to].allowedParents.includes(parentKeyword))
    rejectEdit(`A ${to} cannot stand under ${withArticle(parentKeyword)}.`);
  if (to === "reason" && parentEntry?.head.keyword === "question") rejectEdit("A reason cannot be for a question.");
  requireInvertible(entry, parentEntry);
  return planFor(fileOf(entry), entry.line, [], inversionReplacements(entry, to, entry.parent));
}

/** @throws {UserError} where it bears on more than what it is seen under, which would turn too */
export function requireInvertible(entry: Entry, parentEntry: Entry | undefined): void {
  const otherTargetCount = stepTargets(entry).filter((one) => one !== parentEntry).length;
  if (otherTargetCount === 0 || parentEntry === undefined) return;
  const otherTargets = otherTargetCount === 1 ? "something else" : `${otherTargetCount} other entries`;
  rejectEdit(
    `This ${entry.head.keyword} also bears on ${otherTargets}, where it would turn too. Change it in the text.`,
  );
}

/**
 * The words that make a step what it is to be under an entry, or at the top level, and let it be by whom it is by.
 *
 * @throws {UserError} where it would come to be somebody's, though it is nobody's
 */
function inversionReplacements(entry: Entry, to: StepKind, parent: Entry | undefined): readonly SpanReplacement[] {
  return [...invertStepWords(entry, to), ...(speakerClause(entry, to, parent) ?? rejectEdit(NO_SPEAKER))];
}

export const NO_SPEAKER =
  "It is nobody’s, and there it would be by whoever holds what it stands under. Change it in the text.";

/** The clause that says whose an entry is where it is to stand; none where it need not say it; undefined where it cannot. */
export function speakerClause(
  entry: Entry,
  to: Keyword,
  parent: Entry | undefined,
): readonly SpanReplacement[] | undefined {
  const { head, line } = entry;
  if (head.clauses.some(({ word }) => word === "by")) return [];
  const currentSpeakers = speakersOf(entry);
  const inherits = to === "reason" || to === "premise";
  const inheritedSpeakers = inherits && parent !== undefined ? speakersOf(parent) : [];
  if (
    inheritedSpeakers.length === currentSpeakers.length &&
    inheritedSpeakers.every((one, index) => one === currentSpeakers[index])
  )
    return [];
  if (currentSpeakers.length === 0) return undefined;
  const end = head.name?.end ?? head.start + head.keyword.length;
  return [{ line, start: end, end, text: inheritedSpeakerClause(entry) }];
}

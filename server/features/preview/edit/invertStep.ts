import type { Entry } from "../../../core/language/entry.ts";
import { fileOf } from "../../../core/language/map.ts";
import { speakersOf } from "../../../core/language/relations/speakers.ts";
import { isStep, type Keyword, keywordRules } from "../../../core/language/vocabulary.ts";
import { invertedKind, notAllowedMessage } from "../../../core/tree/cardRules.ts";
import { makeSpeakerExplicit } from "../../textEdits/headEdits.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";
import { isNestedUnder, takeSide } from "./clauseNames.ts";
import { type CardTarget, type EditPlan, planFor, rejectEdit, requireReadable } from "./editPlan.ts";

/**
 * Turns a reason into an objection, or the other way round, at the entry of its parent card. Its other targets and its
 * speaker stay the same.
 */
export function invertStepCard({ card, entry, parentEntry }: CardTarget): EditPlan {
  requireReadable(entry);
  const to = invertedKind(card.kind);
  if (!isStep(entry.head.keyword) || to === undefined)
    return rejectEdit("Only a reason or an objection can be converted to the other.");
  const isNested = parentEntry === undefined || isNestedUnder(entry, parentEntry);
  const parentKeyword = isNested ? entry.parent?.head.keyword : parentEntry.head.keyword;
  if (parentKeyword !== undefined && !keywordRules[to].allowedParents.includes(parentKeyword))
    rejectEdit(notAllowedMessage(to, parentKeyword));
  const replacements = takeSide(entry, parentEntry, to);
  const speaker = isNested ? (speakerClause(entry, to, entry.parent) ?? rejectEdit(NO_SPEAKER)) : [];
  // The speaker comes first: a clause that is removed may begin where it is inserted.
  return planFor(fileOf(entry), entry.line, [], [...speaker, ...replacements]);
}

/** The message if an entry without a speaker would inherit one. */
export const NO_SPEAKER = "This card has no speaker and would inherit that of its new parent. Change it in the text.";

/**
 * Returns the replacement that adds a `by` clause to keep the speaker of an entry under another parent; none if it
 * needs no clause; undefined if it has no speaker and would inherit one, which no clause prevents.
 *
 * @param to the keyword of the entry after the edit
 */
export function speakerClause(
  entry: Entry,
  to: Keyword,
  parent: Entry | undefined,
): readonly SpanReplacement[] | undefined {
  if (entry.head.clauses.some(({ word }) => word === "by")) return [];
  const currentSpeakers = speakersOf(entry);
  const inherits = to === "reason" || to === "premise";
  const inheritedSpeakers = inherits && parent !== undefined ? speakersOf(parent) : [];
  if (
    inheritedSpeakers.length === currentSpeakers.length &&
    inheritedSpeakers.every((one, index) => one === currentSpeakers[index])
  )
    return [];
  if (currentSpeakers.length === 0) return undefined;
  return [makeSpeakerExplicit(entry)];
}

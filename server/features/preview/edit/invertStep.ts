import type { Entry } from "../../../core/language/entry.ts";
import { speakersOf, stepTargets } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { isStep, type Keyword, keywordRules, oppositeStep } from "../../../core/language/vocabulary.ts";
import { counted } from "../../../core/strings/english.ts";
import { notAllowedMessage, type StepKind } from "../../../core/tree/cardRules.ts";
import { invertStepWords, makeSpeakerExplicit } from "../../textEdits/headEdits.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";
import { type CardTarget, type EditPlan, planFor, rejectEdit, requireReadable } from "./editPlan.ts";

/** Converts a reason to an objection, or the other way round. Target and speaker stay the same. */
export function invertStepCard({ entry, parentEntry }: CardTarget): EditPlan {
  requireReadable(entry);
  const { keyword } = entry.head;
  if (!isStep(keyword)) return rejectEdit("Only a reason or an objection can be converted to the other.");
  const to = oppositeStep(keyword);
  const parentKeyword = entry.parent?.head.keyword;
  if (parentKeyword !== undefined && !keywordRules[to].allowedParents.includes(parentKeyword))
    rejectEdit(notAllowedMessage(to, parentKeyword));
  if (to === "reason" && parentEntry?.head.keyword === "question") rejectEdit(notAllowedMessage(to, "question"));
  requireInvertible(entry, parentEntry);
  return planFor(fileOf(entry), entry.line, [], inversionReplacements(entry, to, entry.parent));
}

/** @throws {UserError} if the step also bears on other entries than that of its parent card */
export function requireInvertible(entry: Entry, parentEntry: Entry | undefined): void {
  const otherTargetCount = stepTargets(entry).filter((one) => one !== parentEntry).length;
  if (otherTargetCount === 0 || parentEntry === undefined) return;
  const otherTargets = counted(otherTargetCount, "other entry", "other entries");
  rejectEdit(`This ${entry.head.keyword} also applies to ${otherTargets}. Convert it in the text.`);
}

/**
 * The replacements that invert a step and keep its speaker.
 *
 * @throws {UserError} if a step without a speaker would inherit one
 */
function inversionReplacements(entry: Entry, to: StepKind, parent: Entry | undefined): readonly SpanReplacement[] {
  return [...invertStepWords(entry, to), ...(speakerClause(entry, to, parent) ?? rejectEdit(NO_SPEAKER))];
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

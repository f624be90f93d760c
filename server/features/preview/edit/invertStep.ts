import type { Entry } from "../../../core/language/entry.ts";
import { heldBy, targetsOf } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { isStep, type Keyword, rules, withArticle } from "../../../core/language/vocabulary.ts";
import type { Step } from "../../../core/tree/cardRules.ts";
import { inheritedSpeakers } from "../../textEdits/freshNames.ts";
import type { Words } from "../../textEdits/newLines.ts";
import { turned } from "./clauseEdits.ts";
import { type Chosen, mustBeRead, type Plan, planFor, refuse } from "./editPlan.ts";

/** A reason becomes an objection to the same, and the other way round. Who gives it stays who gives it. */
export function turning({ entry, above }: Chosen): Plan {
  mustBeRead(entry);
  const { keyword } = entry.head;
  if (!isStep(keyword)) return refuse("Only a reason or an objection can turn into the other.");
  const to = keyword === "reason" ? "objection" : "reason";
  const over = entry.parent?.head.keyword;
  if (over !== undefined && !rules[to].under.includes(over)) refuse(`A ${to} cannot stand under ${withArticle(over)}.`);
  if (to === "reason" && above?.head.keyword === "question") refuse("A reason cannot be for a question.");
  mayTurn(entry, above);
  return planFor(fileOf(entry), entry.line, [], wordsTo(entry, to, entry.parent));
}

/** @throws Refused where it bears on more than what it is seen under, which would turn too */
export function mayTurn(entry: Entry, above: Entry | undefined): void {
  const others = targetsOf(entry).filter((one) => one !== above).length;
  if (others === 0 || above === undefined) return;
  const rest = others === 1 ? "something else" : `${others} other entries`;
  refuse(`This ${entry.head.keyword} also bears on ${rest}, where it would turn too. Change it in the text.`);
}

/**
 * The words that make a step what it is to be under an entry, or at the top level, and let it be by whom it is by.
 *
 * @throws Refused where it would come to be somebody's, though it is nobody's
 */
function wordsTo(entry: Entry, to: Step, parent: Entry | undefined): readonly Words[] {
  return [...turned(entry, to), ...(speakersTo(entry, to, parent) ?? refuse(NOBODY))];
}

export const NOBODY =
  "It is nobody’s, and there it would be by whoever holds what it stands under. Change it in the text.";

/** The clause that says whose an entry is where it is to stand; none where it need not say it; undefined where it cannot. */
export function speakersTo(entry: Entry, to: Keyword, parent: Entry | undefined): readonly Words[] | undefined {
  const { head, line } = entry;
  if (head.clauses.some(({ word }) => word === "by")) return [];
  const now = heldBy(entry);
  const inherits = to === "reason" || to === "premise";
  const then = inherits && parent !== undefined ? heldBy(parent) : [];
  if (then.length === now.length && then.every((one, index) => one === now[index])) return [];
  if (now.length === 0) return undefined;
  const end = head.name?.end ?? head.start + head.keyword.length;
  return [{ line, start: end, end, text: inheritedSpeakers(entry) }];
}

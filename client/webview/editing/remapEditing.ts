/** What is being changed, for a tree of the same map whose cards may have other identities: of a server that has started anew. Pure. */
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { soleSuccessors } from "../state/cardKeys.ts";
import type { Draft } from "./draft.ts";
import type { Editing } from "./editingState.ts";
import type { Action, Wish } from "./editRequest.ts";

/** What is under way at cards that are gone, or are no longer told apart, keeps their identity: nobody finds that any more. */
export function carried(editing: Editing, before: Tree, after: Tree): Editing {
  const { draft, sent, waiting, moving, question } = editing;
  const successor = soleSuccessors(before, after);
  const same = (card: CardId): CardId => successor(card) ?? card;
  /** What is written and what is handed in of it are the same. */
  const drafts = new Map<Draft, Draft>();
  const written = (one: Draft | undefined): Draft | undefined => {
    if (one === undefined) return undefined;
    const next = drafts.get(one) ?? movedTo(one, same);
    drafts.set(one, next);
    return next;
  };
  const wish = <W extends Wish>(one: W): W => ({
    ...one,
    card: same(one.card),
    action: actionOn(one.action, same),
    draft: written(one.draft),
  });
  return {
    ...editing,
    draft: written(draft),
    sent: sent && wish(sent),
    waiting: waiting.map(wish),
    moving: moving && same(moving),
    // Versions are counted anew: what the user agrees to has to be asked again.
    question: question && { ...question, card: same(question.card), version: undefined },
  };
}

const movedTo = (draft: Draft, same: (card: CardId) => CardId): Draft =>
  draft.of === "new" ? { ...draft, under: same(draft.under) } : { ...draft, card: same(draft.card) };

function actionOn(action: Action, same: (card: CardId) => CardId): Action {
  if (action.do === "move") return { ...action, to: same(action.to) };
  if (action.do !== "delete" || action.agreed === undefined) return action;
  return { ...action, agreed: { ...action.agreed, version: undefined } };
}

import { withExemptCard } from "../../../server/core/picture/explore.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { applyDraft, type Draft, draftCardId } from "../editing/draft.ts";
import { memoizeLast } from "./memoizeLast.ts";
import type { PageSession } from "./session.ts";

/** Returns the session to render: with the open draft in the tree, and its card fully visible whatever the filter. */
export function sessionWithDraft(session: PageSession): PageSession {
  const { tree, viewOptions, editing } = session;
  if (tree === undefined || editing.draft === undefined) return session;
  const editedCard = draftCardId(editing.draft);
  const openTexts = withOpenText(viewOptions.exploration.openTexts, editedCard);
  const filter = withExempt(viewOptions.exploration.filter, editedCard);
  return {
    ...session,
    tree: treeWithDraft(tree, editing.draft),
    viewOptions: { ...viewOptions, exploration: { ...viewOptions.exploration, openTexts, filter } },
  };
}

/** The text of a card whose draft is empty, so that the card is one line high. */
const ZERO_WIDTH_SPACE = "\u200b";

// The results are the same objects while nothing changes, so that the picture is not laid out again.
const treeWithDraft = memoizeLast((tree: Tree, draft: Draft) =>
  applyDraft(tree, draft.text.trim() === "" ? { ...draft, text: ZERO_WIDTH_SPACE } : draft),
);
const withOpenText = memoizeLast(
  (texts: ReadonlySet<CardId>, card: CardId): ReadonlySet<CardId> => new Set([...texts, card]),
);
const withExempt = memoizeLast(withExemptCard);

/** What the page knows of the map, and what follows from a message. Pure. */
import type { Card, CardId, Tree } from "../../server/language/tree.ts";
import { applyChange } from "../../server/tree/apply.ts";
import type { ToPage, ToPanel } from "../preview/messages.ts";

export interface Session {
  readonly tree: Tree | undefined;
  /** The version of the tree; undefined where a change was missed and the whole tree is on its way. */
  readonly version: number | undefined;
  /** The card under the editor's cursor. */
  readonly mark: CardId | undefined;
  /** Counts the maps that were shown, so that another one is seen from its beginning. */
  readonly map: number;
}

export const begun: Session = { tree: undefined, version: undefined, mark: undefined, map: 0 };

/** The session after a message, and what to answer. */
export function hear(session: Session, message: ToPage): { readonly session: Session; readonly say?: ToPanel } {
  switch (message.type) {
    case "tree": {
      const { tree, version } = message;
      const same = session.tree !== undefined && isSameMap(session.tree, tree);
      return { session: { ...session, tree, version, map: session.map + (same ? 0 : 1) } };
    }
    case "change": {
      if (session.tree === undefined || session.version === undefined) return { session };
      if (session.version !== message.from)
        return { session: { ...session, version: undefined }, say: { type: "again" } };
      const tree = applyChange(session.tree, message.change);
      return { session: { ...session, tree, version: message.to } };
    }
    case "mark":
      return { session: { ...session, mark: message.card ?? undefined } };
    default:
      return { session: message satisfies never };
  }
}

/**
 * Whether two whole trees are of one map: they share a card that says the same. A whole tree also comes after a missed
 * change, and the message does not name its map.
 */
function isSameMap(before: Tree, after: Tree): boolean {
  const said = new Map<CardId, Card>(before.cards.map((card) => [card.id, card]));
  return after.cards.some(({ id, text }) => text !== "" && said.get(id)?.text === text);
}

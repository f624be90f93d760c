/** What the page knows of the map, and what follows from a message. Pure. */
import type { CardId, Tree } from "../../server/language/tree.ts";
import { applyChange } from "../../server/tree/apply.ts";
import type { ToPage, ToPanel } from "../preview/messages.ts";

export interface Session {
  readonly tree: Tree | undefined;
  /** The version of the tree; undefined where a change was missed and the whole tree is on its way. */
  readonly version: number | undefined;
  /** The card under the editor's cursor. */
  readonly mark: CardId | undefined;
  /** The map on show; another one is seen from its beginning. */
  readonly map: string | undefined;
}

export const begun: Session = { tree: undefined, version: undefined, mark: undefined, map: undefined };

/** The session after a message, and what to answer. */
export function hear(session: Session, message: ToPage): { readonly session: Session; readonly say?: ToPanel } {
  switch (message.type) {
    case "tree": {
      const { tree, version, uri: map } = message;
      return { session: { ...session, tree, version, map } };
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
    case "export":
    case "do":
      // Acts on what is shown, not on what is known.
      return { session };
    default:
      return { session: message satisfies never };
  }
}

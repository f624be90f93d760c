/** What a key, or an item of the menu, does to a card. */

import { revealing } from "../../../server/core/picture/explore.ts";
import { type Addition, additionsTo, cannotStand } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { EditKey } from "../input/keyBindings.ts";
import type { Acting } from "../input/useCardActions.ts";
import { type Choice, toggled } from "../state/viewOptions.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { asLines } from "./draft.ts";
import { ask, write } from "./editingState.ts";
import { losing } from "./feedback.ts";
import type { Edit } from "./useEditing.tsx";

interface Given {
  readonly tree: Tree | undefined;
  readonly sight: Sight;
  readonly acting: Acting;
  readonly edit: Edit;
  readonly choose: (change: (choice: Choice) => Choice) => void;
  readonly dropsAt: (card: CardId, other: boolean) => boolean;
  readonly openMenu: (card: CardId) => void;
}

export type EditDeeds = Readonly<Record<EditKey, (card: CardId) => void>>;

export function editDeeds({ tree, sight, acting, edit, choose, dropsAt, openMenu }: Given): EditDeeds {
  /** The card that says what a card shows: itself, or the one that it refers to. */
  const shownBy = (id: CardId): Card | undefined => {
    const card = tree?.cards.find((one) => one.id === id);
    return card?.shows === undefined ? card : tree?.cards.find((one) => one.id === card.shows);
  };

  /** Lets the picture stay where it is around a card, and show it; `below`: with what is to be written under it. */
  function show(card: CardId, below: boolean): void {
    if (tree === undefined) return;
    sight.acted.current = card;
    choose((was) => {
      const seen = revealing(tree, was.exploration, card);
      if (!below) return { ...was, selected: card, exploration: seen };
      const folded = seen.folded.has(card) ? toggled(seen.folded, card) : seen.folded;
      return { ...was, selected: card, exploration: { ...seen, folded } };
    });
  }

  function addTo(id: CardId, what: Addition): void {
    const card = shownBy(id);
    if (card === undefined) return;
    if (!additionsTo(card.kind).includes(what)) {
      const why = cannotStand(what, card.kind);
      edit((now) => ({ editing: losing(now, why) }));
      return;
    }
    show(card.id, true);
    edit((now, seen) => write(now, seen, { of: "new", what, under: card.id, text: "" }));
  }

  return {
    reason: (id) => addTo(id, "reason"),
    objection: (id) => addTo(id, "objection"),
    premise: (id) => addTo(id, "premise"),
    assumption: (id) => addTo(id, "assumption"),
    claim: (id) => addTo(id, "claim"),
    question: (id) => addTo(id, "question"),
    write(id) {
      const card = shownBy(id);
      if (card === undefined) return;
      if (card.id !== id) acting.uncover(card.id);
      show(card.id, false);
      const draft = { of: "text", card: card.id, before: card.text, text: asLines(card.text) } as const;
      edit((now, seen) => write(now, seen, draft));
    },
    turn(id) {
      sight.acted.current = id;
      edit((now, seen) => ask(now, seen, { card: id, action: { do: "turn" } }));
    },
    move: (id) => edit((now) => ({ editing: { ...now, told: undefined, moving: now.moving === id ? undefined : id } })),
    moveTurned: (id) => void dropsAt(id, true),
    delete(id) {
      if (tree !== undefined) edit((now, seen) => ask(now, seen, { card: id, action: { do: "delete" } }));
    },
    menu: openMenu,
  };
}

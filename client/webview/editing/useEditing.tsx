/** All that changes the map from the picture: what starts it, and what of it is to be seen. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { besides } from "../input/focusFallback.ts";
import type { Acting } from "../input/useCardActions.ts";
import { elementOf } from "../picture/cardElements.ts";
import type { Drawing } from "../state/pictureCache.ts";
import type { Plot } from "../state/pictureIndex.ts";
import type { Session } from "../state/session.ts";
import type { Choice } from "../state/viewOptions.ts";
import { Aloud } from "../ui/liveRegion.tsx";
import type { Sight } from "../viewport/useViewport.ts";
import { type Moving, moveTo, movingOf, relation, shortened } from "./branchMove.ts";
import { Menu, type MenuAt } from "./contextMenu.tsx";
import { cardOf } from "./draft.ts";
import { Dragging, wordsOf } from "./dragBranch.tsx";
import { type EditDeeds, editDeeds } from "./editCommands.ts";
import {
  ask,
  commit,
  confirm,
  decline,
  type Editing,
  giveUp,
  isHandedIn,
  type Next,
  quieted,
  replace,
  typed,
  withoutLost,
} from "./editingState.ts";
import { Writing } from "./inlineEditor.tsx";
import { Asked, Lost, Notice, Notices } from "./notices.tsx";

/** Changes what is being edited, and draws that. */
export type Edit = (change: (editing: Editing, session: Session) => Next) => void;

interface Given {
  readonly session: Session;
  readonly drawing: Drawing;
  readonly sight: Sight;
  readonly acting: Acting;
  /** Undefined where nobody takes edits. */
  readonly edit: Edit | undefined;
  readonly choose: (change: (choice: Choice) => Choice) => void;
  /** The text that has come meanwhile for the card whose words are being written. */
  readonly newer: string | undefined;
}

export interface Changing extends Given {
  /** What a key or an item of the menu does to a card. */
  readonly deeds: EditDeeds | undefined;
  /** The branch that is being moved, by hand or by keys. */
  readonly aim: Moving | undefined;
  /** Puts the branch that the keys move under a card, where it can hang; false where they move none. */
  readonly dropsAt: (card: CardId, other: boolean) => boolean;
  /** Ends what is under way; false where nothing is. */
  readonly stop: () => boolean;
  readonly openMenu: (card: CardId, at?: MenuAt) => void;
  readonly menu: { readonly card: CardId; readonly at: MenuAt } | undefined;
  readonly closeMenu: () => void;
  readonly onAim: (moving: Moving | undefined) => void;
  readonly drop: (moving: Moving, target: CardId, other: boolean) => void;
}

export function useChanging(given: Given): Changing {
  const { session, sight, acting, edit, choose } = given;
  const { tree, editing } = session;
  const [menu, setMenu] = useState<Changing["menu"]>();
  const [aimed, setAimed] = useState<Moving>();
  const marked = useMemo(
    () => (tree === undefined || editing.moving === undefined ? undefined : movingOf(tree, editing.moving)),
    [tree, editing.moving],
  );
  const had = useRef(editing.draft);

  // The keys go back to the picture from where they were needed for writing.
  useLayoutEffect(() => {
    const before = had.current;
    had.current = editing.draft;
    if (before === undefined || editing.draft !== undefined || !document.hasFocus()) return;
    if (document.activeElement === document.body || document.activeElement === null) {
      acting.returnTo(session.choice.selected ?? cardOf(before));
    }
  }, [editing.draft]);

  const closeMenu = (): void => {
    setMenu(undefined);
    if (menu !== undefined) acting.returnTo(menu.card);
  };
  const drop = (moving: Moving, target: CardId, other: boolean): void => {
    const action = moveTo(moving, target, other);
    if (action !== undefined) {
      sight.acted.current = moving.card.id;
      edit?.((now, seen) => ask(now, seen, { card: moving.card.id, action }));
    }
  };

  const deeds = edit && editDeeds({ tree, sight, acting, edit, choose, dropsAt, openMenu });

  function dropsAt(card: CardId, other: boolean): boolean {
    if (marked === undefined) return false;
    if (marked.targets.has(card)) drop(marked, card, other);
    return true;
  }

  function openMenu(card: CardId, at?: MenuAt): void {
    if (edit === undefined) return;
    const box = elementOf(sight.surface.current, card)?.getBoundingClientRect();
    const beside = { x: (box?.left ?? 0) + 18, y: Math.min((box?.top ?? 0) + 30, innerHeight - 40) };
    choose((was) => ({ ...was, selected: card }));
    setMenu({ card, at: at ?? beside });
  }

  function stop(): boolean {
    if (menu !== undefined) closeMenu();
    else if (editing.moving !== undefined || editing.told !== undefined) {
      edit?.((now) => ({ editing: quieted(now) }));
    } else return false;
    return true;
  }

  return {
    ...given,
    deeds,
    aim: aimed ?? marked,
    dropsAt,
    stop,
    menu,
    openMenu,
    closeMenu,
    drop,
    onAim(moving) {
      setAimed(moving);
      // Nothing is drawn anew without a reason: this is also called while a new tree is being drawn.
      const isTold = editing.moving !== undefined || editing.told !== undefined;
      if (moving !== undefined && isTold) edit?.((now) => ({ editing: quieted(now) }));
    },
  };
}

interface ChangesProps {
  readonly changing: Changing;
  /** The card that the keys act on. */
  readonly current: PlacedCard | undefined;
}

/** What of the changes is to be seen over the picture. */
export function Changes({ changing, current }: ChangesProps) {
  const { session, drawing, sight, acting, edit, choose, newer, menu, deeds, aim } = changing;
  const { tree, editing } = session;
  const { plot } = drawing;
  if (edit === undefined || tree === undefined || deeds === undefined) return null;
  const { draft, told, lost, question } = editing;
  const written = draft && plot.card(cardOf(draft));
  const open = menu && tree.cards.find(({ id }) => id === menu.card);
  const above = open && tree.places.find(({ card }) => card === open.id)?.parent;
  const silence = (): void => edit((now) => ({ editing: quieted(now) }));
  const howTo = editing.moving === undefined || aim === undefined ? undefined : howToMove(aim, plot, current);
  return (
    <>
      <Dragging tree={tree} plot={plot} sight={sight} onAim={changing.onAim} onDrop={changing.drop} />
      {draft && written && (
        <Writing
          key={editing.begun}
          draft={draft}
          card={written}
          sight={sight}
          isSent={isHandedIn(editing)}
          newer={newer}
          onType={(text) => edit((now) => ({ editing: typed(now, text) }))}
          onCommit={() => edit(commit)}
          onReplace={() => edit(replace)}
          onGiveUp={() => edit(giveUp)}
        />
      )}
      {menu && open && (
        <Menu
          at={menu.at}
          card={open}
          above={tree.cards.find(({ id }) => id === above)?.kind}
          onChoose={(what) => {
            changing.closeMenu();
            deeds[what](open.id);
          }}
          onClose={changing.closeMenu}
        />
      )}
      <Aloud words={told ?? howTo ?? lost.at(-1) ?? ""} />
      <Notices>
        {lost.length > 0 && <Lost lost={lost} onClose={() => edit((now) => ({ editing: withoutLost(now) }))} />}
        {told !== undefined && <Notice words={told} onClose={silence} />}
        {howTo !== undefined && told === undefined && <Notice words={howTo} onClose={silence} />}
      </Notices>
      {question && (
        <Asked
          // Another question is another dialog, that begins with its first button.
          key={question.request}
          question={question}
          onYes={() => {
            const next = besides(tree, question.card);
            edit(confirm);
            if (next !== undefined) choose((was) => ({ ...was, selected: next }));
            acting.returnTo(next);
          }}
          onNo={() => {
            // One that has been answered meanwhile is not answered again.
            edit((now, seen) => (now.question?.request === question.request ? decline(now, seen) : { editing: now }));
            acting.returnTo(question.card);
          }}
        />
      )}
    </>
  );
}

/** What the keys would do with a branch that they have taken up. */
function howToMove(moving: Moving, plot: Plot, at: PlacedCard | undefined): string {
  const what = `Moving “${shortened(wordsOf(plot.card(moving.card.id), plot))}”`;
  if (at === undefined || moving.branch.has(at.id))
    return `${what} – go to the card that it is to hang on; Esc gives up`;
  const said = shortened(wordsOf(at, plot));
  const [kind, other] = moving.targets.get(at.id) ?? [];
  if (kind === undefined) return `${what} – it cannot hang on “${said}”`;
  const turned = other === undefined ? "" : ` · Alt+Enter: ${relation(other, at.face.card.kind).toLowerCase()} it`;
  return `${what} – Enter: ${relation(kind, at.face.card.kind).toLowerCase()} “${said}”${turned}`;
}

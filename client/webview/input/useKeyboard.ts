/** Listens to the keys, wherever in the page the user is. */
import { useEffect, useRef } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { cardIdAt } from "../picture/cardElements.ts";
import { isModal } from "../ui/modal.tsx";
import {
  type CardKey,
  cardKey,
  type EditKey,
  editKey,
  isDepth,
  isKey,
  keyOf,
  type PageKey,
  pageKey,
  type TextKey,
  textKey,
} from "./keyBindings.ts";

interface KeyDeeds {
  readonly pageDeeds: Readonly<Record<PageKey, () => void>>;
  readonly cardDeeds: Readonly<Record<CardKey, (card: CardId) => void>>;
  /** Undefined where nobody takes edits. */
  readonly editDeeds: Readonly<Record<EditKey, (card: CardId) => void>> | undefined;
  /** Takes back, or does again, what was last done in the text; undefined where there is none. */
  readonly takeBack: ((what: TextKey) => void) | undefined;
  readonly foldTo: (levels: number) => void;
  /** The card that the keys are for where none has the focus. */
  readonly current: () => CardId | undefined;
  /** Goes where a key leads; false where it leads nowhere. */
  readonly walk: (key: string, from: CardId) => boolean;
  /** Goes to a card whose text begins with what has been typed. */
  readonly type: (typed: string, from: CardId | undefined) => void;
}

/** Milliseconds after which a letter begins a new word. */
const pause = 1000;

export function useKeys(deeds: KeyDeeds): void {
  const newest = useRef(deeds);
  newest.current = deeds;
  useEffect(() => {
    let typed = { words: "", at: Number.NEGATIVE_INFINITY };

    /** What is being typed, if a key goes on with it or begins it: letters with the shift key, and what has nothing else to do. */
    function typing({ key, timeStamp, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
      if (ctrlKey || metaKey || altKey || [...key].length !== 1) return undefined;
      const isLetter = /\p{L}/u.test(key);
      const goesOn = timeStamp - typed.at < pause && typed.words !== "";
      const isShifted = isLetter ? key !== key.toLowerCase() : key === " " && shiftKey;
      const isTaken = isKey(key, newest.current.editDeeds !== undefined) && !isShifted;
      if (isTaken || !(goesOn || isLetter)) return undefined;
      const words = goesOn ? typed.words + key : key;
      typed = { words, at: timeStamp };
      return words;
    }

    function does(event: KeyboardEvent): boolean {
      const { pageDeeds, cardDeeds, editDeeds, takeBack, foldTo, current, walk, type } = newest.current;
      const key = keyOf(event);
      if (key === undefined) return false;
      const { target } = event;
      // What is shown before all else has keys of its own.
      if (isModal() || (target instanceof Element && target.closest("[role=menu]"))) return false;
      const deed = pageKey(key);
      if (isWriting(target)) {
        if (key !== "Ctrl+F" && key !== "Esc" && key !== "F3" && key !== "Shift+F3") return false;
        if (deed !== undefined) pageDeeds[deed]();
        return deed !== undefined;
      }
      const onCard = cardIdAt(target);
      const at = onCard ?? current();
      // A button has keys of its own.
      const isFree = onCard !== undefined || target === document.body || target === document.documentElement;
      const words = isFree ? typing(event) : undefined;
      if (words !== undefined) {
        type(words, at);
        return true;
      }
      if (deed !== undefined) {
        pageDeeds[deed]();
        return true;
      }
      const back = textKey(key);
      if (back !== undefined && takeBack !== undefined && isFree) {
        takeBack(back);
        return true;
      }
      if (at === undefined) return false;
      const done = cardKey(key);
      if (done !== undefined && (isFree || (key !== "Enter" && key !== " "))) {
        cardDeeds[done](at);
        return true;
      }
      const change = editKey(key);
      if (editDeeds !== undefined && change !== undefined && isFree) {
        editDeeds[change](at);
        return true;
      }
      if (isDepth(key)) {
        foldTo(Number(key));
        return true;
      }
      return isFree && walk(key, at);
    }

    const listen = (event: KeyboardEvent): void => {
      if ((!event.defaultPrevented || isUndoing(event)) && does(event)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** VS Code keeps the browser from undoing, for all pages; ours has nothing else that this could mean. */
const isUndoing = (event: KeyboardEvent): boolean => textKey(keyOf(event) ?? "") !== undefined;

/** Whether text or a choice is typed there. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Listens to the keys, wherever in the page the user is. */
import { useEffect, useRef } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { cardIdAt } from "../picture/cardElements.ts";
import { isModalOpen } from "../ui/modal.tsx";
import {
  type CardCommand,
  cardCommandFor,
  type EditCommand,
  editCommandFor,
  isBoundKey,
  isDepthKey,
  keyName,
  type PageCommand,
  pageCommandFor,
  type UndoCommand,
  undoCommandFor,
} from "./keyBindings.ts";

interface KeyHandlers {
  readonly pageCommands: Readonly<Record<PageCommand, () => void>>;
  readonly cardCommands: Readonly<Record<CardCommand, (card: CardId) => void>>;
  /** Undefined where nobody takes edits. */
  readonly editCommands: Readonly<Record<EditCommand, (card: CardId) => void>> | undefined;
  /** Takes back, or does again, what was last done in the text; undefined where there is none. */
  readonly undoRedo: ((command: UndoCommand) => void) | undefined;
  readonly foldToDepth: (depth: number) => void;
  /** The card that the keys are for where none has the focus. */
  readonly current: () => CardId | undefined;
  /** Goes where a key leads; false where it leads nowhere. */
  readonly navigate: (key: string, from: CardId) => boolean;
  /** Goes to a card whose text begins with what has been typed. */
  readonly goToTyped: (typed: string, from: CardId | undefined) => void;
}

/** Milliseconds after which a letter begins a new word. */
const TYPE_AHEAD_TIMEOUT = 1000;

export function useKeyboard(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    let typed = { words: "", at: Number.NEGATIVE_INFINITY };

    /** What is being typed, if a key goes on with it or begins it: letters with the shift key, and what has nothing else to do. */
    function typedPrefix({ key, timeStamp, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
      if (ctrlKey || metaKey || altKey || [...key].length !== 1) return undefined;
      const isLetter = /\p{L}/u.test(key);
      const isContinued = timeStamp - typed.at < TYPE_AHEAD_TIMEOUT && typed.words !== "";
      const isShifted = isLetter ? key !== key.toLowerCase() : key === " " && shiftKey;
      const isBound = isBoundKey(key, latest.current.editCommands !== undefined) && !isShifted;
      if (isBound || !(isContinued || isLetter)) return undefined;
      const words = isContinued ? typed.words + key : key;
      typed = { words, at: timeStamp };
      return words;
    }

    function handleKey(event: KeyboardEvent): boolean {
      const { pageCommands, cardCommands, editCommands, undoRedo, foldToDepth, current, navigate, goToTyped } =
        latest.current;
      const key = keyName(event);
      if (key === undefined) return false;
      const { target } = event;
      // What is shown before all else has keys of its own.
      if (isModalOpen() || (target instanceof Element && target.closest("[role=menu]"))) return false;
      const pageCommand = pageCommandFor(key);
      if (isTextField(target)) {
        if (key !== "Ctrl+F" && key !== "Esc" && key !== "F3" && key !== "Shift+F3") return false;
        if (pageCommand !== undefined) pageCommands[pageCommand]();
        return pageCommand !== undefined;
      }
      const cardAtTarget = cardIdAt(target);
      const currentCard = cardAtTarget ?? current();
      // A button has keys of its own.
      const isOutsideControls =
        cardAtTarget !== undefined || target === document.body || target === document.documentElement;
      const prefix = isOutsideControls ? typedPrefix(event) : undefined;
      if (prefix !== undefined) {
        goToTyped(prefix, currentCard);
        return true;
      }
      if (pageCommand !== undefined) {
        pageCommands[pageCommand]();
        return true;
      }
      const undoCommand = undoCommandFor(key);
      if (undoCommand !== undefined && undoRedo !== undefined && isOutsideControls) {
        undoRedo(undoCommand);
        return true;
      }
      if (currentCard === undefined) return false;
      const cardCommand = cardCommandFor(key);
      if (cardCommand !== undefined && (isOutsideControls || (key !== "Enter" && key !== " "))) {
        cardCommands[cardCommand](currentCard);
        return true;
      }
      const editCommand = editCommandFor(key);
      if (editCommands !== undefined && editCommand !== undefined && isOutsideControls) {
        editCommands[editCommand](currentCard);
        return true;
      }
      if (isDepthKey(key)) {
        foldToDepth(Number(key));
        return true;
      }
      return isOutsideControls && navigate(key, currentCard);
    }

    const onKeyDown = (event: KeyboardEvent): void => {
      if ((!event.defaultPrevented || isUndoKey(event)) && handleKey(event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** VS Code keeps the browser from undoing, for all pages; ours has nothing else that this could mean. */
const isUndoKey = (event: KeyboardEvent): boolean => undoCommandFor(keyName(event) ?? "") !== undefined;

/** Whether text or a choice is typed there. */
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

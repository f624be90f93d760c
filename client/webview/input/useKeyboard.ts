import { useLayoutEffect } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { cardIdAt } from "../picture/cardElements.ts";
import { isModalOpen } from "../ui/modal.tsx";
import { useLatest } from "../ui/useLatest.ts";
import {
  type CardCommand,
  cardCommandFor,
  type EditCommand,
  editCommandFor,
  isBoundKey,
  isDepthKey,
  keyName,
  type PageAbilities,
  type PageCommand,
  pageCommandFor,
  type UndoCommand,
  undoCommandFor,
} from "./keyBindings.ts";

interface KeyHandlers {
  readonly pageCommands: Readonly<Record<PageCommand, () => void>>;
  readonly cardCommands: Readonly<Record<CardCommand, (card: CardId) => void>>;
  /** Undefined if the map cannot be edited. */
  readonly editCommands: Readonly<Record<EditCommand, (card: CardId) => void>> | undefined;
  /** Undoes or redoes in the editor; undefined if there is no editor. */
  readonly undoRedo: ((command: UndoCommand) => void) | undefined;
  readonly abilities: PageAbilities;
  readonly foldToDepth: (depth: number) => void;
  /** Returns the card that the keys act on if no card has the focus. */
  readonly current: () => CardId | undefined;
  /** Navigates by a key; false if the key does nothing at this card. */
  readonly navigate: (key: string, from: CardId) => boolean;
  /** Selects the next card whose text starts with the typed letters. */
  readonly goToTyped: (typed: string, from: CardId | undefined) => void;
}

/** Milliseconds after which a letter starts a new search by first letters. */
const TYPE_AHEAD_TIMEOUT = 1000;

/** Handles all keys of the page except those in dialogs, menus and text fields. */
export function useKeyboard(handlers: KeyHandlers): void {
  const latest = useLatest(handlers);
  // Not `useEffect`, which would run after the first drawing, when the user may already have pressed a key.
  useLayoutEffect(() => {
    let typed = { prefix: "", at: Number.NEGATIVE_INFINITY };

    /**
     * Returns the letters typed so far for the search by first letters, including this key; undefined if the key is not
     * part of it. Shift with a letter always is; a key without Shift only if it has no other function.
     */
    function typedPrefix({ key, timeStamp, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
      if (ctrlKey || metaKey || altKey || [...key].length !== 1) return undefined;
      const isLetter = /\p{L}/u.test(key);
      const isContinued = timeStamp - typed.at < TYPE_AHEAD_TIMEOUT && typed.prefix !== "";
      const isShifted = isLetter ? key !== key.toLowerCase() : key === " " && shiftKey;
      const isBound = isBoundKey(key, latest.current.abilities) && !isShifted;
      if (isBound || !(isContinued || isLetter)) return undefined;
      const prefix = isContinued ? typed.prefix + key : key;
      typed = { prefix, at: timeStamp };
      return prefix;
    }

    /** Runs the command of a key; false if the key has none here. */
    function handleKey(event: KeyboardEvent): boolean {
      const { pageCommands, cardCommands, editCommands, undoRedo, foldToDepth, current, navigate, goToTyped } =
        latest.current;
      const key = keyName(event);
      if (key === undefined) return false;
      const { target } = event;
      // A dialog and a menu handle their own keys.
      if (isModalOpen() || (target instanceof Element && target.closest("[role=menu]"))) return false;
      const pageCommand = pageCommandFor(key);
      if (isTextField(target)) {
        if (key !== "Ctrl+F" && key !== "Esc" && key !== "F3" && key !== "Shift+F3") return false;
        if (pageCommand !== undefined) pageCommands[pageCommand]();
        return pageCommand !== undefined;
      }
      const cardAtTarget = cardIdAt(target);
      const currentCard = cardAtTarget ?? current();
      // A focused button handles its own keys.
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

/** VS Code prevents the default of undo and redo in every webview, so `defaultPrevented` says nothing about these keys. */
const isUndoKey = (event: KeyboardEvent): boolean => undoCommandFor(keyName(event) ?? "") !== undefined;

/** Whether the target takes typed text or selects an option by typing. */
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

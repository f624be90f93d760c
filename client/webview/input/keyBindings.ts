/** The keys of the page, in one table that the help shows. */
import type { AddableKind } from "../../../server/core/tree/cardRules.ts";

/** What a key does wherever in the page the user is, but where text is typed. */
export type PageCommand =
  | "find"
  | "next"
  | "previous"
  | "filter"
  | "zoomIn"
  | "zoomOut"
  | "fit"
  | "help"
  | "close"
  | "shape"
  | "direction"
  | "legend"
  | "unfoldAll";
/** What a key does to the card at which the user is. */
export type CardCommand = "open" | "fold" | "focus" | "entry" | "quotes";

/** What a key does to change the map by way of the card at which the user is, where somebody takes edits. */
export type EditCommand = AddableKind | "write" | "turn" | "move" | "moveTurned" | "delete" | "menu";

/** What a key does in the text, wherever in the picture the user is, though it be empty by now. */
export type UndoCommand = "undo" | "redo";

interface KeyBinding<Name> {
  readonly command: Name;
  readonly keys: readonly string[];
  readonly description: string;
}

const defineBindings = <Name extends string>(...bindings: readonly KeyBinding<Name>[]): readonly KeyBinding<Name>[] =>
  bindings;

export const cardKeyBindings = defineBindings<CardCommand>(
  { command: "open", keys: ["Enter"], description: "Go to the text" },
  { command: "fold", keys: [" "], description: "Fold or unfold the branch" },
  { command: "focus", keys: ["f"], description: "Show this branch alone" },
  { command: "entry", keys: ["i"], description: "Show the whole entry" },
  { command: "quotes", keys: ["q"], description: "Show its quotes" },
);

export const editKeyBindings = defineBindings<EditCommand>(
  { command: "reason", keys: ["r"], description: "Add a reason" },
  { command: "objection", keys: ["o"], description: "Add an objection" },
  { command: "premise", keys: ["p"], description: "Add a premise" },
  { command: "assumption", keys: ["a"], description: "Add an assumption" },
  { command: "claim", keys: ["c"], description: "Add an answer" },
  { command: "question", keys: ["u"], description: "Add a question" },
  { command: "write", keys: ["F2", "e"], description: "Edit the text" },
  { command: "turn", keys: ["x"], description: "Reason ↔ objection" },
  { command: "move", keys: ["m"], description: "Move; Enter puts it there" },
  { command: "moveTurned", keys: ["Alt+Enter"], description: "Put it there, turned" },
  { command: "delete", keys: ["Delete", "Backspace"], description: "Delete the branch" },
  { command: "menu", keys: ["Shift+F10", "ContextMenu"], description: "All of this in a menu" },
);

export const undoKeyBindings = defineBindings<UndoCommand>(
  { command: "undo", keys: ["Ctrl+Z"], description: "Undo in the text" },
  { command: "redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], description: "Redo in the text" },
);

export const pageKeyBindings = defineBindings<PageCommand>(
  { command: "find", keys: ["/", "Ctrl+F"], description: "Find" },
  { command: "next", keys: ["F3"], description: "Next found" },
  { command: "previous", keys: ["Shift+F3"], description: "Previous found" },
  { command: "filter", keys: ["s"], description: "Filter" },
  { command: "unfoldAll", keys: ["*"], description: "Unfold all" },
  { command: "shape", keys: ["t"], description: "Tree or outline" },
  { command: "direction", keys: ["d"], description: "Tree to the right or down" },
  { command: "legend", keys: ["l"], description: "Legend" },
  { command: "zoomIn", keys: ["+"], description: "Zoom in" },
  { command: "zoomOut", keys: ["-"], description: "Zoom out" },
  { command: "fit", keys: ["0"], description: "Fit the picture; again: its width" },
  { command: "help", keys: ["?"], description: "These keys" },
  { command: "close", keys: ["Esc"], description: "Close what is open; leave the branch" },
);

/** Keys that are no single deed, for the help. */
export const navigationKeyBindings: readonly KeyBinding<undefined>[] = [
  { command: undefined, keys: ["←", "→", "↑", "↓"], description: "Walk from card to card" },
  { command: undefined, keys: ["Home", "End"], description: "First and last card" },
  { command: undefined, keys: ["1", "…", "9"], description: "Fold to so many levels" },
  { command: undefined, keys: ["Shift+A", "…", "Z"], description: "Go to a card that begins so" },
];

const ctrlChords: ReadonlySet<string> = new Set(["Ctrl+F", ...undoKeyBindings.flatMap(({ keys }) => keys)]);

/** A key as the table calls it. */
export function keyName({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey) return key === "Enter" ? "Alt+Enter" : undefined;
  if (ctrlKey || metaKey) {
    const chord = `Ctrl+${shiftKey ? "Shift+" : ""}${key.toUpperCase()}`;
    return ctrlChords.has(chord) ? chord : undefined;
  }
  if (key === "=") return "+";
  if (key === "Escape") return "Esc";
  // Of signs and letters the shift key is a part; of named keys it makes other ones.
  if (shiftKey && (key === "F3" || key === "F10")) return `Shift+${key}`;
  return key;
}

const commandLookup =
  <Name>(bindings: readonly KeyBinding<Name>[]) =>
  (key: string): Name | undefined =>
    bindings.find(({ keys }) => keys.includes(key))?.command;
export const pageCommandFor = commandLookup(pageKeyBindings);
export const editCommandFor = commandLookup(editKeyBindings);
export const cardCommandFor = commandLookup(cardKeyBindings);
export const undoCommandFor = commandLookup(undoKeyBindings);

/** What folds to as many levels as it says. */
export const isDepthKey = (key: string): boolean => /^[1-9]$/.test(key);

/** Whether a key does something by itself; `edits`: also where somebody takes edits. */
export const isBoundKey = (key: string, canEdit: boolean): boolean =>
  (pageCommandFor(key) ?? cardCommandFor(key) ?? (canEdit ? editCommandFor(key) : undefined)) !== undefined ||
  isDepthKey(key);

/** How a key is written for the user. */
export const keyLabel = (key: string): string =>
  key === " " ? "Space" : key === "Delete" ? "Del" : key === "ContextMenu" ? "Menu" : key;

/** The key bindings of the page. The help and the tooltips show them. */
import type { AddableKind } from "../../../server/core/tree/cardRules.ts";

/** Commands whose keys work everywhere in the page except in text fields. */
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

/** Commands whose keys act on the current card. */
export type CardCommand = "open" | "fold" | "focus" | "entry" | "quotes";

/** Commands that edit the map at the current card, if the map can be edited. */
export type EditCommand = AddableKind | "editText" | "convert" | "move" | "dropConverted" | "delete" | "menu";

/** Commands that act on the editor. Their keys work everywhere in the picture, even if the map is empty. */
export type UndoCommand = "undo" | "redo";

interface KeyBinding<Name> {
  readonly command: Name;
  readonly keys: readonly string[];
  readonly description: string;
}

const defineBindings = <Name extends string>(...bindings: readonly KeyBinding<Name>[]): readonly KeyBinding<Name>[] =>
  bindings;

/** Keys that act on the current card. */
export const cardKeyBindings = defineBindings<CardCommand>(
  { command: "open", keys: ["Enter"], description: "Open in editor" },
  { command: "fold", keys: [" "], description: "Fold or unfold branch" },
  { command: "focus", keys: ["f"], description: "Focus on branch" },
  { command: "entry", keys: ["i"], description: "Show entry details" },
  { command: "quotes", keys: ["q"], description: "Show quotes" },
);

/** Keys that edit the map. The context menu shows the first key of each. */
export const editKeyBindings = defineBindings<EditCommand>(
  { command: "reason", keys: ["r"], description: "Add reason" },
  { command: "objection", keys: ["o"], description: "Add objection" },
  { command: "premise", keys: ["p"], description: "Add premise" },
  { command: "assumption", keys: ["a"], description: "Add assumption" },
  { command: "claim", keys: ["c"], description: "Add answer" },
  { command: "question", keys: ["u"], description: "Add question" },
  { command: "editText", keys: ["F2", "e"], description: "Edit text" },
  { command: "convert", keys: ["x"], description: "Convert to an objection or a reason" },
  { command: "move", keys: ["m"], description: "Move to…; Enter to drop the branch" },
  { command: "dropConverted", keys: ["Alt+Enter"], description: "Drop as the opposite kind" },
  { command: "delete", keys: ["Delete", "Backspace"], description: "Delete branch" },
  { command: "menu", keys: ["Shift+F10", "ContextMenu"], description: "Open context menu" },
);

/** Keys that the page passes on to the editor. */
export const undoKeyBindings = defineBindings<UndoCommand>(
  { command: "undo", keys: ["Ctrl+Z"], description: "Undo" },
  { command: "redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], description: "Redo" },
);

/** Keys that need no current card. */
export const pageKeyBindings = defineBindings<PageCommand>(
  { command: "find", keys: ["/", "Ctrl+F"], description: "Find" },
  { command: "next", keys: ["F3"], description: "Next match" },
  { command: "previous", keys: ["Shift+F3"], description: "Previous match" },
  { command: "filter", keys: ["s"], description: "Filter" },
  { command: "unfoldAll", keys: ["*"], description: "Unfold all branches" },
  { command: "shape", keys: ["t"], description: "Show as tree or outline" },
  { command: "direction", keys: ["d"], description: "Lay out top to bottom or left to right" },
  { command: "legend", keys: ["l"], description: "Toggle legend" },
  { command: "zoomIn", keys: ["+"], description: "Zoom in" },
  { command: "zoomOut", keys: ["-"], description: "Zoom out" },
  { command: "fit", keys: ["0"], description: "Zoom to fit; again: fill the window" },
  { command: "help", keys: ["?"], description: "Keyboard shortcuts" },
  { command: "close", keys: ["Esc"], description: "Close or cancel; leave focused branch" },
);

/** The navigation keys, for the help only: `navigateByKey` and `typeAhead` handle them. */
export const navigationKeyBindings: readonly KeyBinding<undefined>[] = [
  { command: undefined, keys: ["←", "→", "↑", "↓"], description: "Move between cards" },
  { command: undefined, keys: ["Home", "End"], description: "First and last card" },
  { command: undefined, keys: ["1", "…", "9"], description: "Fold to level" },
  { command: undefined, keys: ["Shift+A", "…", "Z"], description: "Go to card by first letters" },
];

const ctrlChords: ReadonlySet<string> = new Set(["Ctrl+F", ...undoKeyBindings.flatMap(({ keys }) => keys)]);

/** Returns the name of a pressed key as in the bindings; undefined for a combination that is never bound. */
export function keyName({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): string | undefined {
  if (altKey) return key === "Enter" ? "Alt+Enter" : undefined;
  if (ctrlKey || metaKey) {
    const chord = `Ctrl+${shiftKey ? "Shift+" : ""}${key.toUpperCase()}`;
    return ctrlChords.has(chord) ? chord : undefined;
  }
  if (key === "=") return "+";
  if (key === "Escape") return "Esc";
  // In `key`, a character already includes the effect of Shift; a named key does not.
  if (shiftKey && (key === "F3" || key === "F10")) return `Shift+${key}`;
  return key;
}

const commandLookup =
  <Name>(bindings: readonly KeyBinding<Name>[]) =>
  (key: string): Name | undefined =>
    bindings.find(({ keys }) => keys.includes(key))?.command;
// Each of these returns the command that a key, by its name, is bound to; undefined if it is not bound.
export const pageCommandFor = commandLookup(pageKeyBindings);
export const editCommandFor = commandLookup(editKeyBindings);
export const cardCommandFor = commandLookup(cardKeyBindings);
export const undoCommandFor = commandLookup(undoKeyBindings);

/** Whether the key is a digit that sets the number of visible levels. */
export const isDepthKey = (key: string): boolean => /^[1-9]$/.test(key);

/** Whether a key is bound to a command, including the edit commands if the map can be edited. */
export const isBoundKey = (key: string, canEdit: boolean): boolean =>
  (pageCommandFor(key) ?? cardCommandFor(key) ?? (canEdit ? editCommandFor(key) : undefined)) !== undefined ||
  isDepthKey(key);

/** Returns the label of a key for the user. */
export const keyLabel = (key: string): string =>
  key === " " ? "Space" : key === "Delete" ? "Del" : key === "ContextMenu" ? "Menu" : key;

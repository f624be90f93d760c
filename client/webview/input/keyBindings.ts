/** The keys of the page, in one table that the help shows. */
import type { Addition } from "../../../server/core/tree/cardRules.ts";

/** What a key does wherever in the page the user is, but where text is typed. */
export type PageKey =
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
export type CardKey = "open" | "fold" | "focus" | "entry" | "quotes";

/** What a key does to change the map by way of the card at which the user is, where somebody takes edits. */
export type EditKey = Addition | "write" | "turn" | "move" | "moveTurned" | "delete" | "menu";

/** What a key does in the text, wherever in the picture the user is, though it be empty by now. */
export type TextKey = "undo" | "redo";

interface Named<Name> {
  readonly name: Name;
  readonly keys: readonly string[];
  readonly words: string;
}

const group = <Name extends string>(...list: readonly Named<Name>[]): readonly Named<Name>[] => list;

export const cardKeys = group<CardKey>(
  { name: "open", keys: ["Enter"], words: "Go to the text" },
  { name: "fold", keys: [" "], words: "Fold or unfold the branch" },
  { name: "focus", keys: ["f"], words: "Show this branch alone" },
  { name: "entry", keys: ["i"], words: "Show the whole entry" },
  { name: "quotes", keys: ["q"], words: "Show its quotes" },
);

export const editKeys = group<EditKey>(
  { name: "reason", keys: ["r"], words: "Add a reason" },
  { name: "objection", keys: ["o"], words: "Add an objection" },
  { name: "premise", keys: ["p"], words: "Add a premise" },
  { name: "assumption", keys: ["a"], words: "Add an assumption" },
  { name: "claim", keys: ["c"], words: "Add an answer" },
  { name: "question", keys: ["u"], words: "Add a question" },
  { name: "write", keys: ["F2", "e"], words: "Edit the text" },
  { name: "turn", keys: ["x"], words: "Reason ↔ objection" },
  { name: "move", keys: ["m"], words: "Move; Enter puts it there" },
  { name: "moveTurned", keys: ["Alt+Enter"], words: "Put it there, turned" },
  { name: "delete", keys: ["Delete", "Backspace"], words: "Delete the branch" },
  { name: "menu", keys: ["Shift+F10", "ContextMenu"], words: "All of this in a menu" },
);

export const textKeys = group<TextKey>(
  { name: "undo", keys: ["Ctrl+Z"], words: "Undo in the text" },
  { name: "redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], words: "Redo in the text" },
);

export const pageKeys = group<PageKey>(
  { name: "find", keys: ["/", "Ctrl+F"], words: "Find" },
  { name: "next", keys: ["F3"], words: "Next found" },
  { name: "previous", keys: ["Shift+F3"], words: "Previous found" },
  { name: "filter", keys: ["s"], words: "Filter" },
  { name: "unfoldAll", keys: ["*"], words: "Unfold all" },
  { name: "shape", keys: ["t"], words: "Tree or outline" },
  { name: "direction", keys: ["d"], words: "Tree to the right or down" },
  { name: "legend", keys: ["l"], words: "Legend" },
  { name: "zoomIn", keys: ["+"], words: "Zoom in" },
  { name: "zoomOut", keys: ["-"], words: "Zoom out" },
  { name: "fit", keys: ["0"], words: "Fit the picture; again: its width" },
  { name: "help", keys: ["?"], words: "These keys" },
  { name: "close", keys: ["Esc"], words: "Close what is open; leave the branch" },
);

/** Keys that are no single deed, for the help. */
export const otherKeys: readonly Named<undefined>[] = [
  { name: undefined, keys: ["←", "→", "↑", "↓"], words: "Walk from card to card" },
  { name: undefined, keys: ["Home", "End"], words: "First and last card" },
  { name: undefined, keys: ["1", "…", "9"], words: "Fold to so many levels" },
  { name: undefined, keys: ["Shift+A", "…", "Z"], words: "Go to a card that begins so" },
];

const withCtrl: ReadonlySet<string> = new Set(["Ctrl+F", ...textKeys.flatMap(({ keys }) => keys)]);

/** A key as the table calls it. */
export function keyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey) return key === "Enter" ? "Alt+Enter" : undefined;
  if (ctrlKey || metaKey) {
    const held = `Ctrl+${shiftKey ? "Shift+" : ""}${key.toUpperCase()}`;
    return withCtrl.has(held) ? held : undefined;
  }
  if (key === "=") return "+";
  if (key === "Escape") return "Esc";
  // Of signs and letters the shift key is a part; of named keys it makes other ones.
  if (shiftKey && (key === "F3" || key === "F10")) return `Shift+${key}`;
  return key;
}

const named =
  <Name>(table: readonly Named<Name>[]) =>
  (key: string): Name | undefined =>
    table.find(({ keys }) => keys.includes(key))?.name;
export const pageKey = named(pageKeys);
export const editKey = named(editKeys);
export const cardKey = named(cardKeys);
export const textKey = named(textKeys);

/** What folds to as many levels as it says. */
export const isDepth = (key: string): boolean => /^[1-9]$/.test(key);

/** Whether a key does something by itself; `edits`: also where somebody takes edits. */
export const isKey = (key: string, edits: boolean): boolean =>
  (pageKey(key) ?? cardKey(key) ?? (edits ? editKey(key) : undefined)) !== undefined || isDepth(key);

/** How a key is written for the user. */
export const keyWords = (key: string): string =>
  key === " " ? "Space" : key === "Delete" ? "Del" : key === "ContextMenu" ? "Menu" : key;

/** The key bindings of the page. The help and the tooltips show them. */

import type { AddableKind } from "../../../server/core/tree/cardRules.ts";
import { messages } from "../messages/messages.ts";

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
  | "table"
  | "direction"
  | "automatic"
  | "legend"
  | "weigh"
  | "unfoldAll";

/** Commands whose keys act on the current card. */
export type CardCommand = "open" | "fold" | "focus" | "entry" | "quotes" | "suppose";

/** Commands that edit the map at the current card, if the map can be edited. */
export type EditCommand =
  | AddableKind
  | "objectToStep"
  | "editText"
  | "convert"
  | "move"
  | "dropConverted"
  | "delete"
  | "menu";

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
  { command: "open", keys: ["Enter"], description: messages.keys.open },
  { command: "fold", keys: [" "], description: messages.keys.fold },
  { command: "focus", keys: ["f"], description: messages.keys.focus },
  { command: "entry", keys: ["i"], description: messages.keys.entry },
  { command: "quotes", keys: ["q"], description: messages.keys.quotes },
  { command: "suppose", keys: ["h"], description: messages.keys.suppose },
);

/** Keys that edit the map. The context menu shows the first key of each. */
export const editKeyBindings = defineBindings<EditCommand>(
  { command: "reason", keys: ["r"], description: messages.keys.reason },
  { command: "objection", keys: ["o"], description: messages.keys.objection },
  { command: "premise", keys: ["p"], description: messages.keys.premise },
  { command: "assumption", keys: ["a"], description: messages.keys.assumption },
  { command: "claim", keys: ["c"], description: messages.keys.claim },
  { command: "question", keys: ["u"], description: messages.keys.question },
  { command: "editText", keys: ["F2", "e"], description: messages.keys.editText },
  { command: "convert", keys: ["x"], description: messages.keys.convert },
  { command: "move", keys: ["m"], description: messages.keys.move },
  { command: "dropConverted", keys: ["Alt+Enter"], description: messages.keys.dropConverted },
  { command: "delete", keys: ["Delete", "Backspace"], description: messages.keys.delete },
  { command: "menu", keys: ["Shift+F10", "ContextMenu"], description: messages.keys.menu },
);

/** Keys that the page passes on to the editor. */
export const undoKeyBindings = defineBindings<UndoCommand>(
  { command: "undo", keys: ["Ctrl+Z"], description: messages.keys.undo },
  { command: "redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], description: messages.keys.redo },
);

/** Keys that need no current card. */
export const pageKeyBindings = defineBindings<PageCommand>(
  { command: "find", keys: ["/", "Ctrl+F"], description: messages.keys.find },
  { command: "next", keys: ["F3"], description: messages.keys.next },
  { command: "previous", keys: ["Shift+F3"], description: messages.keys.previous },
  { command: "filter", keys: ["s"], description: messages.keys.filter },
  { command: "unfoldAll", keys: ["*"], description: messages.keys.unfoldAll },
  { command: "shape", keys: ["t"], description: messages.keys.shape },
  { command: "table", keys: ["b"], description: messages.keys.table },
  { command: "direction", keys: ["d"], description: messages.keys.direction },
  { command: "automatic", keys: ["v"], description: messages.keys.automatic },
  { command: "legend", keys: ["l"], description: messages.keys.legend },
  { command: "weigh", keys: ["w"], description: messages.keys.weigh },
  { command: "zoomIn", keys: ["+"], description: messages.keys.zoomIn },
  { command: "zoomOut", keys: ["-"], description: messages.keys.zoomOut },
  { command: "fit", keys: ["0"], description: messages.keys.fit },
  { command: "help", keys: ["?"], description: messages.keys.help },
  { command: "close", keys: ["Esc"], description: messages.keys.close },
);

/** Descriptions of clicks, for the help only: `createCardClicks` handles them. */
export const clickBindings: readonly KeyBinding<undefined>[] = [
  { command: undefined, keys: [messages.help.click], description: messages.keys.click },
  { command: undefined, keys: [messages.help.clickAgain], description: messages.keys.clickAgain },
  { command: undefined, keys: [messages.help.doubleClick], description: messages.keys.doubleClick },
];

/** The navigation keys, for the help only: `navigateByKey` and `typeAhead` handle them. */
export const navigationKeyBindings: readonly KeyBinding<undefined>[] = [
  { command: undefined, keys: ["←", "→", "↑", "↓"], description: messages.keys.moveBetweenCards },
  { command: undefined, keys: ["Home", "End"], description: messages.keys.firstAndLast },
  { command: undefined, keys: ["1", "…", "9"], description: messages.keys.foldToLevel },
  { command: undefined, keys: ["Shift+A", "…", "Z"], description: messages.keys.firstLetters },
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

/** What a page can do. An exported page edits nothing; it shows what stands if that was exported. */
export interface PageAbilities {
  readonly canEdit: boolean;
  readonly canWeigh: boolean;
}

/** Whether a page has a command. One without an editor has no server either. */
export const hasCommand = (command: PageCommand | CardCommand, { canEdit, canWeigh }: PageAbilities): boolean =>
  canEdit || (command === "weigh" ? canWeigh : command !== "suppose" && command !== "table");

/** Whether a key is bound to a command that the page has. */
export function isBoundKey(key: string, abilities: PageAbilities): boolean {
  const command = pageCommandFor(key) ?? cardCommandFor(key);
  if (isDepthKey(key) || (command !== undefined && hasCommand(command, abilities))) return true;
  return abilities.canEdit && editCommandFor(key) !== undefined;
}

/** Returns the label of a key for the user. */
export const keyLabel = (key: string): string =>
  key === " " ? "Space" : key === "Delete" ? "Del" : key === "ContextMenu" ? "Menu" : key;

/** The keys of the page, in one table that the help shows. */

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

export const pageKeys = group<PageKey>(
  { name: "find", keys: ["/", "Ctrl+F"], words: "Find" },
  { name: "next", keys: ["F3"], words: "Next found" },
  { name: "previous", keys: ["Shift+F3"], words: "Previous found" },
  { name: "filter", keys: ["Shift+F"], words: "Filter" },
  { name: "unfoldAll", keys: ["*"], words: "Unfold all" },
  { name: "shape", keys: ["o"], words: "Tree or outline" },
  { name: "direction", keys: ["d"], words: "To the right or down" },
  { name: "legend", keys: ["l"], words: "Legend" },
  { name: "zoomIn", keys: ["+"], words: "Zoom in" },
  { name: "zoomOut", keys: ["-"], words: "Zoom out" },
  { name: "fit", keys: ["0"], words: "Fit the whole picture" },
  { name: "help", keys: ["?"], words: "These keys" },
  { name: "close", keys: ["Esc"], words: "Close what is open; leave the branch" },
);

/** Keys that are no single deed, for the help. */
export const otherKeys: readonly Named<undefined>[] = [
  { name: undefined, keys: ["←", "→", "↑", "↓"], words: "Walk from card to card" },
  { name: undefined, keys: ["Home", "End"], words: "First and last card" },
  { name: undefined, keys: ["1", "…", "9"], words: "Fold to so many levels" },
  { name: undefined, keys: ["Shift+A", "…", "Z"], words: "Type how a card begins" },
];

/** A key as the table calls it. */
export function keyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === "f" && !shiftKey ? "Ctrl+F" : undefined;
  if (key === "=") return "+";
  if (key === "Escape") return "Esc";
  // Of signs the shift key is a part; of letters and named keys it makes other ones.
  if (shiftKey && (key === "F" || key === "F3")) return `Shift+${key}`;
  return key;
}

export const pageKey = (key: string): PageKey | undefined => pageKeys.find(({ keys }) => keys.includes(key))?.name;
export const cardKey = (key: string): CardKey | undefined => cardKeys.find(({ keys }) => keys.includes(key))?.name;

/** How a key is written for the user. */
export const keyWords = (key: string): string => (key === " " ? "Space" : key);

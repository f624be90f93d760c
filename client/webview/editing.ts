/** What the user is changing, from the first gesture to the answer of whoever has the text. Pure. */
import type { CardId, Tree, TreeChange } from "../../server/language/tree.ts";
import type { EditAction } from "../../server/tree/protocol.ts";
import type { EditAnswer, ToPanel } from "../preview/messages.ts";
import { actionOf, type Draft, newCard } from "./draft.ts";

/** An edit that has been asked for and not been answered, or whose change has not come. */
export interface Sent {
  readonly request: number;
  readonly card: CardId;
  readonly action: EditAction;
  /** The version of the tree that it was asked of; undefined where that is still to come. */
  readonly version: number | undefined;
  /** How often it has been asked for. */
  readonly tries: number;
  readonly isDone: boolean;
  /** Whether the tree has changed since, be it for this edit or another one. */
  readonly hasChanged: boolean;
}

export interface Editing {
  /** How many edits have been asked for. */
  readonly requests: number;
  readonly draft: Draft | undefined;
  readonly sent: Sent | undefined;
  /** The card whose branch the keys are about to move. */
  readonly moving: CardId | undefined;
  /** What cannot be, or has to be asked first. */
  readonly told: Told | undefined;
}

export type Told =
  | { readonly is: "refused"; readonly why: string }
  | { readonly is: "unsure"; readonly question: string; readonly yes: string; readonly card: CardId };

export const idle: Editing = { requests: 0, draft: undefined, sent: undefined, moving: undefined, told: undefined };

/** What an edit is seen against. */
interface Seen {
  readonly map: string | undefined;
  readonly version: number | undefined;
  readonly tree: Tree | undefined;
}

export interface Next {
  readonly editing: Editing;
  readonly say?: ToPanel;
  /** The card that is to be selected. */
  readonly select?: CardId;
}

const most = 5;

/** Asks for an edit. */
export function ask(editing: Editing, seen: Seen, card: CardId, action: EditAction): Next {
  const request = editing.requests + 1;
  const sent: Sent = { request, card, action, version: seen.version, tries: 1, isDone: false, hasChanged: false };
  return put({ ...editing, requests: request, moving: undefined, told: undefined }, seen, sent);
}

function put(editing: Editing, { map, version }: Seen, sent: Sent): Next {
  const next = { ...editing, sent };
  if (map === undefined || version === undefined)
    return { editing: { ...next, sent: { ...sent, version: undefined } } };
  const { request, card, action } = sent;
  return { editing: next, say: { type: "edit", map, request, card, version, action } };
}

/** Ends writing: asks for what has been written, or gives it up where that comes to nothing. */
export function commit(editing: Editing, seen: Seen): Next {
  const { draft, sent } = editing;
  if (draft === undefined || (sent !== undefined && !sent.isDone)) return { editing };
  const asked = actionOf(draft);
  if (asked === undefined) return { editing: { ...editing, draft: undefined } };
  return ask(editing, seen, asked.card, asked.action);
}

/** What follows from an answer. */
export function answered(editing: Editing, seen: Seen, request: number, answer: EditAnswer): Next {
  const { sent } = editing;
  if (sent === undefined || sent.request !== request) return { editing };
  const over = { ...editing, sent: undefined };
  switch (answer.is) {
    case "done":
      if (editing.draft === undefined) return { editing: over };
      // The change has come before the answer, in a tree that does not say what of it is new.
      if (sent.hasChanged) return { editing: { ...over, draft: undefined } };
      return { editing: { ...editing, sent: { ...sent, isDone: true } } };
    case "refused":
      return { editing: { ...over, told: answer } };
    case "unsure":
      return { editing: { ...over, told: { ...answer, card: sent.card } } };
    case "stale":
      if (sent.tries >= most) return { editing: { ...over, told: { is: "refused", why: hurried } } };
      // Where the change has not come yet, it is waited for.
      if (seen.version === sent.version) return { editing: { ...editing, sent: { ...sent, version: undefined } } };
      return put(editing, seen, { ...sent, version: seen.version, tries: sent.tries + 1 });
    default:
      return { editing: answer satisfies never };
  }
}

const hurried = "The text is changing too fast just now. Try again.";

/** What follows from a new tree. `change`: what is new in it, where that is known. */
export function changed(editing: Editing, seen: Seen, change: TreeChange | undefined): Next {
  const { sent, draft, moving } = editing;
  const { tree } = seen;
  const has = (card: CardId | undefined): boolean => tree?.cards.some(({ id }) => id === card) === true;
  const kept = moving !== undefined && !has(moving) ? { ...editing, moving: undefined } : editing;
  if (draft !== undefined && !has(draft.of === "new" ? draft.under : draft.card)) {
    const told: Told = { is: "refused", why: "What you were writing at is no longer there." };
    return { editing: { ...idle, requests: editing.requests, ...(draft.text.trim() === "" ? {} : { told }) } };
  }
  if (sent === undefined) return { editing: kept };
  if (sent.version === undefined) return put(kept, seen, { ...sent, version: seen.version, tries: sent.tries + 1 });
  if (draft === undefined) return { editing: kept };
  const come = arrivedIn(sent, change);
  if (come === undefined && !sent.isDone) return { editing: { ...kept, sent: { ...sent, hasChanged: true } } };
  const select = come ?? (draft.of === "text" ? draft.card : undefined);
  return { editing: { ...kept, draft: undefined, sent: undefined }, ...(select !== undefined && { select }) };
}

/** The card that an edit has brought or changed, where that has come. */
function arrivedIn({ card, action }: Sent, change: TreeChange | undefined): CardId | undefined {
  if (change === undefined) return undefined;
  if (action.do === "write") return change.changed.find(({ id }) => id === card)?.id;
  if (action.do !== "add") return undefined;
  const come = new Set(change.moved.flatMap((move) => (move.parent === card ? [move.card] : [])));
  return change.changed.find(({ id, kind }) => come.has(id) && kind === action.what)?.id;
}

/** Begins to write a new card, or other words for one; what was being written before is to be committed first. */
export const write = (editing: Editing, draft: Draft): Editing => ({
  ...editing,
  draft,
  moving: undefined,
  told: undefined,
});

/** Other words for what is being written. */
export const typed = (editing: Editing, text: string): Editing =>
  editing.draft === undefined ? editing : { ...editing, draft: { ...editing.draft, text } };

/** Gives up what is being written. */
export const giveUp = (editing: Editing): Editing => ({ ...editing, draft: undefined, told: undefined });

/** The card that takes the place of one that is deleted: the next beside it, else the one before, else the one above. */
export function besides({ places }: Tree, card: CardId): CardId | undefined {
  const own = places.find((place) => place.card === card);
  const row = places
    .flatMap((place) => (place.parent === own?.parent ? [place.card] : []))
    .filter((id) => id !== newCard);
  const at = row.indexOf(card);
  return row[at + 1] ?? row[at - 1] ?? own?.parent;
}

/** What the user is changing, from the first gesture to the answer of whoever has the text. Pure. */
import type { CardId, Tree, TreeChange } from "../../server/language/tree.ts";
import type { EditAction } from "../../server/tree/protocol.ts";
import type { EditAnswer, ToPanel } from "../preview/messages.ts";
import { actionOf, type Draft, overtaking, withoutControls } from "./draft.ts";

/** What is to be done to a card. */
interface Wish {
  readonly card: CardId;
  readonly action: EditAction;
  /** The writing that has been handed in for it; it is to be seen until its card has come. */
  readonly draft?: Draft | undefined;
  /** The question that the user has said yes to, and of which version of the tree it was asked. */
  readonly agreed?: { readonly question: string; readonly version: number | undefined };
}

/** An edit that has been asked for and not been answered, or whose change has not come. */
export interface Sent extends Wish {
  readonly request: number;
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
  /** How many times something has been begun to be written. */
  readonly begun: number;
  readonly draft: Draft | undefined;
  readonly sent: Sent | undefined;
  /** What is asked for once it is known what has come of the one that is sent. */
  readonly waiting: readonly Wish[];
  /** What has been asked for in a map that is no longer shown, and not been answered. */
  readonly elsewhere: readonly Sent[];
  /** The card whose branch the keys are about to move. */
  readonly moving: CardId | undefined;
  /** What cannot be, or has to be asked first. */
  readonly told: Told | undefined;
}

export type Told =
  /** `wrote`: with words that are nowhere else any more. */
  | { readonly is: "refused"; readonly why: string; readonly wrote?: true }
  | {
      readonly is: "unsure";
      readonly question: string;
      readonly yes: string;
      readonly card: CardId;
      /** The version of the tree that it was asked of. */
      readonly version: number | undefined;
    };

export const idle: Editing = {
  requests: 0,
  begun: 0,
  draft: undefined,
  sent: undefined,
  waiting: [],
  elsewhere: [],
  moving: undefined,
  told: undefined,
};

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

/** Asks for an edit; while the answer to an earlier one is awaited, after that. */
export function ask(editing: Editing, seen: Seen, wish: Wish): Next {
  const quiet = { ...editing, moving: undefined, told: undefined };
  const { sent } = editing;
  if (sent === undefined) return send(quiet, seen, wish);
  const waiting = { ...quiet, waiting: [...editing.waiting, wish] };
  return sent.isDone ? over(waiting, seen) : { editing: waiting };
}

function send(editing: Editing, seen: Seen, wish: Wish): Next {
  const request = editing.requests + 1;
  const sent: Sent = { ...wish, request, version: seen.version, tries: 1, isDone: false, hasChanged: false };
  return put({ ...editing, requests: request }, seen, sent);
}

/** Asks for an edit of the tree as it is now. */
function put(editing: Editing, { map, version, tree }: Seen, sent: Sent): Next {
  const { request, card, action, draft, agreed } = sent;
  if (overtaking(tree, draft) !== undefined) {
    // Whoever still writes there sees so at the field.
    const told = draft === editing.draft ? editing.told : lost(overtaken, draft);
    return through({ ...editing, told }, { map, version, tree });
  }
  const next = { ...editing, sent: { ...sent, version: map === undefined ? undefined : version } };
  if (map === undefined || version === undefined) return { editing: next };
  const asked = agreed === undefined ? action : ({ do: "delete", sure: agreed.version === version } as const);
  return { editing: next, say: { type: "edit", map, request, card, version, action: asked } };
}

const overtaken = "The text has been changed meanwhile, and stays as it is.";

/** The edit that is sent is through: asks for the one that waits. */
function through(editing: Editing, seen: Seen): Next {
  const [wish, ...waiting] = editing.waiting;
  const free = { ...editing, sent: undefined };
  return wish === undefined ? { editing: free } : send({ ...free, waiting }, seen, wish);
}

/** The edit that is sent is made: what was written for it is in the text now. */
function over(editing: Editing, seen: Seen): Next {
  const { sent, draft } = editing;
  return through(draft !== undefined && draft === sent?.draft ? { ...editing, draft: undefined } : editing, seen);
}

/** The edit that is sent cannot be made. What was written for it stays, or is told where something else is being written by now. */
function refused(editing: Editing, seen: Seen, why: string): Next {
  const draft = editing.sent?.draft;
  return through({ ...editing, told: draft === editing.draft ? { is: "refused", why } : lost(why, draft) }, seen);
}

/** What has been written and has no place any more is at least told. */
function lost(why: string, ...drafts: readonly (Draft | undefined)[]): Told {
  const words = drafts.flatMap((draft) => draft?.text.trim() || []);
  if (words.length === 0) return { is: "refused", why };
  return { is: "refused", why: `${why} You wrote: ${words.map((each) => `“${each}”`).join(" ")}`, wrote: true };
}

/** Whether what is being written has been handed in, and what comes of it is still to be seen. */
export const isHandedIn = ({ draft, sent, waiting }: Editing): boolean =>
  draft !== undefined && (sent?.draft === draft || waiting.some((wish) => wish.draft === draft));

/** Ends writing: asks for what has been written, or gives it up where that comes to nothing. */
export function commit(editing: Editing, seen: Seen): Next {
  const { draft } = editing;
  if (draft === undefined || isHandedIn(editing)) return { editing };
  const asked = actionOf(draft);
  if (asked === undefined) return { editing: { ...editing, draft: undefined } };
  // Nothing takes the place of a text that the user has not seen.
  return overtaking(seen.tree, draft) === undefined ? ask(editing, seen, { ...asked, draft }) : { editing };
}

/** Hands in what is written in place of the text that has come meanwhile, which the user has seen by now. */
export function replace(editing: Editing, seen: Seen): Next {
  const { draft } = editing;
  const before = overtaking(seen.tree, draft);
  return draft?.of === "text" && before !== undefined
    ? commit({ ...editing, draft: { ...draft, before } }, seen)
    : { editing };
}

/** Deletes what the user has been asked about; where more or less would go by now, that is asked first. */
export function confirm(editing: Editing, seen: Seen): Next {
  const { told } = editing;
  if (told?.is !== "unsure") return { editing };
  const { card, question, version } = told;
  return ask(editing, seen, { card, action: { do: "delete", sure: false }, agreed: { question, version } });
}

/** What follows from an answer. */
export function answered(editing: Editing, seen: Seen, request: number, answer: EditAnswer): Next {
  const { sent, draft, waiting } = editing;
  if (sent === undefined || sent.request !== request) return { editing: answeredElsewhere(editing, request, answer) };
  switch (answer.is) {
    case "done": {
      // The change may have come before the answer, in a tree that does not say what of it is new.
      const awaitsItsCard = draft !== undefined && sent.draft === draft && !sent.hasChanged && waiting.length === 0;
      return awaitsItsCard ? { editing: { ...editing, sent: { ...sent, isDone: true } } } : over(editing, seen);
    }
    case "refused":
      return refused(editing, seen, answer.why);
    case "unsure": {
      const { card, version, tries } = sent;
      const isAgreed = answer.question === sent.agreed?.question && tries < most;
      if (!isAgreed) return through({ ...editing, told: { ...answer, card, version } }, seen);
      return put(editing, seen, { ...sent, agreed: { question: answer.question, version }, tries: tries + 1 });
    }
    case "stale":
      if (sent.tries >= most) return refused(editing, seen, hurried);
      // The text may have changed where the tree does not show it. The whole tree then tells what to ask of.
      if (seen.version === sent.version)
        return { editing: { ...editing, sent: { ...sent, version: undefined } }, say: { type: "again" } };
      return put(editing, seen, { ...sent, version: seen.version, tries: sent.tries + 1 });
    default:
      return { editing: answer satisfies never };
  }
}

/** What follows from an answer about a map that is no longer shown: only what is lost is worth a word there. */
function answeredElsewhere(editing: Editing, request: number, answer: EditAnswer): Editing {
  const one = editing.elsewhere.find((sent) => sent.request === request);
  if (one === undefined) return editing;
  const rest = { ...editing, elsewhere: editing.elsewhere.filter((sent) => sent !== one) };
  if (answer.is === "done" || (one.draft === undefined && answer.is !== "refused")) return rest;
  return { ...rest, told: lost(answer.is === "refused" ? answer.why : unwritten, one.draft) };
}

const unwritten = "What you wrote in another map is not in its text.";

/** When another map is shown: what is under way in the one before. What has not been asked for is asked for no more. */
export function leaveMap({ requests, begun, draft, sent, waiting, elsewhere, told }: Editing): Editing {
  const isAsked = sent?.version !== undefined;
  const drafts = new Set([sent?.draft, ...waiting.map((wish) => wish.draft), draft]);
  if (isAsked) drafts.delete(sent.draft);
  const unsaid = lost(unwritten, ...[...drafts].filter((one) => one && actionOf(one)));
  const said = told?.is === "refused" && told.wrote ? told : undefined;
  return {
    ...idle,
    requests,
    begun,
    elsewhere: isAsked ? [...elsewhere, sent] : elsewhere,
    told: unsaid.is === "refused" && unsaid.wrote ? unsaid : said,
  };
}

const hurried = "The text is changing too fast just now. Try again.";

/** What follows from a new tree. `change`: what is new in it, where that is known. */
export function changed(editing: Editing, seen: Seen, change: TreeChange | undefined): Next {
  const kept = withoutWhatIsGone(editing, seen.tree);
  const { sent, draft } = kept;
  if (sent === undefined) return through(kept, seen);
  if (sent.version === undefined) return put(kept, seen, { ...sent, version: seen.version, tries: sent.tries + 1 });
  if (sent.draft === undefined) return { editing: kept };
  const come = arrivedIn(sent, change);
  if (come === undefined && !sent.isDone) return { editing: { ...kept, sent: { ...sent, hasChanged: true } } };
  // Whoever writes elsewhere by now is left there.
  const select = draft !== sent.draft ? undefined : (come ?? (draft.of === "text" ? draft.card : undefined));
  return { ...over(kept, seen), ...(select !== undefined && { select }) };
}

/** Lets go of what is being written, or moved, at a card that is no longer there. */
function withoutWhatIsGone(editing: Editing, tree: Tree | undefined): Editing {
  const { draft, moving } = editing;
  const has = (card: CardId): boolean => tree?.cards.some(({ id }) => id === card) === true;
  const kept = moving !== undefined && !has(moving) ? { ...editing, moving: undefined } : editing;
  if (draft === undefined || has(draft.of === "new" ? draft.under : draft.card)) return kept;
  const told = draft.text.trim() === "" ? kept.told : lost("What you were writing at is no longer there.", draft);
  return { ...withdrawn(kept, draft), draft: undefined, told };
}

/** The card that an edit has brought or changed, where that has come. */
function arrivedIn({ card, action }: Sent, change: TreeChange | undefined): CardId | undefined {
  if (change === undefined || (action.do !== "write" && action.do !== "add")) return undefined;
  const come = new Set(change.moved.flatMap((move) => (move.parent === card ? [move.card] : [])));
  return change.changed.find(
    ({ id, kind, text }) =>
      sameWords(text, action.text) && (action.do === "write" ? id === card : come.has(id) && kind === action.what),
  )?.id;
}

/** Spaces are written as they suit the text. */
const sameWords = (a: string, b: string): boolean => a.split(/\s+/).join(" ") === b.split(/\s+/).join(" ");

/** Begins to write a new card, or other words for one. What was being written before is handed in. */
export function write(editing: Editing, seen: Seen, draft: Draft): Next {
  const { editing: now, say } = commit(editing, seen);
  const isOvertaken = now.draft !== undefined && !isHandedIn(now);
  const told = isOvertaken ? lost(overtaken, now.draft) : undefined;
  const next = { ...now, draft, begun: now.begun + 1, moving: undefined, told };
  return { editing: next, ...(say && { say }) };
}

/** Other words for what is being written. */
export const typed = (editing: Editing, words: string): Editing =>
  editing.draft === undefined ? editing : { ...editing, draft: { ...editing.draft, text: withoutControls(words) } };

/** Gives up what is being written, also where it has been handed in: it is not asked for again. */
export function giveUp(editing: Editing, seen: Seen): Next {
  const { draft, sent } = editing;
  if (draft === undefined) return { editing };
  const without = { ...withdrawn(editing, draft), draft: undefined, told: undefined };
  return sent !== undefined && without.sent === undefined ? through(without, seen) : { editing: without };
}

/** Nothing more is done for what has been written; what whoever has the text makes of it all the same, comes as any change. */
const withdrawn = (editing: Editing, draft: Draft): Editing => ({
  ...editing,
  sent: editing.sent?.draft === draft ? undefined : editing.sent,
  waiting: editing.waiting.filter((wish) => wish.draft !== draft),
});

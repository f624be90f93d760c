/** What the user is changing, from the first gesture to the answer of whoever has the text. Pure. */
import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import type { EditAnswer, ToPanel } from "../../../server/protocol/preview.ts";
import { actionOf, type Draft, overtaking, withoutControls } from "./draft.ts";
import { agreedIn, askedOf, type Question, type Sent, type Wish } from "./editRequest.ts";
import { losing, type Telling } from "./feedback.ts";

export interface Editing extends Telling {
  /** How many edits have been asked for. */
  readonly requests: number;
  /** How many times something has been begun to be written. */
  readonly begun: number;
  readonly draft: Draft | undefined;
  readonly sent: Sent | undefined;
  /** What is asked for once it is known what has come of the one that is sent. */
  readonly waiting: readonly Wish[];
  /** What has been asked for in a map that is no longer shown, and not been answered. */
  readonly inOtherMaps: readonly Sent[];
  /** The card whose branch the keys are about to move. */
  readonly moving: CardId | undefined;
  /** What is to be answered first. Nothing is asked for meanwhile, so that it does not change under the user's hand. */
  readonly question: Question | undefined;
}

export const idle: Editing = {
  requests: 0,
  begun: 0,
  draft: undefined,
  sent: undefined,
  waiting: [],
  inOtherMaps: [],
  moving: undefined,
  question: undefined,
  told: undefined,
  lost: [],
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

/** Asks for an edit; while the answer to an earlier one is awaited, be it the user's, after that. */
export function ask(editing: Editing, seen: Seen, wish: Wish): Next {
  const { sent, question } = editing;
  const quiet = quieted(editing);
  if (sent === undefined && question === undefined) return send(quiet, seen, wish);
  const waiting = { ...quiet, waiting: [...editing.waiting, wish] };
  return sent?.isDone ? over(waiting, seen) : { editing: waiting };
}

function send(editing: Editing, seen: Seen, wish: Wish): Next {
  const request = editing.requests + 1;
  const sent: Sent = { ...wish, request, version: seen.version, tries: 1, isDone: false, hasChanged: false };
  return put({ ...editing, requests: request }, seen, sent);
}

/** Asks for an edit of the tree as it is now. */
function put(editing: Editing, { map, version, tree }: Seen, sent: Sent): Next {
  const { request, card, action, draft } = sent;
  if (overtaking(tree, draft) !== undefined) {
    // Whoever still writes there sees so at the field.
    const told = draft === editing.draft ? editing : losing(editing, overtaken, draft);
    return through(told, { map, version, tree });
  }
  const next = { ...editing, sent: { ...sent, version: map === undefined ? undefined : version } };
  if (map === undefined || version === undefined) return { editing: next };
  return { editing: next, say: { type: "edit", map, request, card, version, action: askedOf(action, version) } };
}

const overtaken = "The text has been changed meanwhile, and stays as it is.";

/** The edit that is sent is through: asks for the one that waits, but while the user is asked something. */
function through(editing: Editing, seen: Seen): Next {
  const [wish, ...waiting] = editing.waiting;
  const free = { ...editing, sent: undefined };
  return wish === undefined || editing.question !== undefined
    ? { editing: free }
    : send({ ...free, waiting }, seen, wish);
}

/** The edit that is sent is made: what was written for it is in the text now. */
function over(editing: Editing, seen: Seen): Next {
  const { sent, draft } = editing;
  return through(draft !== undefined && draft === sent?.draft ? { ...editing, draft: undefined } : editing, seen);
}

/** The edit that is sent cannot be made. What was written for it stays, or is told where something else is being written by now. */
function refused(editing: Editing, seen: Seen, why: string): Next {
  const draft = editing.sent?.draft;
  return through(losing(editing, why, ...(draft === editing.draft ? [] : [draft])), seen);
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

/** Deletes what the user has been asked about, before what waits; where more or less would go by now, that is asked first. */
export function confirm(editing: Editing, seen: Seen): Next {
  if (editing.question === undefined) return { editing };
  const { card, question, version } = editing.question;
  return send({ ...quieted(editing), question: undefined }, seen, {
    card,
    action: { do: "delete", agreed: { question, version } },
  });
}

/** Leaves what the user has been asked about as it is. */
export const decline = (editing: Editing, seen: Seen): Next =>
  editing.question === undefined ? { editing } : through({ ...editing, question: undefined }, seen);

/** What follows from an answer. */
export function answered(editing: Editing, seen: Seen, request: number, answer: EditAnswer): Next {
  const { sent, draft, waiting } = editing;
  if (sent === undefined || sent.request !== request) return { editing };
  switch (answer.is) {
    case "done": {
      // The change may have come before the answer, in a tree that does not say what of it is new.
      const awaitsItsCard = draft !== undefined && sent.draft === draft && !sent.hasChanged && waiting.length === 0;
      return awaitsItsCard ? { editing: { ...editing, sent: { ...sent, isDone: true } } } : over(editing, seen);
    }
    case "refused":
      return refused(editing, seen, answer.why);
    case "unsure": {
      const { card, action, version, tries } = sent;
      const { question, yes } = answer;
      const isAgreed = question === agreedIn(action)?.question && tries < most;
      if (!isAgreed) return through({ ...editing, question: { request, card, question, yes, version } }, seen);
      const agreed = { do: "delete", agreed: { question, version } } as const;
      return put(editing, seen, { ...sent, action: agreed, tries: tries + 1 });
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
  const without = { ...withdrawn(kept, draft), draft: undefined };
  return draft.text.trim() === "" ? without : losing(without, "What you were writing at is no longer there.", draft);
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
  const kept = isOvertaken ? losing(now, overtaken, now.draft) : now;
  const next = { ...kept, draft, begun: now.begun + 1, moving: undefined, told: undefined };
  return { editing: next, ...(say && { say }) };
}

/** Stops what the keys are about to do; what has been told goes. */
export const quieted = (editing: Editing): Editing => ({ ...editing, moving: undefined, told: undefined });

/** Puts away the words that are nowhere else any more. */
export const withoutLost = (editing: Editing): Editing => ({ ...editing, lost: [] });

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

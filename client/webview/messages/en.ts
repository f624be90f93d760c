/** Everything that the page says in English. The words of the picture itself are in `server/core/picture/words`. */
import { en as pictureWords } from "../../../server/core/picture/words/en.ts";
import { counted, plural } from "../../../server/core/strings/english.ts";
import { emptyTexts, tableTitles } from "../../../server/core/tables/table.ts";
import { type CardProperty, notAllowedMessage } from "../../../server/core/tree/cardRules.ts";
import { describeCount, type EntryGroup } from "../../../server/core/tree/entryCounts.ts";
import type { Gap } from "../../../server/core/tree/gaps.ts";
import type { AnswerLimit, CardKind } from "../../../server/core/tree/tree.ts";
import type { CardStanding } from "../../../server/protocol/weighing.ts";
import type { WeighingMode } from "../state/viewOptions.ts";

/** The relation of a moved card to its new parent. */
const relations: Readonly<Record<CardKind | "subquestion", string>> = {
  reason: "Reason for",
  objection: "Objection to",
  premise: "Premise of",
  assumption: "Assumption of",
  claim: "Answer to",
  question: "Question about",
  subquestion: "Part of",
};

export const en = {
  /** The language tag of these messages. */
  language: "en",
  quoted: (text: string): string => `“${text}”`,
  listSeparator: ", ",
  /** The picture uses the same words. */
  kinds: pictureWords.kinds,

  close: "Close",
  cancel: "Cancel",
  dismiss: "Dismiss",
  dismissUnsavedText: "Dismiss unsaved text",

  welcome: {
    title: "This map is empty",
    /** Comes first if the map has a source. */
    fromArticle: "Select words in the article and press Ctrl+. (⌘. on a Mac). Or write in the text of the map:",
    instruction: "Write a claim. Below it, indent reasons that support it and objections to it:",
    example: `claim sundays: The library should open on Sundays.
  reason: People who work all week could use it.
  objection: The staff would lose their day of rest.`,
    update: "The preview updates as you type.",
  },

  toolbar: {
    view: "View",
    showAsTree: "Show as tree",
    showAsOutline: "Show as outline",
    showAsTable: "Show as table",
    layOutDown: "Lay out top to bottom",
    layOutRight: "Lay out left to right",
    layOutAutomatically: "Lay out to suit the panel",
    foldToLevel: "Fold to level",
    foldToDepth: (depth: number): string => `Fold to level ${depth}`,
    unfoldAll: "Unfold all branches",
    all: "All",
    toggleLegend: "Toggle legend",
    weigh: {
      off: "Weigh: show what stands",
      standing: "Weigh: show how likely it is",
      likelihood: "Weigh: show what conclusions depend on",
      importance: "Stop weighing",
    } satisfies Readonly<Record<WeighingMode, string>>,
    zoom: "Zoom",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    zoomToFit: "Zoom to fit",
  },
  legend: "Legend",

  breadcrumbs: {
    label: "Breadcrumbs",
    showWholeMap: "Show the whole map",
    cursorOutside: "The cursor is outside this branch",
  },

  find: {
    label: "Find",
    field: "Find in the map",
    noResults: "No results",
    results: (count: number): string => counted(count, "result"),
    resultOf: (index: number, count: number): string => `${index} of ${count}`,
    next: "Next match",
    previous: "Previous match",
  },

  filter: {
    label: "Filter",
    active: "Filter (active)",
    matches: (count: number): string => counted(count, "matching card"),
    noMatches: "No cards match the filter.",
    speaker: "Speaker",
    tag: "Tag",
    kind: "Kind",
    question: "Question",
    missing: "Missing",
    gaps: { unanswered: "answer to an objection", unquoted: "quote" } satisfies Readonly<Record<Gap, string>>,
    hideOthers: "Hide other cards",
    clear: "Clear filter",
  },

  counts: {
    label: "Counts",
    showAll: "Show all cards",
    showOnly: (group: EntryGroup, count: number): string => `Show only ${describeCount(group, count)}`,
    /** A count in few words. Its tooltip says it in full. */
    short(group: EntryGroup, count: number): string {
      if (group === "unanswered") return `${count} unanswered`;
      return group === "unquoted" ? `${count} without a quote` : describeCount(group, count);
    },
  },

  /** The parts `noun` are left out in a narrow window. */
  coverage: {
    tooltip: "Show uncited paragraphs and entries without a quote",
    cited: (cited: number, paragraphs: number) => ({
      before: `${cited} of ${paragraphs} `,
      noun: "paragraphs ",
      after: "cited",
    }),
    unquoted: (count: number) => ({
      before: `${count} `,
      noun: plural(count, "entry ", "entries "),
      after: "without a quote",
    }),
  },

  entry: {
    label: "Entry details",
    heldBy: "Held by",
    acceptedBy: "Accepted by",
    rejectedBy: "Rejected by",
    otherWordings: "In other words",
    trueAnswers: "Answers that can be true",
    answerLimits: { "at-most-one": "at most one", "exactly-one": "exactly one" } satisfies Readonly<
      Record<AnswerLimit, string>
    >,
    date: "Date",
    status: "Status",
    likelihood: "Likelihood",
    confidence: "Confidence",
    strength: "Strength",
    scheme: "Scheme",
    tags: "Tags",
    note: "Note",
    importedFrom: "Imported from",
    attacks: "Attacks",
    inference: "the inference (undercut)",
    quote: "a quote",
  },

  weighing: {
    title: "Weighed",
    standings: { stands: "stands", falls: "falls", undecided: "undecided" } satisfies Readonly<
      Record<CardStanding, string>
    >,
    objections: {
      succeeds: "succeeds",
      outweighed: "outweighed",
      stands: "stands",
      falls: "answered",
      undecided: "undecided",
    } satisfies Readonly<Record<CardStanding | "succeeds" | "outweighed", string>>,
    change: (before: string, now: string): string => `${before} → ${now}`,
    computed: (result: string): string => `weighed: ${result}`,
    standingTooltip: "Computed from the map. Press I to see why.",
    likelihoodTooltip: "Computed from the map, not stated in it. Press I to see why.",
    supposedTooltip: "You suppose this. Nothing is written in the map.",
    /** In an exported page. */
    exportedNote: "Weighed: the marks on the edges of cards are computed. The author did not write them.",
    supposed: (isTrue: boolean): string => `supposed ${isTrue}`,
    suppositions: "Suppositions",
    supposing: "Supposing",
    isSupposed: (text: string, isTrue: boolean): string => `“${text}” is ${isTrue}`,
    changes: (count: number): string =>
      count === 0 ? "No conclusion changes" : `${counted(count, "conclusion")} ${count === 1 ? "changes" : "change"}`,
    /** For screen readers. */
    announcement: (suppositions: readonly string[], changes: string): string =>
      `Supposing ${suppositions.join(", ")}. ${changes}`,
    clear: "Clear",
    whatWouldChange: "What would change this",
    changesLeftOut:
      "This export does not say what would change this, because the map has more than 300 entries. The preview does.",
    /** The entries that would have to be true or false, with links. */
    ifTrueOrFalse: <Link>(
      conditions: readonly { readonly link: Link; readonly isTrue: boolean }[],
    ): readonly (Link | string)[] =>
      conditions.flatMap(({ link, isTrue }, index) => [
        index === 0 ? "if " : " and ",
        link,
        isTrue ? " were true" : " were false",
      ]),
    suppose: "Suppose",
  },

  tables: {
    label: "Tables",
    kinds: tableTitles,
    empty: emptyTexts,
    computing: "Computing the table…",
    sortBy: (heading: string): string => `Sort by ${heading}`,
    goTo: (heading: string): string => `Go to the text of ${heading}`,
    /** The formats of the clipboard, each with a tooltip. The first is for word processors and spreadsheet programs. */
    copyFormats: {
      table: { label: "Copy", tooltip: "Copy the table" },
      markdown: { label: "as Markdown", tooltip: "Copy as Markdown" },
      csv: { label: "as CSV", tooltip: "Copy as CSV" },
    },
    copied: "Copied the table.",
    copyFailed: "The table could not be copied. Export it instead.",
    export: "Export…",
    exportTooltip: "Export as Word, CSV, Markdown or HTML",
    moreRows: (count: number): string =>
      `${counted(count, "more row")} ${count === 1 ? "is" : "are"} not shown. Export the table to see ${count === 1 ? "it" : "them"}.`,
    filteredOut: (count: number): string => `The filter hides ${counted(count, "row")}.`,
  },

  quotes: {
    label: "Quotes",
    goToPassage: "Go to this passage in the article",
    page: (page: string): string => `p. ${page}`,
  },

  help: {
    label: "Keyboard shortcuts",
    selectedCard: "Selected card",
    editing: "Editing",
    general: "General",
    click: "Click",
    clickAgain: "Second click",
    doubleClick: "Double click",
    /** Replaces `open` where there is no editor. */
    followReference: "Go to the card that it refers to",
  },

  /** The description of each key, for the help. */
  keys: {
    open: "Go to the text",
    click: "Select, and scroll the text to the entry",
    clickAgain: "Go to the text of the selected card",
    doubleClick: "Edit text",
    fold: "Fold or unfold branch",
    focus: "Focus on branch",
    entry: "Show entry details",
    quotes: "Show quotes",
    suppose: "Suppose true, false or neither",
    reason: "Add reason",
    objection: "Add objection",
    premise: "Add premise",
    assumption: "Add assumption",
    claim: "Add answer",
    question: "Add question",
    editText: "Edit text",
    convert: "Convert to an objection or a reason",
    move: "Move to…; Enter to drop the branch",
    dropConverted: "Drop as the opposite kind",
    delete: "Delete branch",
    menu: "Open context menu",
    undo: "Undo",
    redo: "Redo",
    find: "Find",
    next: "Next match",
    previous: "Previous match",
    filter: "Filter",
    unfoldAll: "Unfold all branches",
    shape: "Show as tree or outline",
    table: "Show as table, or as picture again",
    direction: "Lay out top to bottom or left to right",
    automatic: "Lay out to suit the panel",
    legend: "Toggle legend",
    weigh: "Weigh: what stands, how likely it is, what conclusions depend on, or nothing",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Zoom to fit; again: fill the window",
    help: "Keyboard shortcuts",
    close: "Close or cancel; leave focused branch",
    moveBetweenCards: "Move between cards",
    firstAndLast: "First and last card",
    foldToLevel: "Fold to level",
    firstLetters: "Go to card by first letters",
  },

  menu: {
    label: "Edit card",
    convertToReason: "Convert to a reason",
    convertToObjection: "Convert to an objection",
    objectToStep: "Object to the step",
    move: "Move to…",
    properties: {
      speaker: "Speaker…",
      tags: "Tags…",
      likelihood: "Likelihood…",
      strength: "Strength…",
      scheme: "Scheme…",
    } satisfies Readonly<Record<CardProperty, string>>,
    supposeTrue: "Suppose this is true",
    supposeFalse: "Suppose this is false",
    stopSupposing: "Stop supposing",
    removeReference: "Remove reference",
    showAlone: "Show branch alone",
    copyText: "Copy text",
    copyFailed: "The text could not be copied. Go to it and copy it there.",
  },

  editor: {
    placeholders: {
      reason: "Type a reason",
      objection: "Type an objection",
      premise: "Type a premise",
      assumption: "Type an assumption",
      claim: "Type an answer",
      question: "Type a question",
    } satisfies Readonly<Record<CardKind, string>>,
    newEntry: (kind: CardKind): string => `New ${kind === "claim" ? "answer" : kind}`,
    textOf: (kind: CardKind): string => `Text of the ${kind}`,
    textChanged: "The text changed while you were editing:",
    textRemoved: "The text changed while you were editing and is now empty.",
    overwrite: "Overwrite",
    discard: "Discard my changes",
  },

  moving: {
    dropOnCard: "Drop on another card",
    cannotDrop: (target: string): string => `Cannot be placed under ${target}`,
    drop: (kind: CardKind | "subquestion", target: string): string => `${relations[kind]} ${target}`,
    withAlt: (kind: CardKind | "subquestion"): string => ` · Alt: ${relations[kind].toLowerCase()}`,
    withoutAlt: (kind: CardKind | "subquestion"): string => ` · without Alt: ${relations[kind].toLowerCase()}`,
    selectTarget: (card: string): string =>
      `Moving ${card} – select the card to place it under, or press Esc to cancel`,
    cannotPlace: (card: string, target: string): string => `Moving ${card} – cannot be placed under ${target}`,
    place: (card: string, kind: CardKind | "subquestion", target: string): string =>
      `Moving ${card} – Enter: ${relations[kind].toLowerCase()} ${target}`,
    orElse: (kind: CardKind | "subquestion"): string => ` · Alt+Enter: ${relations[kind].toLowerCase()} it`,
  },

  edits: {
    notAllowed: (added: CardKind, parent: CardKind): string => notAllowedMessage(added, parent),
    conflict: "The text changed while you were editing, so your edit was not applied.",
    tooManyChanges: "The text is changing too fast. Try again.",
    cardRemoved: "The card that you were editing no longer exists.",
    textOfOtherMap: "Your text in another map was not saved.",
    changesOfOtherMap: (count: number): string =>
      count === 1
        ? "Your last change in another map was not applied."
        : `Your last ${count} changes in another map were not applied.`,
    youWrote: (reason: string, texts: readonly string[]): string =>
      `${reason} You wrote: ${texts.map((text) => `“${text}”`).join(" ")}`,
  },

  exporting: {
    failed: (reason: string): string => `Could not export the map: ${reason}`,
    noMemory: "there is not enough memory.",
    noClipboard: (reason: string): string =>
      `The preview could not access the clipboard (${reason}). Click the preview and try again, or export a PNG file.`,
    tooLarge: (scale: number, width: number, height: number, limit: number): string =>
      `At scale ${scale} the image would be ${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels; the limit is ${limit.toLocaleString("en")} per side.`,
    chooseScale: (scale: number): string => `Choose a scale of ${scale} or less, or export an SVG or PDF.`,
    showLess: "Fold branches or focus on one, or export an SVG or PDF.",
  },
};

/** All messages of one language. The compiler demands each of them in each language. */
export type Messages = typeof en;

/**
 * The messages between the panel in the extension host and the page in its webview. The receiver validates every message.
 */
import * as v from "valibot";
import { cardProperties } from "../core/tree/cardRules.ts";
import { exportRequestMessage, exportResultMessage } from "./previewExport.ts";
import { cardId } from "./schemas.ts";
import { cardTables, tablesParams, tablesResult } from "./tables.ts";
import { editAction, setPropertyAction, treeChangeSchema, treeSchema } from "./tree.ts";
import { explainStandingParams, standingExplanation, supposeArgument, weighParams, weighResult } from "./weighing.ts";

/** The commands of the page that VS Code commands run. */
export const previewCommands = [
  "find",
  "filter",
  "fit",
  "foldAll",
  "unfoldAll",
  "foldToDepth",
  "tree",
  "outline",
  "table",
  "toggleDirection",
  "automatic",
  "legend",
  "weigh",
  "help",
] as const;
export type PreviewCommand = (typeof previewCommands)[number];

/** The outcome of an edit that the page has requested. */
export const editAnswer = v.variant("type", [
  v.object({ type: v.literal("applied") }),
  v.object({ type: v.literal("rejected"), message: v.string() }),
  v.object({ type: v.literal("needsConfirmation"), question: v.string(), confirmLabel: v.string() }),
  /** The map has changed since. The page requests the edit again for the new version. */
  v.object({ type: v.literal("stale") }),
]);
export type EditAnswer = v.InferOutput<typeof editAnswer>;

/** The number of cited paragraphs, of all paragraphs, and of entries without a quote. */
export const coverageCounts = v.object({ cited: v.number(), paragraphs: v.number(), unquoted: v.number() });
export type CoverageCounts = v.InferOutput<typeof coverageCounts>;

/** From the panel to the page. */
export const toPage = v.variant("type", [
  /**
   * The tree of the map with this URI. If it is another map than before, the page restores `savedView`, or starts
   * with a default view.
   */
  v.object({
    type: v.literal("tree"),
    uri: v.string(),
    version: v.number(),
    tree: treeSchema,
    savedView: v.optional(v.unknown()),
  }),
  v.object({
    type: v.literal("change"),
    from: v.number(),
    to: v.number(),
    change: treeChangeSchema,
  }),
  /** The card at the editor's cursor, to be marked and revealed; null to remove the mark. */
  v.object({ type: v.literal("cursor"), card: v.nullable(cardId) }),
  /** The coverage to show; null if coverage is turned off or the map has no article. */
  v.object({ type: v.literal("coverage"), counts: v.nullable(coverageCounts) }),
  exportRequestMessage,
  /**
   * Gives the page the keyboard focus. Sent while the panel is active: VS Code can leave the focus in a frame around the page.
   * Answered by `focusTaken`.
   */
  v.object({ type: v.literal("takeFocus") }),
  /** Runs a command of the page. `depth`, for `foldToDepth`: the number of levels that stay unfolded. */
  v.object({ type: v.literal("command"), command: v.picklist(previewCommands), depth: v.optional(v.number()) }),
  v.object({ type: v.literal("editAnswer"), requestId: v.number(), answer: editAnswer }),
  /** The user has picked values for a property of a card: the page requests the edit. */
  v.object({ type: v.literal("propertyPicked"), map: v.string(), card: cardId, action: setPropertyAction }),
  /** Supposes that the entry of a card is true or false. */
  v.object({ type: v.literal("suppose"), ...supposeArgument.entries }),
  /** Answers `weigh` with the same `requestId`; null if the server cannot answer now. */
  v.object({ type: v.literal("weights"), requestId: v.number(), result: v.nullable(weighResult) }),
  /** Answers `makeTables` with the same `requestId`; null if the server cannot answer now. */
  v.object({ type: v.literal("tables"), requestId: v.number(), result: v.nullable(tablesResult) }),
  /** Answers `explainStanding` with the same `requestId`; null if the entry has no standing. */
  v.object({
    type: v.literal("standingExplanation"),
    requestId: v.number(),
    explanation: v.nullable(standingExplanation),
  }),
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** The state of a panel, which VS Code saves and restores with the window. */
export const panelState = v.object({
  /** The URI of the map that is shown. */
  map: v.string(),
  /** Whether the panel keeps showing this map when another text becomes active. */
  locked: v.boolean(),
});
export type PanelState = v.InferOutput<typeof panelState>;

/** From the panel to the page's host, which saves the state: VS Code saves only what a webview sets. */
export const persistPanel = v.object({ type: v.literal("persistPanel"), panel: panelState });
export type PersistPanel = v.InferOutput<typeof persistPanel>;

/** The saved state that VS Code restores. It also has the fields that the page saves itself. */
export const persistedPanel = v.object({ panel: panelState });

/** From the page to the panel. */
export const toPanel = v.variant("type", [
  /** The page has loaded and can receive messages. */
  v.object({ type: v.literal("ready") }),
  /** The page has the keyboard focus. */
  v.object({ type: v.literal("focusTaken") }),
  /** A change did not apply to the page's version of the tree: requests the whole tree. */
  v.object({ type: v.literal("requestTree") }),
  /** Shows the entry of a card in the editor, and moves the focus there unless it is preserved. */
  v.object({ type: v.literal("openCard"), card: cardId, preserveFocus: v.boolean() }),
  /** Shows the passage of a quote in the article. `quote` is the quote's `link` in the tree of this map. */
  v.object({ type: v.literal("openPassage"), map: v.string(), quote: v.string() }),
  /** Opens a link of a text. */
  v.object({ type: v.literal("openLink"), href: v.pipe(v.string(), v.regex(/^(?:https?:\/\/|mailto:)/i)) }),
  /** Shows the uncited paragraphs of the articles of this map. */
  v.object({ type: v.literal("showUncited"), map: v.string() }),
  exportResultMessage,
  /**
   * The view of a map after the user has changed it. The panel saves it for each map and sends it back with the tree. Its
   * contents are opaque to the panel, which may drop fields that are too long.
   */
  v.object({ type: v.literal("saveView"), map: v.string(), view: v.unknown() }),
  /** Undoes or redoes the last edit of the text. */
  v.object({ type: v.picklist(["undo", "redo"]) }),
  /** Edits the map. Answered by `editAnswer` with the same `requestId`. */
  v.object({
    type: v.literal("edit"),
    map: v.string(),
    requestId: v.number(),
    card: cardId,
    version: v.number(),
    action: editAction,
  }),
  /** Lets the user pick values for a property of a card's entry. Answered by `propertyPicked`, unless the user cancels. */
  v.object({ type: v.literal("pickProperty"), map: v.string(), card: cardId, property: v.picklist(cardProperties) }),
  /** Asks what stands in the map. Answered by `weights`. */
  v.object({
    ...v.omit(weighParams, ["uri"]).entries,
    type: v.literal("weigh"),
    map: v.string(),
    requestId: v.number(),
  }),
  /** Asks for tables about the map. Answered by `tables`. */
  v.object({
    ...v.omit(tablesParams, ["uri"]).entries,
    type: v.literal("makeTables"),
    map: v.string(),
    requestId: v.number(),
  }),
  /** Asks the user for a file, and writes tables to it as they are shown. */
  v.object({ type: v.literal("exportTables"), map: v.string(), tables: cardTables }),
  /** Asks why an entry stands or not. Answered by `standingExplanation`. */
  v.object({
    ...v.omit(explainStandingParams, ["uri"]).entries,
    type: v.literal("explainStanding"),
    map: v.string(),
    requestId: v.number(),
  }),
]);
export type ToPanel = v.InferOutput<typeof toPanel>;

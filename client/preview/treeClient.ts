/** The requests of the preview about trees, and the server's notifications that trees have changed. */
import * as v from "valibot";
import { type CancellationToken, Disposable, type Event, EventEmitter, type Position, type Uri } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { CardId } from "../../server/core/tree/tree.ts";
import { TABLES, type TablesParams, type TablesResult, tablesResult } from "../../server/protocol/tables.ts";
import {
  CARD_AT,
  cardAtResult,
  EDIT,
  type EditAction,
  type EditResult,
  editResult,
  IMPORTS,
  importsResult,
  LOCATE,
  locateResult,
  PROPERTY_CHOICES,
  type PropertyChoices,
  propertyChoicesResult,
  type SetPropertyAction,
  TREE,
  TREE_CHANGED,
  TREE_CLOSED,
  TREE_REPLACED,
  treeChangedParams,
  treeReplacedParams,
  treeResult,
} from "../../server/protocol/tree.ts";
import {
  EXPLAIN_STANDING,
  type ExplainStandingParams,
  type StandingExplanation,
  standingExplanation,
  WEIGH,
  WEIGH_PAGE,
  type WeighedPage,
  type WeighPageParams,
  type WeighParams,
  type WeighResult,
  weighedPage,
  weighResult,
} from "../../server/protocol/weighing.ts";
import { type TextLocation, toTextLocation } from "../editor/navigation.ts";
import { startServer } from "../languageClient.ts";
import type { ServerMessages } from "../serverMessages.ts";

type TreeAnswer = v.InferOutput<typeof treeResult>;
type TreeChange = Omit<v.InferOutput<typeof treeChangedParams>, "uri"> & { readonly uri: Uri };

/** A map that another map imports. */
interface ImportedMapItem {
  readonly uri: Uri;
  readonly title: string | undefined;
}

export interface TreeClient extends Disposable {
  /** Keeps the tree of a map up to date on the server until the result is disposed. Call it once for each preview. */
  watch(map: Uri): Disposable;
  /**
   * The tree of a watched map; later changes come by `onChanged`. Null if there is no such map. Undefined if the server
   * cannot answer: ask again on `onServerRestart`.
   */
  fetchTree(map: Uri): Promise<TreeAnswer | undefined>;
  /** The location of a card's entry in the text. */
  locateCard(map: Uri, card: CardId): Promise<TextLocation | undefined>;
  /** The card in the tree of `map` that shows what is at a position of a document. */
  cardAt(map: Uri, uri: Uri, position: Position, token: CancellationToken): Promise<CardId | undefined>;
  /** The maps that a map imports, directly or indirectly. */
  importsOf(map: Uri): Promise<readonly ImportedMapItem[]>;
  /** The text edits that carry out an action on a card. Undefined if the server cannot answer. */
  requestEdit(map: Uri, card: CardId, version: number, action: EditAction): Promise<EditResult | undefined>;
  /** The values that a property of a card's entry can have. Undefined if the server cannot answer. */
  propertyChoices(
    map: Uri,
    card: CardId,
    property: SetPropertyAction["property"],
  ): Promise<PropertyChoices | undefined>;
  /** The evaluation of a watched map. Null if the server cannot answer. */
  weigh(map: Uri, params: Omit<WeighParams, "uri">): Promise<WeighResult | null>;
  /** Tables about a watched map. Null if the server cannot answer. */
  makeTables(map: Uri, params: Omit<TablesParams, "uri">): Promise<TablesResult | null>;
  /** Why the entry of a card stands or not. Null if it has no standing, or the server cannot answer. */
  explainStanding(map: Uri, params: Omit<ExplainStandingParams, "uri">): Promise<StandingExplanation | null>;
  /** What stands in a watched map and why, for an exported page. Null if the server cannot answer. */
  weighPage(map: Uri, params: Omit<WeighPageParams, "uri">): Promise<WeighedPage | null>;
  /** A watched tree has changed. `uri` is the URI of its map. */
  readonly onChanged: Event<TreeChange>;
  /** A watched map was created or deleted: fetch its tree again. */
  readonly onReplaced: Event<Uri>;
  /** The server has restarted and watches no trees: fetch them again. */
  readonly onServerRestart: Event<void>;
}

/**
 * Returns the requests with URIs and positions converted between VS Code and LSP. `watch` starts the server if it is
 * stopped.
 */
export function createTreeClient(client: BaseLanguageClient, messages: ServerMessages): TreeClient {
  const changed = new EventEmitter<TreeChange>();
  const replaced = new EventEmitter<Uri>();
  /** The number of previews of each map. The server is notified when the last one is closed. */
  const watchCounts = new Map<string, number>();
  const { asUri, asPosition } = client.code2ProtocolConverter;
  const fromServer = client.protocol2CodeConverter;

  const subscriptions = Disposable.from(
    changed,
    replaced,
    messages.onNotification(TREE_CHANGED, treeChangedParams, (change) =>
      changed.fire({ ...change, uri: fromServer.asUri(change.uri) }),
    ),
    messages.onNotification(TREE_REPLACED, treeReplacedParams, ({ uri }) => replaced.fire(fromServer.asUri(uri))),
  );

  return {
    onChanged: changed.event,
    onReplaced: replaced.event,
    onServerRestart: messages.onServerRestart,
    watch(map) {
      if (client.state === State.Stopped) startServer(client);
      const key = map.toString();
      watchCounts.set(key, (watchCounts.get(key) ?? 0) + 1);
      return new Disposable(() => {
        const remaining = (watchCounts.get(key) ?? 1) - 1;
        if (remaining > 0) return void watchCounts.set(key, remaining);
        watchCounts.delete(key);
        messages.notify(TREE_CLOSED, { uri: asUri(map) });
      });
    },
    fetchTree: (map) => messages.request(TREE, { uri: asUri(map) }, treeResult),
    async importsOf(map) {
      const imports = (await messages.request(IMPORTS, { uri: asUri(map) }, importsResult)) ?? [];
      return imports.map(({ uri, title }) => ({ uri: fromServer.asUri(uri), title }));
    },
    async locateCard(map, card) {
      const location = await messages.request(LOCATE, { uri: asUri(map), card }, locateResult);
      return location ? toTextLocation(location) : undefined;
    },
    async cardAt(map, uri, position, token) {
      const params = { uri: asUri(map), textPosition: { uri: asUri(uri), position: asPosition(position) } };
      return (await messages.request(CARD_AT, params, cardAtResult, { token }))?.card;
    },
    requestEdit: (map, card, version, action) =>
      messages.request(EDIT, { uri: asUri(map), card, version, action }, editResult),
    propertyChoices: async (map, card, property) =>
      (await messages.request(PROPERTY_CHOICES, { uri: asUri(map), card, property }, propertyChoicesResult)) ??
      undefined,
    async weigh(map, params) {
      return (await messages.request(WEIGH, { ...params, uri: asUri(map) }, v.nullable(weighResult))) ?? null;
    },
    async makeTables(map, params) {
      return (await messages.request(TABLES, { ...params, uri: asUri(map) }, v.nullable(tablesResult))) ?? null;
    },
    async explainStanding(map, params) {
      const schema = v.nullable(standingExplanation);
      return (await messages.request(EXPLAIN_STANDING, { ...params, uri: asUri(map) }, schema)) ?? null;
    },
    async weighPage(map, params) {
      return (await messages.request(WEIGH_PAGE, { ...params, uri: asUri(map) }, v.nullable(weighedPage))) ?? null;
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** What the preview asks the server, each answer validated. */
import * as v from "valibot";
import {
  type CancellationToken,
  Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type Position,
  type Range,
  type Uri,
} from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import type { CardId } from "../../server/core/tree/tree.ts";
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
  TREE,
  TREE_CHANGED,
  TREE_CLOSED,
  TREE_REPLACED,
  treeChangedParams,
  treeReplacedParams,
  treeResult,
} from "../../server/protocol/tree.ts";

import { startServer } from "../languageClient.ts";

export type TreeAnswer = v.InferOutput<typeof treeResult>;
export type TreeChangedParams = v.InferOutput<typeof treeChangedParams>;

export interface TextLocation {
  readonly uri: Uri;
  readonly range: Range;
}

/** A map that another one imports. */
export interface ImportedMapItem {
  readonly uri: Uri;
  readonly title: string | undefined;
}

export interface TreeClient extends Disposable {
  /** A preview looks at a map; what this gives is disposed when it no longer does. */
  watch(map: Uri): Disposable;
  /**
   * The tree of a map that a preview looks at, kept up to date from now on by `onChanged`. Null where there is no such map;
   * undefined where the server cannot answer: `onForgotten` then tells when to ask again.
   */
  fetchTree(map: Uri): Promise<TreeAnswer | undefined>;
  /** Where a card's entry stands in the text. */
  locateCard(map: Uri, card: CardId): Promise<TextLocation | undefined>;
  /** The card of `map`'s tree that shows what stands at a place. */
  cardAt(map: Uri, uri: Uri, position: Position, token: CancellationToken): Promise<CardId | undefined>;
  /** The maps that a map imports, directly or by way of others. */
  importsOf(map: Uri): Promise<readonly ImportedMapItem[]>;
  /** What an action on a card comes to in the texts; undefined where the server cannot say. */
  requestEdit(map: Uri, card: CardId, version: number, action: EditAction): Promise<EditResult | undefined>;
  /** A tree has changed; `uri` is that of its map. */
  readonly onChanged: Event<Omit<TreeChangedParams, "uri"> & { readonly uri: Uri }>;
  /** A map that a preview looks at has come or gone: its tree is to be asked for again. */
  readonly onReplaced: Event<Uri>;
  /** The server has started anew and knows of no tree that anybody looks at. */
  readonly onServerRestart: Event<void>;
}

export function createTreeClient(client: LanguageClient, log: LogOutputChannel): TreeClient {
  const changed = new EventEmitter<Omit<TreeChangedParams, "uri"> & { readonly uri: Uri }>();
  const replaced = new EventEmitter<Uri>();
  const restarted = new EventEmitter<void>();
  /** How many previews look at each map: the server is told of the last one only. */
  const watchCounts = new Map<string, number>();
  const toServer = client.code2ProtocolConverter;
  const fromServer = client.protocol2CodeConverter;

  /** Undefined where the server cannot answer: it is starting, stopped, or was asked something stale. */
  async function request<T extends v.GenericSchema>(
    method: string,
    params: object,
    schema: T,
    token?: CancellationToken,
  ): Promise<v.InferOutput<T> | undefined> {
    if (client.state !== State.Running) return undefined;
    try {
      // A token that is not there would be sent as a second parameter.
      const response = token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
      return v.parse(schema, await response);
    } catch (error) {
      if (!token?.isCancellationRequested) log.error(`${method}: ${error}`);
      return undefined;
    }
  }

  const subscriptions = [
    changed,
    replaced,
    restarted,
    client.onNotification(TREE_CHANGED, (params: unknown) => {
      const parsed = v.safeParse(treeChangedParams, params);
      if (parsed.success)
        changed.fire({
          ...parsed.output,
          uri: fromServer.asUri(parsed.output.uri),
        });
      else log.error(`${TREE_CHANGED}: ${v.summarize(parsed.issues)}`);
    }),
    client.onNotification(TREE_REPLACED, (params: unknown) => {
      const parsed = v.safeParse(treeReplacedParams, params);
      if (parsed.success) replaced.fire(fromServer.asUri(parsed.output.uri));
      else log.error(`${TREE_REPLACED}: ${v.summarize(parsed.issues)}`);
    }),
    client.onDidChangeState(({ newState }) => {
      // Running is said before the open texts are sent; the promise waits for that too.
      if (newState === State.Running) void client.start().then(() => restarted.fire());
    }),
  ];

  return {
    onChanged: changed.event,
    onReplaced: replaced.event,
    onServerRestart: restarted.event,
    watch(map) {
      if (client.state === State.Stopped) startServer(client);
      const key = map.toString();
      watchCounts.set(key, (watchCounts.get(key) ?? 0) + 1);
      return new Disposable(() => {
        const remaining = (watchCounts.get(key) ?? 1) - 1;
        if (remaining > 0) return void watchCounts.set(key, remaining);
        watchCounts.delete(key);
        if (client.state === State.Running) void client.sendNotification(TREE_CLOSED, { uri: toServer.asUri(map) });
      });
    },
    fetchTree: (map) => request(TREE, { uri: toServer.asUri(map) }, treeResult),
    importsOf: async (map) =>
      ((await request(IMPORTS, { uri: toServer.asUri(map) }, importsResult)) ?? []).map(({ uri, title }) => ({
        uri: fromServer.asUri(uri),
        title,
      })),
    locateCard: async (map, card) => {
      const location = await request(LOCATE, { uri: toServer.asUri(map), card }, locateResult);
      return location
        ? {
            uri: fromServer.asUri(location.uri),
            range: fromServer.asRange(location.range),
          }
        : undefined;
    },
    cardAt: async (map, uri, position, token) => {
      const place = {
        uri: toServer.asUri(uri),
        position: toServer.asPosition(position),
      };
      return (await request(CARD_AT, { uri: toServer.asUri(map), place }, cardAtResult, token))?.card;
    },
    requestEdit: (map, card, version, action) =>
      request(EDIT, { uri: toServer.asUri(map), card, version, action }, editResult),
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  };
}

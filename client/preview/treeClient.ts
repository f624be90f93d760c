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
  AT,
  atResult,
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

import { start } from "../languageClient.ts";

export type TreeAnswer = v.InferOutput<typeof treeResult>;
export type TreeChanged = v.InferOutput<typeof treeChangedParams>;

export interface TextPlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** A map that another one imports. */
export interface Imported {
  readonly uri: Uri;
  readonly title: string | undefined;
}

export interface Trees extends Disposable {
  /** A preview looks at a map; what this gives is disposed when it no longer does. */
  look(map: Uri): Disposable;
  /**
   * The tree of a map that a preview looks at, kept up to date from now on by `onChanged`. Null where there is no such map;
   * undefined where the server cannot answer: `onForgotten` then tells when to ask again.
   */
  tree(map: Uri): Promise<TreeAnswer | undefined>;
  /** Where a card's entry stands in the text. */
  locate(map: Uri, card: CardId): Promise<TextPlace | undefined>;
  /** The card of `map`'s tree that shows what stands at a place. */
  at(map: Uri, uri: Uri, position: Position, token: CancellationToken): Promise<CardId | undefined>;
  /** The maps that a map imports, directly or by way of others. */
  imports(map: Uri): Promise<readonly Imported[]>;
  /** What an action on a card comes to in the texts; undefined where the server cannot say. */
  edit(map: Uri, card: CardId, version: number, action: EditAction): Promise<EditResult | undefined>;
  /** A tree has changed; `uri` is that of its map. */
  readonly onChanged: Event<Omit<TreeChanged, "uri"> & { readonly uri: Uri }>;
  /** A map that a preview looks at has come or gone: its tree is to be asked for again. */
  readonly onReplaced: Event<Uri>;
  /** The server has started anew and knows of no tree that anybody looks at. */
  readonly onForgotten: Event<void>;
}

export function createTrees(server: LanguageClient, log: LogOutputChannel): Trees {
  const changed = new EventEmitter<Omit<TreeChanged, "uri"> & { readonly uri: Uri }>();
  const replaced = new EventEmitter<Uri>();
  const forgotten = new EventEmitter<void>();
  /** How many previews look at each map: the server is told of the last one only. */
  const looking = new Map<string, number>();
  const toServer = server.code2ProtocolConverter;
  const fromServer = server.protocol2CodeConverter;

  /** Undefined where the server cannot answer: it is starting, stopped, or was asked something stale. */
  async function ask<T extends v.GenericSchema>(
    method: string,
    params: object,
    schema: T,
    token?: CancellationToken,
  ): Promise<v.InferOutput<T> | undefined> {
    if (server.state !== State.Running) return undefined;
    try {
      // A token that is not there would be sent as a second parameter.
      const asked = token ? server.sendRequest(method, params, token) : server.sendRequest(method, params);
      return v.parse(schema, await asked);
    } catch (error) {
      if (!token?.isCancellationRequested) log.error(`${method}: ${error}`);
      return undefined;
    }
  }

  const listening = [
    changed,
    replaced,
    forgotten,
    server.onNotification(TREE_CHANGED, (params: unknown) => {
      const parsed = v.safeParse(treeChangedParams, params);
      if (parsed.success)
        changed.fire({
          ...parsed.output,
          uri: fromServer.asUri(parsed.output.uri),
        });
      else log.error(`${TREE_CHANGED}: ${v.summarize(parsed.issues)}`);
    }),
    server.onNotification(TREE_REPLACED, (params: unknown) => {
      const parsed = v.safeParse(treeReplacedParams, params);
      if (parsed.success) replaced.fire(fromServer.asUri(parsed.output.uri));
      else log.error(`${TREE_REPLACED}: ${v.summarize(parsed.issues)}`);
    }),
    server.onDidChangeState(({ newState }) => {
      // Running is said before the open texts are sent; the promise waits for that too.
      if (newState === State.Running) void server.start().then(() => forgotten.fire());
    }),
  ];

  return {
    onChanged: changed.event,
    onReplaced: replaced.event,
    onForgotten: forgotten.event,
    look(map) {
      if (server.state === State.Stopped) start(server);
      const key = map.toString();
      looking.set(key, (looking.get(key) ?? 0) + 1);
      return new Disposable(() => {
        const left = (looking.get(key) ?? 1) - 1;
        if (left > 0) return void looking.set(key, left);
        looking.delete(key);
        if (server.state === State.Running) void server.sendNotification(TREE_CLOSED, { uri: toServer.asUri(map) });
      });
    },
    tree: (map) => ask(TREE, { uri: toServer.asUri(map) }, treeResult),
    imports: async (map) =>
      ((await ask(IMPORTS, { uri: toServer.asUri(map) }, importsResult)) ?? []).map(({ uri, title }) => ({
        uri: fromServer.asUri(uri),
        title,
      })),
    locate: async (map, card) => {
      const place = await ask(LOCATE, { uri: toServer.asUri(map), card }, locateResult);
      return place
        ? {
            uri: fromServer.asUri(place.uri),
            range: fromServer.asRange(place.range),
          }
        : undefined;
    },
    at: async (map, uri, position, token) => {
      const place = {
        uri: toServer.asUri(uri),
        position: toServer.asPosition(position),
      };
      return (await ask(AT, { uri: toServer.asUri(map), place }, atResult, token))?.card;
    },
    edit: (map, card, version, action) => ask(EDIT, { uri: toServer.asUri(map), card, version, action }, editResult),
    dispose: () => {
      for (const each of listening) each.dispose();
    },
  };
}

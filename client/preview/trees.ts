/** What the preview asks the server, each answer validated. */
import * as v from "valibot";
import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type Position,
  type Range,
  type Uri,
} from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import type { CardId } from "../../server/language/tree.ts";
import {
  AT,
  atResult,
  LOCATE,
  locateResult,
  TREE,
  TREE_CHANGED,
  TREE_CLOSED,
  treeChangedParams,
  treeResult,
} from "../../server/tree/protocol.ts";

export type TreeAnswer = v.InferOutput<typeof treeResult>;
export type TreeChanged = v.InferOutput<typeof treeChangedParams>;

export interface TextPlace {
  readonly uri: Uri;
  readonly range: Range;
}

export interface Trees extends Disposable {
  /** The tree of a map, kept up to date from now on by `onChanged`. */
  tree(map: Uri): Promise<TreeAnswer>;
  /** Nobody looks at this tree any more. */
  close(map: Uri): void;
  /** Where a card's entry stands in the text. */
  locate(map: Uri, card: CardId): Promise<TextPlace | undefined>;
  /** The card of `map`'s tree that shows what stands at a place. */
  at(map: Uri, uri: Uri, position: Position, token: CancellationToken): Promise<CardId | undefined>;
  /** A tree has changed; `uri` is that of its map. */
  readonly onChanged: Event<Omit<TreeChanged, "uri"> & { readonly uri: Uri }>;
  /** The server has started anew and knows of no tree that anybody looks at. */
  readonly onForgotten: Event<void>;
}

export function createTrees(server: LanguageClient, log: LogOutputChannel): Trees {
  const changed = new EventEmitter<Omit<TreeChanged, "uri"> & { readonly uri: Uri }>();
  const forgotten = new EventEmitter<void>();
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
    server.onDidChangeState(({ newState }) => {
      // Running is said before the open texts are sent; the promise waits for that too.
      if (newState === State.Running) void server.start().then(() => forgotten.fire());
    }),
  ];

  return {
    onChanged: changed.event,
    onForgotten: forgotten.event,
    tree: async (map) => (await ask(TREE, { uri: toServer.asUri(map) }, treeResult)) ?? null,
    close: (map) => {
      if (server.state === State.Running) void server.sendNotification(TREE_CLOSED, { uri: toServer.asUri(map) });
    },
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
    dispose: () => {
      for (const each of listening) each.dispose();
    },
  };
}

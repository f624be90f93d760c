/** The requests about maps as a whole, and the server's notifications that their counts have changed. */
import { Disposable, type Event, EventEmitter, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { EntryCounts } from "../../server/core/tree/entryCounts.ts";
import {
  COUNTS,
  COUNTS_CHANGED,
  COUNTS_CLOSED,
  countsChangedParams,
  countsResult,
  ENTRIES,
  type EntriesResult,
  entriesResult,
  MAP_TEXTS,
  MAPS,
  type MapsResult,
  type MapTextsResult,
  mapsResult,
  mapTextsResult,
} from "../../server/protocol/maps.ts";
import type { ServerMessages } from "../serverMessages.ts";

/** Methods return undefined if the server cannot answer. */
export interface MapClient extends Disposable {
  /** All maps of the workspace, with their articles. */
  maps(): Promise<MapsResult | undefined>;
  /** The counts of a map; later changes come by `onCountsChanged`, until `closeCounts`. Null if there is no such map. */
  counts(map: Uri): Promise<EntryCounts | null | undefined>;
  closeCounts(map: Uri): void;
  /** The counted entries of a map, by group. */
  entries(map: Uri): Promise<EntriesResult | undefined>;
  /** The texts of a map and of all files that it imports; the map comes first. Null if there is no such map. */
  texts(map: Uri): Promise<MapTextsResult | undefined>;
  readonly onCountsChanged: Event<{ readonly map: Uri; readonly counts: EntryCounts }>;
  /** The server has restarted and tracks no counts. */
  readonly onServerRestart: Event<void>;
}

/** Returns the requests with URIs converted between VS Code and LSP. */
export function createMapClient(client: BaseLanguageClient, messages: ServerMessages): MapClient {
  const changed = new EventEmitter<{ readonly map: Uri; readonly counts: EntryCounts }>();
  const { asUri } = client.code2ProtocolConverter;
  const subscriptions = Disposable.from(
    changed,
    messages.onNotification(COUNTS_CHANGED, countsChangedParams, ({ uri, counts }) =>
      changed.fire({ map: Uri.parse(uri), counts }),
    ),
  );
  return {
    onCountsChanged: changed.event,
    onServerRestart: messages.onServerRestart,
    maps: () => messages.request(MAPS, {}, mapsResult),
    counts: (map) => messages.request(COUNTS, { uri: asUri(map) }, countsResult),
    closeCounts: (map) => messages.notify(COUNTS_CLOSED, { uri: asUri(map) }),
    entries: (map) => messages.request(ENTRIES, { uri: asUri(map) }, entriesResult, { isUserAction: true }),
    texts: (map) => messages.request(MAP_TEXTS, { uri: asUri(map) }, mapTextsResult, { isUserAction: true }),
    dispose: () => subscriptions.dispose(),
  };
}

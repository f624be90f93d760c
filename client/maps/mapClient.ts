/** The requests about maps as a whole, and the server's notifications that their counts have changed. */
import { type CancellationToken, Disposable, type Event, EventEmitter, type Range, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { EntryCounts } from "../../server/core/tree/entryCounts.ts";
import {
  CONVERT_PASTE,
  COUNTS,
  COUNTS_CHANGED,
  COUNTS_CLOSED,
  convertPasteResult,
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
import { toRange } from "../editor/navigation.ts";
import type { ServerMessages } from "../serverMessages.ts";

/** A text that is being pasted. */
export interface Paste {
  readonly map: Uri;
  readonly range: Range;
  readonly text: string;
}

/** Text that replaces a range, which contains that of the paste. */
export interface ConvertedPaste {
  readonly range: Range;
  readonly text: string;
}

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
  /** What a text of another tool becomes that is being pasted into a range of a map. Undefined if it is no such text. */
  convertPaste(paste: Paste, token: CancellationToken): Promise<ConvertedPaste | undefined>;
  readonly onCountsChanged: Event<{ readonly map: Uri; readonly counts: EntryCounts }>;
  /** The server has restarted and tracks no counts. */
  readonly onServerRestart: Event<void>;
}

/** Returns the requests with URIs converted between VS Code and LSP. */
export function createMapClient(client: BaseLanguageClient, messages: ServerMessages): MapClient {
  const changed = new EventEmitter<{ readonly map: Uri; readonly counts: EntryCounts }>();
  const { asRange, asUri } = client.code2ProtocolConverter;
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
    async convertPaste({ map, range, text }, token) {
      const params = { uri: asUri(map), range: asRange(range), text };
      const answer = await messages.request(CONVERT_PASTE, params, convertPasteResult, { token });
      return answer ? { range: toRange(answer.range), text: answer.text } : undefined;
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** Registers the requests about the maps of the workspace as a whole. */
import * as v from "valibot";
import { toLinkedTexts } from "../core/formats/linkedTexts.ts";
import { entryList } from "../features/maps/entryList.ts";
import { mapList } from "../features/maps/mapList.ts";
import * as protocol from "../protocol/maps.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { onCustomRequest } from "./customRequests.ts";
import type { ServerSession } from "./session.ts";

/** Registers the list of maps, the counts and lists of their entries, their texts, and the conversion of what is pasted. */
export function registerMapRequests(session: ServerSession): void {
  const { connection, workspace, counts } = session;
  const uriOf = ({ uri }: { readonly uri: string }): string => uri;

  onCustomRequest(
    session,
    { method: protocol.MAPS, schema: protocol.mapsParams, needsAllMaps: true, acceptsAnyVersion: true },
    () => mapList(workspace),
  );
  onCustomRequest(
    session,
    { method: protocol.COUNTS, schema: protocol.countsParams, uri: uriOf, acceptsAnyVersion: true },
    (_, uri) => counts.watch(uri) ?? null,
  );
  onCustomRequest(session, { method: protocol.ENTRIES, schema: protocol.entriesParams, uri: uriOf }, (_, uri) =>
    entryList(workspace, uri),
  );
  onCustomRequest(session, { method: protocol.MAP_TEXTS, schema: protocol.mapTextsParams, uri: uriOf }, (_, uri) => {
    const file = workspace.get(uri)?.file;
    return file === undefined ? null : toLinkedTexts(file);
  });
  onCustomRequest(
    session,
    { method: protocol.CONVERT_PASTE, schema: protocol.convertPasteParams, uri: uriOf },
    async ({ range, text }, uri) => {
      const { convertPaste } = await import("../features/actions/foreignConversion.ts");
      return convertPaste(workspace, uri, range, text);
    },
  );
  connection.onNotification(protocol.COUNTS_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.countsClosedParams, params);
    if (parsed.success) counts.unwatch(normalizeUri(parsed.output.uri));
  });
}

/** The requests of the preview, whose parameters come from outside and are looked at first. */
import * as v from "valibot";
import { fileOf } from "../core/language/map.ts";
import { headSpan } from "../core/language/problem.ts";
import { editCard } from "../features/preview/edit/index.ts";
import { importedMaps } from "../features/preview/importedMaps.ts";
import { rangeOf } from "../features/shared/ranges.ts";
import * as protocol from "../protocol/tree.ts";
import { normaliseUri } from "../workspace/paths.ts";
import { onCustomRequest } from "./customRequests.ts";
import type { ServerSession } from "./session.ts";

/** @param refreshTrees brings all trees up to date */
export function registerPreviewRequests(session: ServerSession, refreshTrees: () => void): void {
  const { connection, workspace, trees } = session;
  const handle = <P extends { readonly uri: string }>(
    method: string,
    schema: v.GenericSchema<unknown, P>,
    handler: (params: P, uri: string) => unknown,
    { needsAllMaps = false, acceptsAnyVersion = false } = {},
  ): void =>
    onCustomRequest(session, { method, schema, uri: ({ uri }) => uri, needsAllMaps, acceptsAnyVersion }, handler);
  handle(
    protocol.TREE,
    protocol.treeParams,
    async (_params, uri) => {
      // Also a map that is not open can be looked at; it is then read from disk.
      workspace.retain(uri);
      await workspace.whenIdle();
      // The others that look at it are told first of what has changed, so that all of them have the tree as it is.
      refreshTrees();
      return trees.watch(uri) ?? null;
    },
    { acceptsAnyVersion: true },
  );
  handle(protocol.LOCATE, protocol.locateParams, ({ card }, uri) => {
    const entry = trees.entryOf(uri, card);
    return entry === undefined ? null : { uri: fileOf(entry).uri, range: rangeOf(entry, headSpan(entry)) };
  });
  handle(protocol.CARD_AT, protocol.cardAtParams, ({ place }, uri) => {
    const card = trees.cardAt(uri, { ...place, uri: normaliseUri(place.uri) });
    return card === undefined ? null : { card };
  });
  handle(
    protocol.EDIT,
    protocol.editParams,
    ({ card, version, action }, uri) => {
      // What the user sees is compared with the texts as they are.
      refreshTrees();
      return editCard(workspace, trees, { uri, card, version, action });
    },
    // The version of the tree says whether it is still what the user saw.
    { needsAllMaps: true, acceptsAnyVersion: true },
  );
  handle(protocol.IMPORTS, protocol.importsParams, (_params, uri) => importedMaps(workspace, uri));
  connection.onNotification(protocol.TREE_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.treeClosedParams, params);
    if (!parsed.success) return;
    const uri = normaliseUri(parsed.output.uri);
    trees.unwatch(uri);
    workspace.release(uri);
  });
}

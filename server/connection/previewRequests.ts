/** Registers the requests of the preview. */
import * as v from "valibot";
import { fileOf } from "../core/language/map.ts";
import { headSpan } from "../core/language/problem.ts";
import { editCard } from "../features/preview/edit/index.ts";
import { explainCard } from "../features/preview/explainStanding.ts";
import { importedMaps } from "../features/preview/importedMaps.ts";
import { propertyChoices } from "../features/preview/propertyChoices.ts";
import { entryWithoutCard, tablesForCards } from "../features/preview/tables.ts";
import { weigh } from "../features/preview/weigh.ts";
import { weighPage } from "../features/preview/weighedPage.ts";
import { rangeOf } from "../features/shared/ranges.ts";
import { TABLES, tablesParams } from "../protocol/tables.ts";
import * as protocol from "../protocol/tree.ts";
import * as weighing from "../protocol/weighing.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { onCustomRequest } from "./customRequests.ts";
import type { ServerSession } from "./session.ts";

/** @param refreshTrees updates all trees and sends their changes to the client */
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
      // Reads the map from disk if it is not open.
      workspace.retain(uri);
      await workspace.whenMapsIdle();
      // Other previews of the map must receive pending changes first, so that all have the same version.
      refreshTrees();
      return trees.watch(uri) ?? null;
    },
    { acceptsAnyVersion: true },
  );
  handle(protocol.LOCATE, protocol.locateParams, ({ card }, uri) => {
    const entry = trees.entryOf(uri, card) ?? entryWithoutCard(workspace, uri, card);
    return entry === undefined ? null : { uri: fileOf(entry).uri, range: rangeOf(entry, headSpan(entry)) };
  });
  handle(protocol.CARD_AT, protocol.cardAtParams, ({ textPosition }, uri) => {
    const card = trees.cardAt(uri, { ...textPosition, uri: normalizeUri(textPosition.uri) });
    return card === undefined ? null : { card };
  });
  handle(
    protocol.EDIT,
    protocol.editParams,
    ({ card, version, action }, uri) => {
      // The edit is based on a version of the tree, so the tree must match the texts.
      refreshTrees();
      return editCard(workspace, trees, { uri, card, version, action });
    },
    // The version of the tree replaces that of the document.
    { needsAllMaps: true, acceptsAnyVersion: true },
  );
  handle(
    protocol.PROPERTY_CHOICES,
    protocol.propertyChoicesParams,
    ({ card, property }, uri) => {
      refreshTrees();
      return propertyChoices(trees, uri, card, property) ?? null;
    },
    { acceptsAnyVersion: true },
  );
  handle(
    weighing.WEIGH,
    weighing.weighParams,
    (params, uri) => {
      refreshTrees();
      return weigh(workspace, trees, uri, params).then((result) => result ?? null);
    },
    { acceptsAnyVersion: true },
  );
  handle(
    TABLES,
    tablesParams,
    (params, uri) => {
      refreshTrees();
      return tablesForCards(workspace, trees, uri, params).then((result) => result ?? null);
    },
    // The page asks again when the tree changes.
    { acceptsAnyVersion: true },
  );
  handle(
    weighing.EXPLAIN_STANDING,
    weighing.explainStandingParams,
    (params, uri) => {
      refreshTrees();
      return explainCard(workspace, trees, uri, params).then((explanation) => explanation ?? null);
    },
    // The page asks again when the tree changes.
    { acceptsAnyVersion: true },
  );
  handle(
    weighing.WEIGH_PAGE,
    weighing.weighPageParams,
    (params, uri) => {
      refreshTrees();
      return weighPage(workspace, trees, uri, params).then((page) => page ?? null);
    },
    { acceptsAnyVersion: true },
  );
  handle(protocol.IMPORTS, protocol.importsParams, (_params, uri) => importedMaps(workspace, uri));
  connection.onNotification(protocol.TREE_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.treeClosedParams, params);
    if (!parsed.success) return;
    const uri = normalizeUri(parsed.output.uri);
    trees.unwatch(uri);
    workspace.release(uri);
  });
}

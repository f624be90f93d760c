/** The requests of the preview, whose parameters come from outside and are looked at first. */
import * as v from "valibot";
import { fileOf } from "../core/language/map.ts";
import { headSpan } from "../core/language/problem.ts";
import { edit } from "../features/preview/edit/index.ts";
import { imports } from "../features/preview/importedMaps.ts";
import { rangeOf } from "../features/shared/ranges.ts";
import * as protocol from "../protocol/tree.ts";
import { normalUri } from "../workspace/paths.ts";
import { onOwn } from "./customRequests.ts";
import type { Session } from "./session.ts";

/** @param drawTrees brings all trees up to date */
export function answerPreviews(session: Session, drawTrees: () => void): void {
  const { connection, workspace, trees } = session;
  const on = <P extends { readonly uri: string }>(
    method: string,
    schema: v.GenericSchema<unknown, P>,
    make: (params: P, uri: string) => unknown,
    { needsAll = false, anyText = false } = {},
  ): void => onOwn(session, { method, schema, uri: ({ uri }) => uri, needsAll, anyText }, make);
  on(
    protocol.TREE,
    protocol.treeParams,
    async (_params, uri) => {
      // Also a map that is not open can be looked at; it is then read from disk.
      workspace.hold(uri);
      await workspace.settled();
      // The others that look at it are told first of what has changed, so that all of them have the tree as it is.
      drawTrees();
      return trees.watch(uri) ?? null;
    },
    { anyText: true },
  );
  on(protocol.LOCATE, protocol.locateParams, ({ card }, uri) => {
    const entry = trees.entryOf(uri, card);
    return entry === undefined ? null : { uri: fileOf(entry).uri, range: rangeOf(entry, headSpan(entry)) };
  });
  on(protocol.AT, protocol.atParams, ({ place }, uri) => {
    const card = trees.cardAt(uri, { ...place, uri: normalUri(place.uri) });
    return card === undefined ? null : { card };
  });
  on(
    protocol.EDIT,
    protocol.editParams,
    ({ card, version, action }, uri) => {
      // What the user sees is compared with the texts as they are.
      drawTrees();
      return edit(workspace, trees, { uri, card, version, action });
    },
    // The version of the tree says whether it is still what the user saw.
    { needsAll: true, anyText: true },
  );
  on(protocol.IMPORTS, protocol.importsParams, (_params, uri) => imports(workspace, uri));
  connection.onNotification(protocol.TREE_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.treeClosedParams, params);
    if (!parsed.success) return;
    const uri = normalUri(parsed.output.uri);
    trees.unwatch(uri);
    workspace.release(uri);
  });
}

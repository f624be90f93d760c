/** The tables of the map, which the server makes while they are shown. */

import type { TableKind } from "../../../server/core/tables/table.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { ToPanel } from "../../../server/protocol/preview.ts";
import type { CardTable, TablesResult } from "../../../server/protocol/tables.ts";
import { messages } from "../messages/messages.ts";
import { ask, receive, type ServerQuery } from "../weighing/serverQuery.ts";
import { type SupposedCards, suppositionsMessage, type WeighedSession } from "../weighing/weighing.ts";

interface TablesQuestion {
  readonly tree: Tree;
  readonly suppositions: SupposedCards;
  readonly kind: TableKind;
}

interface TablesAnswer {
  readonly kind: TableKind;
  readonly tables: readonly CardTable[];
}

export type TablesQuery = ServerQuery<TablesQuestion, TablesAnswer>;

/** The part of the page's state that tables depend on. */
export interface TablesSession extends WeighedSession {
  readonly tables: TablesQuery;
}

/** Returns the session with the question that must be asked now, and the message that asks it. Asks nothing while no table is shown. */
export function askForTables<Session extends TablesSession>(
  session: Session,
): { readonly session: Session; readonly outgoing: readonly ToPanel[] } {
  const { map, tree, viewOptions, weighing } = session;
  const { isShown, kind } = viewOptions.table;
  if (map === undefined || tree === undefined || !isShown) return { session, outgoing: [] };
  const { suppositions } = weighing;
  const tables = ask(session.tables, { tree, suppositions, kind });
  if (tables === session.tables) return { session, outgoing: [] };
  const { lastRequestId: requestId } = tables;
  return {
    session: { ...session, tables },
    outgoing: [
      {
        type: "makeTables",
        map,
        requestId,
        kind,
        suppositions: suppositionsMessage(suppositions),
        language: messages.language,
      },
    ],
  };
}

/** Applies an answer. If the server could not answer, what is shown stays until the next question. */
export const handleTables = <Session extends TablesSession>(
  session: Session,
  requestId: number,
  result: TablesResult | null,
): Session => ({
  ...session,
  tables: receive<TablesQuestion, TablesAnswer>(session.tables, requestId, ({ kind }, previous) =>
    result === null ? previous : { kind, tables: result.tables },
  ),
});

/** Returns the tables to show; undefined while the server has not answered. */
export const shownTables = ({ tables, viewOptions }: TablesSession): readonly CardTable[] | undefined =>
  tables.answer?.kind === viewOptions.table.kind ? tables.answer.tables : undefined;

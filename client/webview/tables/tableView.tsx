/** The tables of the map, in the place of the picture. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { TableKind } from "../../../server/core/tables/table.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import { messages } from "../messages/messages.ts";
import type { FindState } from "../panels/useFind.ts";
import type { PageSession } from "../state/session.ts";
import { type UpdateViewOptions, withTable } from "../state/viewOptions.ts";
import { LiveRegion } from "../ui/liveRegion.tsx";
import { type LinkContext, MapTable } from "./mapTable.tsx";
import { TableBar } from "./tableBar.tsx";
import { followFocus, moveBetweenLinks, setTabStop } from "./tableNavigation.ts";
import { rowFilter, shownRows } from "./tableRows.ts";
import { shownTables } from "./tables.ts";

interface TableViewProps {
  readonly session: PageSession;
  readonly find: FindState;
  readonly updateViewOptions: UpdateViewOptions;
  readonly onOpen: (card: CardId, preserveFocus: boolean) => void;
  readonly onExport: (tables: readonly CardTable[]) => void;
}

const NO_TABLES: readonly CardTable[] = [];

/** Shows the tables of the chosen kind, with their tabs. */
export function TableView({ session, find, updateViewOptions, onOpen, onExport }: TableViewProps) {
  const { tree, viewOptions, cursorCard } = session;
  const { kind, sorting } = viewOptions.table;
  const { selected } = viewOptions;
  const { hidesNonMatches } = viewOptions.exploration.filter;
  const tables = shownTables(session);
  const scroller = useRef<HTMLDivElement>(null);
  const hits = useMemo(() => new Set(find.hits), [find.hits]);
  const [announcement, setAnnouncement] = useState<string>();
  const matches = useMemo(
    () => (tree === undefined ? () => true : rowFilter(tree, viewOptions)),
    [tree, viewOptions.exploration.filter],
  );
  const shown = useMemo(
    () =>
      (tables ?? NO_TABLES).map((table, index) => {
        const own = sorting?.table === index && sorting.column < table.columns.length ? sorting : undefined;
        return { table, sorting: own, rows: shownRows(table, own, matches, hidesNonMatches) };
      }),
    [tables, sorting, matches, hidesNonMatches],
  );

  /** Brings the link to a card into view, if there is one. */
  const reveal = (card: CardId | undefined): void =>
    card === undefined
      ? undefined
      : scroller.current?.querySelector(`[data-entry="${CSS.escape(card)}"]`)?.scrollIntoView({ block: "nearest" });
  useEffect(() => reveal(find.currentHit), [find.currentHit]);
  useEffect(() => reveal(cursorCard), [cursorCard, kind, tables === undefined]);

  useLayoutEffect(() => {
    if (scroller.current) setTabStop(scroller.current);
  });

  const links: LinkContext = {
    selected,
    cursorCard,
    hits,
    currentHit: find.currentHit,
    onOpen(card, preserveFocus) {
      updateViewOptions((previous) => ({ ...previous, selected: card }));
      onOpen(card, preserveFocus);
    },
  };
  const showKind = (next: TableKind): void =>
    updateViewOptions((previous) => withTable(previous, { kind: next, sorting: undefined }));
  const asShown = (): readonly CardTable[] =>
    shown.map(({ table, rows }) => ({ ...table, rows: rows.rows.map(({ cells }) => [...cells]) }));
  return (
    <section class="table-view" aria-label={messages.tables.label}>
      <TableBar
        kind={kind}
        onShowKind={showKind}
        tables={shown.length === 0 ? undefined : asShown}
        onExport={onExport}
        onAnnounce={setAnnouncement}
      />
      <div
        ref={scroller}
        id="table-panel"
        class="tables"
        role="tabpanel"
        aria-labelledby={`table-tab-${kind}`}
        onKeyDown={moveBetweenLinks}
        onFocusIn={followFocus}
      >
        {tables === undefined && <p class="note">{messages.tables.computing}</p>}
        {tables?.length === 0 && <p class="note">{messages.tables.empty[kind]}</p>}
        {shown.map(({ table, rows, sorting: own }, index) => (
          <MapTable
            key={index}
            table={table}
            shown={rows}
            sorting={own}
            onSort={(next) =>
              updateViewOptions((previous) => withTable(previous, { sorting: next && { ...next, table: index } }))
            }
            links={links}
          />
        ))}
      </div>
      <LiveRegion text={announcement} />
    </section>
  );
}

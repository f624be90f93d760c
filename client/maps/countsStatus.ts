/** The status bar item that counts the entries of a map, and *Show Entries…*, which lists them. */
import {
  commands,
  Disposable,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  StatusBarAlignment,
  TabInputText,
  TabInputWebview,
  type Uri,
  window,
  workspace,
} from "vscode";
import { capitalize } from "../../server/core/strings/english.ts";
import { describeCount, type EntryCounts, type EntryGroup, entryGroups } from "../../server/core/tree/entryCounts.ts";
import type { ArticleLocation } from "../../server/protocol/articles.ts";
import type { EntriesResult } from "../../server/protocol/maps.ts";
import { goTo, toTextLocation } from "../editor/navigation.ts";
import { isOpenInTab } from "../editor/viewColumns.ts";
import { LANGUAGE } from "../language.ts";
import type { MapClient } from "./mapClient.ts";

const SHOW_ENTRIES_COMMAND = "argmap.showEntries";
/** In the status bar, the kinds come first. In the list, the entries that need work come first. */
const statusOrder: readonly EntryGroup[] = ["claim", "reason", "objection"];

/** Creates the item. It shows the map in the active editor, and stays while a preview is active. */
export function createCountsStatus(client: MapClient): Disposable {
  const status = window.createStatusBarItem("argmap.counts", StatusBarAlignment.Left, 11);
  status.name = l10n.t("Argmap: Counts");
  status.command = SHOW_ENTRIES_COMMAND;
  let shownMap: Uri | undefined;

  const isShown = (map: Uri): boolean => map.toString() === shownMap?.toString();

  function show(counts: EntryCounts): void {
    const isEmpty = entryGroups.every((group) => counts[group] === 0);
    if (isEmpty) return void status.hide();
    status.text = [
      `$(list-tree) ${statusOrder
        .filter((group) => counts[group] > 0)
        .map((group) => describeCount(group, counts[group]))
        .join(", ")}`,
      ...(counts.unanswered > 0 ? [`$(circle-large-outline) ${l10n.t("{0} unanswered", counts.unanswered)}`] : []),
      ...(counts.unquoted > 0 ? [`$(quote) ${l10n.t("{0} without a quote", counts.unquoted)}`] : []),
    ].join("  ");
    status.tooltip = l10n.t("Click to list the entries of this map.");
    status.accessibilityInformation = {
      label: entryGroups.map((group) => describeCount(group, counts[group])).join(", "),
    };
    status.show();
  }

  async function update(): Promise<void> {
    const map = mapToCount(shownMap);
    if (shownMap !== undefined && map?.toString() !== shownMap.toString()) client.closeCounts(shownMap);
    // A large map is counted later than it is shown. Until then, the counts of the map before would be taken for its own.
    if (map?.toString() !== shownMap?.toString()) status.hide();
    shownMap = map;
    if (map === undefined) return;
    const counts = await client.counts(map);
    if (!isShown(map)) return;
    if (counts) show(counts);
    else status.hide();
  }
  void update();

  return Disposable.from(
    status,
    commands.registerCommand(SHOW_ENTRIES_COMMAND, async () => {
      const groups = shownMap && (await client.entries(shownMap));
      if (groups) await pickEntry(groups);
    }),
    client.onCountsChanged(({ map, counts }) => isShown(map) && show(counts)),
    client.onServerRestart(update),
    window.onDidChangeActiveTextEditor(update),
    window.tabGroups.onDidChangeTabs(update),
    // A text that becomes a map by its language.
    workspace.onDidOpenTextDocument(({ languageId }) => languageId === LANGUAGE && void update()),
  );
}

/** The map in the active editor; while a preview is active, the map that was active before, if it is still open. */
function mapToCount(previous: Uri | undefined): Uri | undefined {
  const active = window.tabGroups.activeTabGroup.activeTab?.input;
  if (active instanceof TabInputText) {
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === active.uri.toString());
    return document?.languageId === LANGUAGE ? document.uri : undefined;
  }
  return active instanceof TabInputWebview && previous && isOpenInTab(previous) ? previous : undefined;
}

interface EntryItem extends QuickPickItem {
  readonly location?: ArticleLocation;
}

/** Lets the user pick an entry, and goes to it. */
async function pickEntry(groups: EntriesResult): Promise<void> {
  const items = groups.flatMap(({ group, entries }): readonly EntryItem[] => {
    if (entries.length === 0) return [];
    const heading = capitalize(describeCount(group, entries.length));
    return [
      { label: heading, kind: QuickPickItemKind.Separator },
      ...entries.map(({ uri, range, kind, text }) => ({
        label: text || kind,
        // The heading says the kind of all others.
        description: group === "unquoted" ? kind : "",
        location: { uri, range },
      })),
    ];
  });
  if (items.length === 0) {
    return void window.showInformationMessage(l10n.t("This map has no claims, reasons or objections yet."));
  }
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Entries of This Map"),
    placeHolder: l10n.t("Type to search, Enter to go to the entry"),
    matchOnDescription: true,
  });
  if (chosen?.location) await goTo(toTextLocation(chosen.location));
}

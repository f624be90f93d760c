/** The items of the quick pick that asks for the target of a passage. */
import { l10n, type QuickPickItem, QuickPickItemKind } from "vscode";
import { baseName } from "../../../server/core/strings/baseName.ts";
import { truncate } from "../../../server/core/strings/truncate.ts";
import type { CitingKind, EntryKey, QuoteAddition, TargetsResult } from "../../../server/protocol/articles.ts";

/** A map with one of its entries, or without one for the end of the map. */
export interface QuoteTarget {
  readonly map: string;
  readonly entry: EntryKey | undefined;
}

export interface TargetItem extends QuickPickItem {
  /** Undefined for separators. */
  readonly target?: QuoteTarget;
}

export interface TargetItemOptions {
  readonly addition: QuoteAddition;
  /** The text that the user has typed. */
  readonly query: string;
  /** The last targets, newest first. */
  readonly recentTargets: readonly QuoteTarget[];
  /** The URIs of the maps that are visible in the window. */
  readonly visibleMaps: ReadonlySet<string>;
}

/**
 * VS Code's list is at most 600 pixels wide and cuts off what is longer. A label is a name of up to 24 letters, as a rule.
 */
const MAX_DESCRIPTION_LENGTH = 50;
const MAX_DETAIL_LENGTH = 85;

const icons: { readonly [K in CitingKind]: string } = {
  question: "$(question)",
  claim: "$(comment)",
  premise: "$(note)",
  assumption: "$(note)",
  reason: "$(add)",
  objection: "$(remove)",
};

/** Visible maps come first, then maps that cite the article, then all others. Recent targets in the first two precede all. */
export function targetItems({ maps }: TargetsResult, options: TargetItemOptions): TargetItem[] {
  const { recentTargets, visibleMaps } = options;
  const rank = ({ uri, cites }: TargetsResult["maps"][number]) => (visibleMaps.has(uri) ? 0 : cites ? 1 : 2);
  const byMap = maps.toSorted((a, b) => rank(a) - rank(b)).map((map) => ({ map, items: mapItems(map, options) }));
  const all = byMap.flatMap(({ items }) => items);
  const relatedMaps = new Set(maps.filter((map) => rank(map) < 2).map(({ uri }) => uri));
  // A recent target in a map on another subject is unlikely to be meant.
  const recentItems = recentTargets
    .filter(({ map }) => relatedMaps.size === 0 || relatedMaps.has(map))
    .flatMap((target) => all.find((item) => item.target && isSameTarget(item.target, target)) ?? []);
  const recent = group(l10n.t("recently used"), recentItems);
  const isOnlyMap = maps.length === 1;
  const others = byMap.flatMap(({ map, items }) => {
    const rest = items.filter((item) => !recentItems.includes(item));
    // The title of the only map would say nothing, and take room from the text beside it.
    return isOnlyMap && recent.length === 0 ? rest : group(isOnlyMap ? "" : map.title, rest);
  });
  return [...recent, ...others];
}

/** Whether two targets lead to the same entry, or both to the end of the same map. */
export const isSameTarget = (a: QuoteTarget, b: QuoteTarget): boolean => a.map === b.map && a.entry?.id === b.entry?.id;

function mapItems(
  { uri, additions: atEnd, entries }: TargetsResult["maps"][number],
  { addition, query }: TargetItemOptions,
): readonly TargetItem[] {
  const file = baseName(uri);
  const endItem: TargetItem = {
    label: `$(arrow-down) ${l10n.t("At the end of the map")}`,
    description: file,
    target: { map: uri, entry: undefined },
  };
  return [
    ...(atEnd.includes(addition) && query === "" ? [endItem] : []),
    ...entries
      .filter((entry) => entry.additions.includes(addition))
      .map(
        ({ key, kind, name, text, path }): TargetItem => ({
          // VS Code moves items with matching labels to the front. With names as labels only those move; the rest keeps
          // the server's order.
          label: `${icons[kind]} ${name ?? kind}`,
          // Separators disappear while the user types, so each item names its file.
          description: truncate(path === "" ? file : `${file} › ${path}`, MAX_DESCRIPTION_LENGTH),
          detail: truncate(text, MAX_DETAIL_LENGTH),
          // The server matches more loosely than VS Code does.
          alwaysShow: true,
          target: { map: uri, entry: key },
        }),
      ),
  ];
}

const group = (label: string, items: readonly TargetItem[]): readonly TargetItem[] =>
  items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];

/** Asks the user for the place in a map to which a passage is added. */
import { l10n, type Uri, window } from "vscode";
import type { QuoteAddition, TargetsResult } from "../../../server/protocol/articles.ts";
import type { ArticleClient } from "../articleClient.ts";
import { noMapMessage, visibleMaps } from "../mapChoice.ts";
import { isSameTarget, type QuoteTarget, type TargetItem, targetItems } from "./targetItems.ts";

const MAX_RECENT = 5;
/** The last targets, newest first. Entry ids are never reused, so a target whose entry is gone just matches nothing. */
let recentTargets: readonly QuoteTarget[] = [];

/** The target that the user picks. Undefined if the user cancels, or if there is no possible target. */
export async function pickTarget(
  articles: Pick<ArticleClient, "targets">,
  article: Uri,
  addition: QuoteAddition,
): Promise<QuoteTarget | undefined> {
  const initialTargets = await articles.targets(article, "");
  if (!initialTargets) return undefined;
  const itemsFor = (targets: TargetsResult, query: string): TargetItem[] =>
    targetItems(targets, { addition, query, recentTargets, visibleMaps: visibleMaps() });
  const initialItems = itemsFor(initialTargets, "");
  if (!initialItems.some(({ target }) => target)) {
    void window.showInformationMessage(noTargetsMessage(initialTargets));
    return undefined;
  }
  const onlyTarget = onlyPossibleTarget(initialTargets, initialItems);
  if (onlyTarget) return onlyTarget;
  const target = await new Promise<QuoteTarget | undefined>((resolve) => {
    const pick = window.createQuickPick<TargetItem>();
    pick.title = pickTitle(addition);
    pick.placeholder =
      addition === "quote" ? l10n.t("Select the entry to add the quote to") : l10n.t("Select where to add it");
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    const showItems = (items: TargetItem[]): void => {
      pick.items = items;
      // VS Code would select the first item with a matching name, even one far down the list.
      pick.activeItems = items.filter(({ target }) => target).slice(0, 1);
    };
    showItems(initialItems);
    let lastQueryId = 0;
    /** The user pressed Enter before the server answered the last query: accept the first item of the answer. */
    let isAcceptPending = false;
    const accept = (item: TargetItem | undefined): void => {
      if (!item?.target) return;
      resolve(item.target);
      pick.hide();
    };
    pick.onDidChangeValue(async (query) => {
      const queryId = ++lastQueryId;
      pick.busy = true;
      isAcceptPending = false;
      const targets = await articles.targets(article, query);
      // A newer query has replaced this one.
      if (queryId !== lastQueryId) return;
      pick.busy = false;
      if (!targets) return;
      showItems(itemsFor(targets, query));
      if (isAcceptPending) accept(pick.activeItems[0]);
    });
    pick.onDidAccept(() => {
      if (pick.busy) isAcceptPending = true;
      else accept(pick.selectedItems[0]);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
  if (target) {
    recentTargets = [target, ...recentTargets.filter((recent) => !isSameTarget(recent, target))].slice(0, MAX_RECENT);
  }
  return target;
}

/** The end of the only map, if nothing else is possible: a list of one item would ask nothing. */
function onlyPossibleTarget({ maps }: TargetsResult, items: readonly TargetItem[]): QuoteTarget | undefined {
  const [target, ...others] = items.flatMap((item) => item.target ?? []);
  return maps.length === 1 && others.length === 0 && target?.entry === undefined ? target : undefined;
}

const pickTitle = (addition: QuoteAddition): string =>
  ({
    quote: l10n.t("Quote in Map"),
    claim: l10n.t("Add Claim from Selection"),
    reason: l10n.t("Add Reason from Selection"),
    objection: l10n.t("Add Objection from Selection"),
    premise: l10n.t("Add Premise from Selection"),
  })[addition];

const noTargetsMessage = ({ maps }: TargetsResult): string =>
  maps.length === 0 ? noMapMessage() : l10n.t("No map has an entry to add this to. Add a claim first.");

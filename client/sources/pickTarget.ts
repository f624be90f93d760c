/** Asks the user where in the maps a passage is to go. */
import { type QuickPickItem, QuickPickItemKind, type Uri, window } from "vscode";
import type { CitingKind, EntryKey, QuoteAddition, TargetsResult } from "../../server/protocol/articles.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { ArticleClient } from "./articleClient.ts";

/** A map, and an entry of it; none for the end of the map. */
export interface PickedTarget {
  readonly map: string;
  readonly entry: EntryKey | undefined;
}

interface TargetItem extends QuickPickItem {
  readonly target?: PickedTarget;
}

const icons: { readonly [K in CitingKind]: string } = {
  question: "$(question)",
  claim: "$(comment)",
  premise: "$(note)",
  assumption: "$(note)",
  reason: "$(add)",
  objection: "$(remove)",
};

/** How many of the last targets come first. */
const MAX_RECENT = 5;
/** Newest first. An entry has its identity as long as the server lives, and no other one has it after that: then it is passed over. */
let recentTargets: readonly PickedTarget[] = [];

/** The target that the user picks; undefined where there is none to pick, or none was picked. */
export async function pickTarget(
  articles: ArticleClient,
  article: Uri,
  add: QuoteAddition,
): Promise<PickedTarget | undefined> {
  const initialTargets = await articles.targets(article, "");
  if (!initialTargets) return undefined;
  const choices = targetItems(initialTargets, add);
  if (!choices.some(({ target }) => target)) {
    void window.showInformationMessage(noTargetsMessage(initialTargets, add));
    return undefined;
  }
  const target = await new Promise<PickedTarget | undefined>((resolve) => {
    const pick = window.createQuickPick<TargetItem>();
    pick.title = add === "quote" ? "Quote in Map" : `Add ${add[0]?.toUpperCase()}${add.slice(1)} from Selection`;
    pick.placeholder = add === "quote" ? "What do these words bear out?" : "Where does it go?";
    pick.matchOnDescription = true;
    const showItems = (items: TargetItem[]): void => {
      pick.items = items;
      // VS Code puts names that match first, wherever they are; what is in sight is meant more often.
      pick.activeItems = items.filter(({ target }) => target).slice(0, 1);
    };
    showItems(choices);
    let lastQueryId = 0;
    /** Enter was pressed before what was typed last had been looked for: what comes first then is meant. */
    let isAcceptPending = false;
    const accept = (choice: TargetItem | undefined): void => {
      if (!choice?.target) return;
      resolve(choice.target);
      pick.hide();
    };
    pick.onDidChangeValue(async (query) => {
      const queryId = ++lastQueryId;
      pick.busy = true;
      isAcceptPending = false;
      const found = await articles.targets(article, query);
      // Only the newest question is answered.
      if (queryId !== lastQueryId) return;
      pick.busy = false;
      if (!found) return;
      showItems(targetItems(found, add, query));
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
  if (target)
    recentTargets = [target, ...recentTargets.filter((one) => !isSameTarget(one, target))].slice(0, MAX_RECENT);
  return target;
}

/** What is offered: the last targets in maps that are in sight or cite the article, then map by map, in this order too. */
function targetItems({ maps }: TargetsResult, add: QuoteAddition, query = ""): TargetItem[] {
  const visibleUris = new Set(
    window.visibleTextEditors
      .filter(({ document }) => document.languageId === LANGUAGE)
      .map(({ document }) => document.uri.toString()),
  );
  const rank = ({ uri, cites }: TargetsResult["maps"][number]) => (visibleUris.has(uri) ? 0 : cites ? 1 : 2);
  const byMap = maps.toSorted((a, b) => rank(a) - rank(b)).map((map) => ({ map, choices: mapItems(map, add, query) }));
  const all = byMap.flatMap(({ choices }) => choices);
  const relatedMaps = new Set(maps.filter((map) => rank(map) < 2).map(({ uri }) => uri));
  // What was last added to a map about something else is not where this goes.
  const recentItems = recentTargets
    .filter(({ map }) => relatedMaps.size === 0 || relatedMaps.has(map))
    .flatMap((target) => all.find((choice) => choice.target && isSameTarget(choice.target, target)) ?? []);
  return [
    ...group("last used", recentItems),
    ...byMap.flatMap(({ map, choices }) =>
      group(
        map.title,
        choices.filter((choice) => !recentItems.includes(choice)),
      ),
    ),
  ];
}

function mapItems(
  { uri, title, add: atEnd, entries }: TargetsResult["maps"][number],
  add: QuoteAddition,
  query: string,
) {
  const endItem: TargetItem = {
    label: "$(arrow-down) At the end of the map",
    detail: title,
    target: { map: uri, entry: undefined },
  };
  return [
    ...(atEnd.includes(add) && query === "" ? [endItem] : []),
    ...entries
      .filter((entry) => entry.add.includes(add))
      .map(
        ({ key, kind, name, text, path }): TargetItem => ({
          // VS Code sorts by the labels that match: names come first so, and all else stays in the server's order.
          label: `${icons[kind]} ${name ?? kind}`,
          description: text,
          // The headings of maps go while one types.
          detail: path === "" ? title : `${title} › ${path}`,
          // The server has found it, also where VS Code would not.
          alwaysShow: true,
          target: { map: uri, entry: key },
        }),
      ),
  ];
}

const group = (label: string, choices: readonly TargetItem[]): readonly TargetItem[] =>
  choices.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...choices];

const isSameTarget = (a: PickedTarget, b: PickedTarget): boolean => a.map === b.map && a.entry?.id === b.entry?.id;

const noTargetsMessage = ({ maps }: TargetsResult, add: QuoteAddition): string =>
  maps.length === 0
    ? "There is no map in this workspace yet: Argmap: Encode This Article makes one beside the article."
    : `No map has an entry that a ${add} could stand under. Add a claim first.`;

/** Asks the user where in the maps a passage is to go. */
import { type QuickPickItem, QuickPickItemKind, type Uri, window } from "vscode";
import type { Addition, CitingKind, EntryKey, TargetsResult } from "../../server/protocol/articles.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { Articles } from "./articleClient.ts";

/** A map, and an entry of it; none for the end of the map. */
export interface Target {
  readonly map: string;
  readonly entry: EntryKey | undefined;
}

interface Choice extends QuickPickItem {
  readonly target?: Target;
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
const MOST_RECENT = 5;
/** Newest first. An entry has its identity as long as the server lives, and no other one has it after that: then it is passed over. */
let recent: readonly Target[] = [];

/** The target that the user picks; undefined where there is none to pick, or none was picked. */
export async function pickTarget(articles: Articles, article: Uri, add: Addition): Promise<Target | undefined> {
  const first = await articles.targets(article, "");
  if (!first) return undefined;
  const choices = choicesOf(first, add);
  if (!choices.some(({ target }) => target)) {
    void window.showInformationMessage(nothing(first, add));
    return undefined;
  }
  const target = await new Promise<Target | undefined>((resolve) => {
    const pick = window.createQuickPick<Choice>();
    pick.title = add === "quote" ? "Quote in Map" : `Add ${add[0]?.toUpperCase()}${add.slice(1)} from Selection`;
    pick.placeholder = add === "quote" ? "What do these words bear out?" : "Where does it go?";
    pick.matchOnDescription = true;
    const offer = (items: Choice[]): void => {
      pick.items = items;
      // VS Code puts names that match first, wherever they are; what is in sight is meant more often.
      pick.activeItems = items.filter(({ target }) => target).slice(0, 1);
    };
    offer(choices);
    let asked = 0;
    /** Enter was pressed before what was typed last had been looked for: what comes first then is meant. */
    let accepted = false;
    const take = (choice: Choice | undefined): void => {
      if (!choice?.target) return;
      resolve(choice.target);
      pick.hide();
    };
    pick.onDidChangeValue(async (query) => {
      const question = ++asked;
      pick.busy = true;
      accepted = false;
      const found = await articles.targets(article, query);
      // Only the newest question is answered.
      if (question !== asked) return;
      pick.busy = false;
      if (!found) return;
      offer(choicesOf(found, add, query));
      if (accepted) take(pick.activeItems[0]);
    });
    pick.onDidAccept(() => {
      if (pick.busy) accepted = true;
      else take(pick.selectedItems[0]);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
  if (target) recent = [target, ...recent.filter((one) => !same(one, target))].slice(0, MOST_RECENT);
  return target;
}

/** What is offered: the last targets in maps that are in sight or cite the article, then map by map, in this order too. */
function choicesOf({ maps }: TargetsResult, add: Addition, query = ""): Choice[] {
  const inSight = new Set(
    window.visibleTextEditors
      .filter(({ document }) => document.languageId === LANGUAGE)
      .map(({ document }) => document.uri.toString()),
  );
  const rank = ({ uri, cites }: TargetsResult["maps"][number]) => (inSight.has(uri) ? 0 : cites ? 1 : 2);
  const byMap = maps.toSorted((a, b) => rank(a) - rank(b)).map((map) => ({ map, choices: entriesOf(map, add, query) }));
  const all = byMap.flatMap(({ choices }) => choices);
  const near = new Set(maps.filter((map) => rank(map) < 2).map(({ uri }) => uri));
  // What was last added to a map about something else is not where this goes.
  const last = recent
    .filter(({ map }) => near.size === 0 || near.has(map))
    .flatMap((target) => all.find((choice) => choice.target && same(choice.target, target)) ?? []);
  return [
    ...group("last used", last),
    ...byMap.flatMap(({ map, choices }) =>
      group(
        map.title,
        choices.filter((choice) => !last.includes(choice)),
      ),
    ),
  ];
}

function entriesOf({ uri, title, add: atEnd, entries }: TargetsResult["maps"][number], add: Addition, query: string) {
  const end: Choice = {
    label: "$(arrow-down) At the end of the map",
    detail: title,
    target: { map: uri, entry: undefined },
  };
  return [
    ...(atEnd.includes(add) && query === "" ? [end] : []),
    ...entries
      .filter((entry) => entry.add.includes(add))
      .map(
        ({ key, kind, name, text, path }): Choice => ({
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

const group = (label: string, choices: readonly Choice[]): readonly Choice[] =>
  choices.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...choices];

const same = (a: Target, b: Target): boolean => a.map === b.map && a.entry?.id === b.entry?.id;

const nothing = ({ maps }: TargetsResult, add: Addition): string =>
  maps.length === 0
    ? "There is no map in this workspace yet: Argmap: Encode This Article makes one beside the article."
    : `No map has an entry that a ${add} could stand under. Add a claim first.`;

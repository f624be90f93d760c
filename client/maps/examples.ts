/** *Open an Example*: opens a copy of an example, which the user can change. */
import { type ExtensionContext, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import type { Previews } from "../preview/previews.ts";

interface Example {
  readonly map: string;
  /** The title of the map, in its language. */
  readonly label: string;
  readonly detail: string;
}

const examples = (): readonly Example[] => [
  {
    map: "first-map.argmap",
    label: "Sundays at the library",
    detail: l10n.t("A first map: ten lines, two answers to one question"),
  },
  {
    map: "wind-turbine.argmap",
    label: "Should Hollin build its wind turbine?",
    detail: l10n.t("An interview on a web page, with its quotes"),
  },
  {
    map: "ardmore.argmap",
    label: "Should Ardmore keep its entry charge?",
    detail: l10n.t("A whole article and its speakers, with nearly everything that the language has"),
  },
  {
    map: "night-flights.argmap",
    label: "Should planes land at Hollenstedt at night?",
    detail: l10n.t("Rival answers, and a reason for one that speaks against another"),
  },
  {
    map: "bridge.argmap",
    label: "What to do about the cracked bridge at Marl",
    detail: l10n.t("A decision to weigh: three rival answers, likelihoods, a shared premise"),
  },
  {
    map: "energy/main.argmap",
    label: "Should Skellin Harbour heat itself from the sea?",
    detail: l10n.t("A map in four files"),
  },
  {
    map: "us-russia-reset.argmap",
    label: "Will a U.S.–Russia reset divide Moscow from Beijing?",
    detail: l10n.t("What several experts claim, accept and reject"),
  },
  {
    map: "zh-old-town.argmap",
    label: "澜州老城的入城费该不该收下去？",
    detail: l10n.t("A map in Chinese: only the keywords are English"),
  },
];

/** Asks for an example and opens a copy. The copies lie in the extension's own folder, so that nothing is added to the user's. */
export async function openExample(context: ExtensionContext, previews: Previews): Promise<void> {
  const chosen = await window.showQuickPick(examples(), {
    title: l10n.t("Open an Example"),
    placeHolder: l10n.t("You get a copy, which you can change"),
  });
  if (!chosen) return;
  const copies = Uri.joinPath(context.globalStorageUri, "examples");
  await copyMissing(Uri.joinPath(context.extensionUri, "examples"), copies);
  const map = Uri.joinPath(copies, chosen.map);
  await window.showTextDocument(map, { viewColumn: ViewColumn.One, preview: false });
  previews.open(map);
}

/** Copies a folder. Files that exist already stay as the user left them. */
async function copyMissing(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(to);
  const present = new Set((await workspace.fs.readDirectory(to)).map(([name]) => name));
  for (const [name] of await workspace.fs.readDirectory(from)) {
    if (present.has(name)) continue;
    await workspace.fs.copy(Uri.joinPath(from, name), Uri.joinPath(to, name));
  }
}

/** The commands of the palette. */
import { commands, type Disposable, type LogOutputChannel, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Preview } from "./preview/panel.ts";
import { LANGUAGE } from "./server.ts";

interface Parts {
  readonly server: LanguageClient;
  readonly preview: Preview;
  readonly channel: LogOutputChannel;
}

/** Registers what `contributes.commands` names. */
export function registerCommands({ server, preview, channel }: Parts): Disposable[] {
  return [
    // Menus name the file they stand at; the palette and the key mean the active editor.
    commands.registerCommand("argmap.openPreview", async (clicked?: unknown) => {
      const document =
        clicked instanceof Uri ? await workspace.openTextDocument(clicked) : window.activeTextEditor?.document;
      if (document?.languageId === LANGUAGE) preview.open(document.uri);
      else window.showInformationMessage("Open an argument map (a file ending in .argmap) to see its preview.");
    }),
    commands.registerCommand("argmap.restartServer", () => server.restart()),
    commands.registerCommand("argmap.showOutput", () => channel.show()),
  ];
}

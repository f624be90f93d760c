/** The commands of the palette that are no preview's. */
import { commands, type Disposable, type LogOutputChannel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

interface Parts {
  readonly server: LanguageClient;
  readonly channel: LogOutputChannel;
}

/** Registers what `contributes.commands` names. */
export function registerCommands({ server, channel }: Parts): Disposable[] {
  return [
    commands.registerCommand("argmap.restartServer", () => server.restart()),
    commands.registerCommand("argmap.showOutput", () => channel.show()),
  ];
}

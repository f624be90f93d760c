/** The commands of the palette that are no preview's. */
import { commands, type Disposable, type LogOutputChannel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

interface CommandOptions {
  readonly client: LanguageClient;
  readonly channel: LogOutputChannel;
}

/** Registers what `contributes.commands` names. */
export function registerCommands({ client, channel }: CommandOptions): Disposable[] {
  return [
    commands.registerCommand("argmap.restartServer", () => client.restart()),
    commands.registerCommand("argmap.showOutput", () => channel.show()),
  ];
}

/** The commands that concern the language server, not a preview or an article. */
import { commands, type Disposable, type LogOutputChannel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

interface ServerControlOptions {
  readonly client: LanguageClient;
  readonly channel: LogOutputChannel;
}

/** Registers *Restart Language Server* and *Show Output*. */
export function registerServerControls({ client, channel }: ServerControlOptions): Disposable[] {
  return [
    commands.registerCommand("argmap.restartServer", () => client.restart()),
    commands.registerCommand("argmap.showOutput", () => channel.show()),
  ];
}

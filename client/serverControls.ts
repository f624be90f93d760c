/** The commands that concern the language server, not a preview or an article. */
import { commands, type Disposable, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

interface ServerControlOptions {
  readonly client: BaseLanguageClient;
  readonly channel: LogOutputChannel;
}

/** Registers *Restart Language Server* and *Show Output*. */
export function registerServerControls({ client, channel }: ServerControlOptions): Disposable[] {
  return [
    commands.registerCommand("argmap.restartServer", async () => {
      await client.stop();
      await client.start();
    }),
    commands.registerCommand("argmap.showOutput", () => channel.show()),
  ];
}

/** Reads the settings from the client, at the start and whenever they change. */
import { DidChangeConfigurationNotification } from "vscode-languageserver";
import type { ServerSession } from "./session.ts";
import { parseSettings } from "./settings.ts";

/**
 * Keeps the settings of a session up to date.
 *
 * @param onChange called after the settings were read
 * @returns a function to call when the client is initialized
 */
export function syncConfiguration(
  session: ServerSession,
  onChange: () => void,
): { readonly start: () => Promise<void> } {
  const { connection, logError } = session;
  const read = async (): Promise<void> => {
    if (session.client.capabilities.workspace?.configuration !== true) return;
    session.settings = parseSettings(await connection.workspace.getConfiguration("argmap"));
    session.workspace.setSeverities(session.settings.severities);
    onChange();
  };
  connection.onDidChangeConfiguration(() => {
    read().catch((error: unknown) => logError("Could not read the settings", error));
  });
  return {
    async start() {
      if (session.client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: "argmap" });
      }
      await read();
    },
  };
}

/** What the user has set, and reading it from a client. */
import * as v from "valibot";
import { DidChangeConfigurationNotification } from "vscode-languageserver";
import type { DiagnosticOptions } from "../features/requests/diagnostics.ts";
import type { ServerSession } from "./session.ts";

/** The settings under `argmap`. */
export interface Settings {
  readonly severities: DiagnosticOptions["severities"];
  /** The column at which the formatter breaks lines; 0: never. */
  readonly lineWidth: number;
}

const severity = v.picklist(["error", "warning", "information", "hint", "off"]);
const lineWidth = v.pipe(v.number(), v.integer(), v.minValue(0));
const settingsSchema = v.object({
  problems: v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {}),
  format: v.optional(
    v.fallback(v.object({ lineWidth: v.optional(v.fallback(lineWidth, 0), 0) }), { lineWidth: 0 }),
    {},
  ),
});

/** Settings from what a client gives; what is of no sense leaves the setting as it would be without. */
function parseSettings(input: unknown): Settings {
  const parsed = v.safeParse(settingsSchema, input);
  if (!parsed.success) return { severities: {}, lineWidth: 0 };
  const { problems, format } = parsed.output;
  const severities = Object.entries(problems).flatMap(([code, value]) => {
    const parsedSeverity = v.safeParse(severity, value);
    return parsedSeverity.success ? [[code, parsedSeverity.output] as const] : [];
  });
  return { severities: Object.fromEntries(severities), lineWidth: format.lineWidth };
}

/** Keeps the settings of a session up to date. */
export function syncConfiguration(
  session: ServerSession,
  onChange: () => void,
): { readonly start: () => Promise<void> } {
  const { connection, logError } = session;
  const read = async (): Promise<void> => {
    if (session.client.capabilities.workspace?.configuration !== true) return;
    session.settings = parseSettings(await connection.workspace.getConfiguration("argmap"));
    onChange();
  };
  connection.onDidChangeConfiguration(() => {
    read().catch((error: unknown) => logError("The settings could not be read", error));
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

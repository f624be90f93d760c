/**
 * Turns on the hint `unquoted-entry`, which is off by default, while coverage is shown. It changes the configuration that
 * the server receives, not the user's settings.
 */
import * as v from "valibot";
import { workspace } from "vscode";
import {
  type BaseLanguageClient,
  DidChangeConfigurationNotification,
  type Middleware,
  State,
} from "vscode-languageclient";

const PROBLEM_CODE = "unquoted-entry";
/** The settings under `argmap`. */
const settingsSchema = v.looseObject({ problems: v.optional(v.looseObject({}), {}) });

export interface UnquotedHint {
  /** Adds the hint to the configuration that the server requests. */
  readonly middleware: Middleware;
  /** Shows or hides the hint, by making the server request the configuration again. */
  setShown(client: BaseLanguageClient, isShown: boolean): void;
}

/** Whether the user or the workspace has set a severity for this problem. */
function isConfigured(): boolean {
  const inspected = workspace.getConfiguration("argmap").inspect("problems");
  return [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue].some(
    (value) => typeof value === "object" && value !== null && PROBLEM_CODE in value,
  );
}

/** Returns the hint turned off. */
export function createUnquotedHint(): UnquotedHint {
  let isHintShown = false;
  const withHint = (value: unknown): unknown => {
    const parsed = v.safeParse(settingsSchema, value);
    // A severity that is set explicitly wins, even “off”.
    if (!isHintShown || !parsed.success || isConfigured()) return value;
    return { ...parsed.output, problems: { ...parsed.output.problems, [PROBLEM_CODE]: "hint" } };
  };
  return {
    middleware: {
      workspace: {
        async configuration(params, token, next) {
          const values = await next(params, token);
          return Array.isArray(values) ? values.map(withHint) : values;
        },
      },
    },
    setShown(client, isShown) {
      isHintShown = isShown;
      if (client.state !== State.Running) return;
      void client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    },
  };
}

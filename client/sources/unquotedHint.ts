/** The hint at entries without a quote, which is off as a rule, is on as long as coverage is shown: no setting is written. */
import * as v from "valibot";
import { workspace } from "vscode";
import {
  DidChangeConfigurationNotification,
  type LanguageClient,
  type Middleware,
  State,
} from "vscode-languageclient/node";

const PROBLEM_CODE = "unquoted-entry";
/** The settings under `argmap`. */
const settingsSchema = v.looseObject({ problems: v.optional(v.looseObject({}), {}) });

export interface UnquotedHint {
  /** What stands between the server's question for the settings and the user's settings. */
  readonly middleware: Middleware;
  /** Has the server ask again. */
  setShown(client: LanguageClient, isShown: boolean): void;
}

/** Whether the user, or the workspace, says how grave it is. */
function isConfigured(): boolean {
  const inspected = workspace.getConfiguration("argmap").inspect("problems");
  return [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue].some(
    (value) => typeof value === "object" && value !== null && PROBLEM_CODE in value,
  );
}

export function createUnquotedHint(): UnquotedHint {
  let isHintShown = false;
  const withHint = (value: unknown): unknown => {
    const parsed = v.safeParse(settingsSchema, value);
    // Whoever has set it gets it as set, off too: that is not the same as not having set it.
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

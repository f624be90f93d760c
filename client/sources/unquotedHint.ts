/** The hint at entries without a quote, which is off as a rule, is on as long as coverage is shown: no setting is written. */
import * as v from "valibot";
import { workspace } from "vscode";
import {
  DidChangeConfigurationNotification,
  type LanguageClient,
  type Middleware,
  State,
} from "vscode-languageclient/node";

const CODE = "unquoted-entry";
/** The settings under `argmap`. */
const settings = v.looseObject({ problems: v.optional(v.looseObject({}), {}) });

export interface UnquotedHint {
  /** What stands between the server's question for the settings and the user's settings. */
  readonly middleware: Middleware;
  /** Has the server ask again. */
  show(server: LanguageClient, on: boolean): void;
}

/** Whether the user, or the workspace, says how grave it is. */
function isSet(): boolean {
  const set = workspace.getConfiguration("argmap").inspect("problems");
  return [set?.globalValue, set?.workspaceValue, set?.workspaceFolderValue].some(
    (value) => typeof value === "object" && value !== null && CODE in value,
  );
}

export function createUnquotedHint(): UnquotedHint {
  let shown = false;
  const withHint = (given: unknown): unknown => {
    const parsed = v.safeParse(settings, given);
    // Whoever has set it gets it as set, off too: that is not the same as not having set it.
    if (!shown || !parsed.success || isSet()) return given;
    return { ...parsed.output, problems: { ...parsed.output.problems, [CODE]: "hint" } };
  };
  return {
    middleware: {
      workspace: {
        async configuration(params, token, next) {
          const given = await next(params, token);
          return Array.isArray(given) ? given.map(withHint) : given;
        },
      },
    },
    show(server, on) {
      shown = on;
      if (server.state !== State.Running) return;
      void server.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    },
  };
}

/** The hint at entries without a quote, which is off as a rule, is on as long as coverage is shown: no setting is written. */
import * as v from "valibot";
import {
  DidChangeConfigurationNotification,
  type LanguageClient,
  type Middleware,
  State,
} from "vscode-languageclient/node";

const CODE = "unquoted-entry";
/** The settings under `argmap` of a user who has not switched it on. */
const settings = v.looseObject({
  problems: v.optional(v.looseObject({ [CODE]: v.optional(v.literal("off")) }), {}),
});

export interface UnquotedHint {
  /** What stands between the server's question for the settings and the user's settings. */
  readonly middleware: Middleware;
  /** Has the server ask again. */
  show(server: LanguageClient, on: boolean): void;
}

export function createUnquotedHint(): UnquotedHint {
  let shown = false;
  const withHint = (given: unknown): unknown => {
    const parsed = v.safeParse(settings, given);
    // Whoever has set it otherwise gets it as set.
    if (!shown || !parsed.success) return given;
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

/** Quick fixes and refactorings of the server. */
import * as v from "valibot";
import { range } from "../../../server/protocol/schemas.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import type { OpenMap } from "./openMaps.ts";
import { type LspRange, toOffsets } from "./positions.ts";

/** An edit of the server as clients without `documentChanges` get it. */
export const workspaceEdit = v.object({
  changes: v.optional(v.record(v.string(), v.array(v.object({ range, newText: v.string() }))), {}),
});

const codeAction = v.looseObject({
  title: v.string(),
  kind: v.optional(v.string()),
  edit: v.optional(workspaceEdit),
  command: v.optional(v.unknown()),
});
export type CodeAction = v.InferOutput<typeof codeAction>;

export const codeActionCapabilities = {
  clientCapabilities: {
    textDocument: {
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor"] } },
        dataSupport: true,
        resolveSupport: { properties: ["edit"] },
      },
    },
  },
};

/** LSP's `CodeActionTriggerKind`. */
const trigger = { invoked: 1, automatic: 2 } as const;

export interface CodeActions {
  /** Returns the quick fixes of the problems in a range. */
  fixes(file: OpenMap, range: LspRange): Promise<readonly CodeAction[]>;
  /** Returns the quick fixes and refactorings for a selection. */
  all(file: OpenMap, range: LspRange): Promise<readonly CodeAction[]>;
  /**
   * Tells the server where the cursor is. It reports what an entry still lacks when the cursor has left it, and knows the
   * cursor by the actions that editors request by themselves.
   */
  moveCursor(file: OpenMap, range: LspRange): void;
  /** Makes the edits of an action, one undo step in each file. Returns whether the server gave them. */
  apply(action: CodeAction): Promise<boolean>;
}

/** @param fileOf returns the map with a URI that is open in the server */
export function createCodeActions(server: ServerRequests, fileOf: (uri: string) => OpenMap | null): CodeActions {
  const request = async (
    { uri }: OpenMap,
    requested: LspRange,
    context: { readonly triggerKind: number; readonly only?: readonly string[] },
  ): Promise<readonly CodeAction[]> => {
    const params = { textDocument: { uri }, range: requested, context: { diagnostics: [], ...context } };
    return (await server.request("textDocument/codeAction", params, v.nullable(v.array(codeAction)))) ?? [];
  };
  return {
    fixes: (file, requested) => request(file, requested, { triggerKind: trigger.invoked, only: ["quickfix"] }),
    all: (file, requested) => request(file, requested, { triggerKind: trigger.invoked }),
    moveCursor(file, requested) {
      void request(file, requested, { triggerKind: trigger.automatic, only: ["quickfix"] });
    },
    async apply(action) {
      const resolved =
        action.edit === undefined ? await server.request("codeAction/resolve", action, codeAction) : action;
      if (resolved?.edit === undefined) return false;
      for (const [uri, edits] of Object.entries(resolved.edit.changes)) {
        const file = fileOf(uri);
        file?.dispatch({
          changes: edits.map((edit) => ({ ...toOffsets(file.doc, edit.range), insert: edit.newText })),
          scrollIntoView: true,
          userEvent: "input.fix",
        });
      }
      return true;
    },
  };
}

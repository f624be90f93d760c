/** Quick fixes and refactorings of the server. */
import * as v from "valibot";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { applyEdit, mapEdits, snapshotOf, type TextSnapshot, workspaceEdit } from "./applyEdit.ts";
import type { OpenMap } from "./openMaps.ts";
import type { LspRange } from "./positions.ts";

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
  /** Makes the edits of an action, one undo step in each file. Makes none if the text has changed since the action was offered. */
  apply(action: CodeAction): Promise<"applied" | "stale">;
}

interface CodeActionContext {
  readonly server: ServerRequests;
  /** The maps that are open in the server. */
  readonly maps: () => readonly OpenMap[];
}

/** Returns functions that request and apply the server's code actions in the open maps. */
export function createCodeActions({ server, maps }: CodeActionContext): CodeActions {
  /** The texts for which the server offered an action with its edit. */
  const offeredFor = new WeakMap<CodeAction, TextSnapshot>();
  const request = async (
    { uri }: OpenMap,
    requested: LspRange,
    context: { readonly triggerKind: number; readonly only?: readonly string[] },
  ): Promise<readonly CodeAction[]> => {
    const params = { textDocument: { uri }, range: requested, context: { diagnostics: [], ...context } };
    const texts = snapshotOf(maps());
    const actions = (await server.request("textDocument/codeAction", params, v.nullable(v.array(codeAction)))) ?? [];
    for (const action of actions) offeredFor.set(action, texts);
    return actions;
  };
  return {
    fixes: (file, requested) => request(file, requested, { triggerKind: trigger.invoked, only: ["quickfix"] }),
    all: (file, requested) => request(file, requested, { triggerKind: trigger.invoked }),
    moveCursor(file, requested) {
      void request(file, requested, { triggerKind: trigger.automatic, only: ["quickfix"] });
    },
    async apply(action) {
      let texts = offeredFor.get(action);
      let { edit } = action;
      if (edit === undefined) {
        texts = snapshotOf(maps());
        // The server adds no edit if the text has changed since it offered the action.
        edit = (await server.request("codeAction/resolve", action, codeAction))?.edit;
      }
      if (edit === undefined || texts === undefined) return "stale";
      const fileOf = (uri: string): OpenMap | null => maps().find((map) => map.uri === uri) ?? null;
      return applyEdit(mapEdits(edit, texts), fileOf, { scrollIntoView: true, userEvent: "input.fix" });
    },
  };
}

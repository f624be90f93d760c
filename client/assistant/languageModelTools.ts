/** The tools for assistants in the chat of VS Code, on the maps as the editor has them. */
import { type LanguageModelToolResult, type PreparedToolInvocation, workspace } from "vscode";
import type { EditorAssistant } from "../../server/protocol/assistant.ts";
import { loadAssistant } from "../environment/loadAssistant.ts";
import { applyMapChanges } from "./applyMapChanges.ts";
import { type ToolInput, ToolInvocations } from "./toolInvocations.ts";

let assistant: { readonly folders: string; readonly tools: Promise<EditorAssistant> } | undefined;

/** Returns the tools for the open folders. */
function assistantForFolders(): Promise<EditorAssistant> {
  const folders = (workspace.workspaceFolders ?? []).flatMap(({ uri }) =>
    uri.scheme === "file" ? [uri.toString()] : [],
  );
  const key = folders.join("\n");
  if (assistant?.folders !== key) {
    const documents = { unsavedTexts, write: applyMapChanges };
    const report = (error: unknown): void => console.error("Argmap could not read a file:", error);
    assistant = { folders: key, tools: loadAssistant().createEditorAssistant(folders, documents, report) };
  }
  return assistant.tools;
}

const unsavedTexts = (): Iterable<readonly [uri: string, text: string]> =>
  workspace.textDocuments.flatMap((document) =>
    document.isDirty ? [[document.uri.toString(), document.getText()] as const] : [],
  );

const invocations = new ToolInvocations(assistantForFolders);

/** Runs a tool, and returns its answer for the assistant. */
export const invokeTool = (name: string, input: ToolInput): Promise<LanguageModelToolResult> =>
  invocations.invoke(name, input);

/** Returns what VS Code shows before a tool runs: for a tool that changes maps, the changes to confirm. */
export const prepareTool = (name: string, input: ToolInput, changesMaps: boolean): Promise<PreparedToolInvocation> =>
  invocations.prepare(name, input, changesMaps);

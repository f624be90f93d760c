import type { CreateEditorAssistant } from "../../server/protocol/assistant.ts";

/** The tools for assistants read a disk, so the extension does not offer them in a browser. */
export function loadAssistant(): { readonly createEditorAssistant: CreateEditorAssistant } {
  throw new Error("The tools for assistants are not available in a browser.");
}

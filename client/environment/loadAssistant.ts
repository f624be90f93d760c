import { createRequire } from "node:module";
import type { CreateEditorAssistant } from "../../server/protocol/assistant.ts";

/** Loads the tools for assistants. The build puts them into a bundle of their own, so the cast is safe. */
export const loadAssistant = () =>
  createRequire(`${import.meta.dirname}/`)("../server/editorAssistant.cjs") as {
    readonly createEditorAssistant: CreateEditorAssistant;
  };

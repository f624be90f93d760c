/** Runs the tools for assistants as the chat of VS Code asks for them. The user sees each change before it is made. */
import {
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
  MarkdownString,
  type PreparedToolInvocation,
} from "vscode";
import type { EditorAssistant, EditorToolAnswer } from "../../server/protocol/assistant.ts";

/** VS Code wants the names of tools to begin with that of their extension. */
const PREFIX = "argmap_";

/** The input of a tool. */
export interface ToolInput {
  readonly map?: unknown;
  readonly preview?: unknown;
}

/** The calls of tools, each of which VS Code prepares before it makes it. */
export class ToolInvocations {
  readonly #assistant: () => Promise<EditorAssistant>;
  /** Changes that were refused when they were to be shown to the user, who so has not agreed to them. */
  readonly #refusals = new Map<string, string>();

  /** @param assistant returns the tools for the open folders */
  constructor(assistant: () => Promise<EditorAssistant>) {
    this.#assistant = assistant;
  }

  /**
   * Says what a tool is about to do. The user confirms a change, which is shown as a diff.
   *
   * @param changesMaps whether the tool changes maps, unless it is asked for a preview
   */
  async prepare(name: string, input: ToolInput, changesMaps: boolean): Promise<PreparedToolInvocation> {
    const map = typeof input.map === "string" ? input.map : "";
    if (!changesMaps || input.preview === true) return { invocationMessage: l10n.t("Reading argument maps") };
    const key = keyOf(name, input);
    const preview = await this.#run(name, { ...input, preview: true });
    this.#refusals.delete(key);
    const invocationMessage = l10n.t("Changing {0}", map);
    if (preview.isRefused) {
      this.#refusals.set(key, preview.text);
      return { invocationMessage };
    }
    return {
      invocationMessage,
      confirmationMessages: {
        title: l10n.t("Change {0}?", map),
        message: new MarkdownString().appendCodeblock(diffIn(preview.text), "diff"),
      },
    };
  }

  /** Runs a tool, unless it was refused when it was prepared. */
  async invoke(name: string, input: ToolInput): Promise<LanguageModelToolResult> {
    const key = keyOf(name, input);
    const refusal = this.#refusals.get(key);
    this.#refusals.delete(key);
    const text = refusal ?? (await this.#run(name, input)).text;
    return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
  }

  async #run(name: string, input: ToolInput): Promise<EditorToolAnswer> {
    return (await this.#assistant()).run(name.slice(PREFIX.length), input);
  }
}

const keyOf = (name: string, input: ToolInput): string => JSON.stringify([name, input]);

/** Returns the diff in an answer, without the sentence above it; an answer without a diff as it is. */
const diffIn = (text: string): string => text.replace(/^[^\n]*\n\n/, "");

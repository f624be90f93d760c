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

/** How many previews of the same change are kept: changes that the user declines are never made. */
const MAX_PREVIEWS = 20;

const CHANGED_MEANWHILE =
  "The map has changed since the user agreed to this change, so nothing is written. Call read_map, and decide again.";

/** The calls of tools, each of which VS Code prepares before it makes it. */
export class ToolInvocations {
  readonly #assistant: () => Promise<EditorAssistant>;
  /**
   * What was to be shown to the user of each change before it is made; the same change may be prepared several times. The user has
   * not agreed to what was refused.
   */
  readonly #previews = new Map<string, EditorToolAnswer[]>();

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
    const preview = await this.#preview(name, input);
    const key = keyOf(name, input);
    const others = this.#previews.get(key) ?? [];
    this.#previews.set(key, [...others, preview].slice(-MAX_PREVIEWS));
    const invocationMessage = l10n.t("Changing {0}", map);
    if (preview.isRefused) return { invocationMessage };
    return {
      invocationMessage,
      confirmationMessages: {
        title: l10n.t("Change {0}?", map),
        message: new MarkdownString().appendCodeblock(diffIn(preview.text), "diff"),
      },
    };
  }

  /** Runs a tool, unless it was refused when it was prepared, or would change other lines by now than the user has seen. */
  async invoke(name: string, input: ToolInput): Promise<LanguageModelToolResult> {
    return new LanguageModelToolResult([new LanguageModelTextPart(await this.#answer(name, input))]);
  }

  async #answer(name: string, input: ToolInput): Promise<string> {
    const key = keyOf(name, input);
    const previews = this.#previews.get(key);
    // The last one: the user may have declined those before it.
    const shown = previews?.pop();
    if (previews?.length === 0) this.#previews.delete(key);
    if (shown !== undefined) {
      const preview = shown.isRefused ? shown : await this.#preview(name, input);
      if (preview.isRefused) return preview.text;
      if (changedLines(preview.text) !== changedLines(shown.text)) return CHANGED_MEANWHILE;
    }
    return (await this.#run(name, input)).text;
  }

  #preview(name: string, input: ToolInput): Promise<EditorToolAnswer> {
    return this.#run(name, { ...input, preview: true });
  }

  async #run(name: string, input: ToolInput): Promise<EditorToolAnswer> {
    return (await this.#assistant()).run(name.slice(PREFIX.length), input);
  }
}

const keyOf = (name: string, input: ToolInput): string => JSON.stringify([name, input]);

/** Returns the diff in an answer, without the sentence above it; an answer without a diff as it is. */
const diffIn = (text: string): string => text.replace(/^[^\n]*\n\n/, "");

/** Returns the lines that a diff adds and removes. What is around them may change without harm. */
const changedLines = (text: string): string =>
  diffIn(text)
    .split("\n")
    .filter((line) => /^[+-]/.test(line))
    .join("\n");

/** Colors words by the semantic tokens of the server, for the part of the text that is visible. */
import { type LSPClient, LSPPlugin } from "@codemirror/lsp-client";
import { RangeSetBuilder, StateEffect, StateField, type Text } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";

interface SemanticTokens {
  readonly data: readonly number[];
}

const setTokens = StateEffect.define<DecorationSet>();

const tokens = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const replaced = transaction.effects.find((effect) => effect.is(setTokens));
    // `is` narrows the type of the effect, but `find` does not.
    return replaced ? (replaced.value as DecorationSet) : shown.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Returns the marks of tokens, which LSP encodes as five numbers each, with positions relative to the token before. */
function decode(text: Text, { data }: SemanticTokens, legend: Legend): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let [line, character] = [0, 0];
  for (let index = 0; index + 4 < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    if (line >= text.lines) break;
    const { from, to } = text.line(line + 1);
    if (from + character + length <= to)
      builder.add(from + character, from + character + length, legend.mark(type, modifiers));
  }
  return builder.finish();
}

/** The classes of tokens, from the legend of the server. */
class Legend {
  readonly #types: readonly string[];
  readonly #modifiers: readonly string[];
  readonly #marks = new Map<string, Decoration>();

  constructor({ serverCapabilities }: LSPClient) {
    const { tokenTypes = [], tokenModifiers = [] } = serverCapabilities?.semanticTokensProvider?.legend ?? {};
    this.#types = tokenTypes;
    this.#modifiers = tokenModifiers;
  }

  mark(type: number, flags: number): Decoration {
    const modifiers = this.#modifiers.filter((_, index) => (flags & (1 << index)) !== 0);
    const classes = [this.#types[type] ?? "", ...modifiers].map((name) => `token-${name}`).join(" ");
    const known = this.#marks.get(classes) ?? Decoration.mark({ class: classes });
    this.#marks.set(classes, known);
    return known;
  }
}

const requester = ViewPlugin.define((view): PluginValue => {
  let legend: Legend | undefined;
  let isScheduled = false;
  let isClosed = false;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      void request();
    });
  }

  async function request(): Promise<void> {
    const plugin = isClosed ? null : LSPPlugin.get(view);
    if (!plugin) return;
    const { client, uri } = plugin;
    client.sync();
    const { doc } = view.state;
    const { from, to } = view.viewport;
    const range = { start: plugin.toPosition(from), end: plugin.toPosition(to) };
    const answer = await client
      .request<object, SemanticTokens | null>("textDocument/semanticTokens/range", { textDocument: { uri }, range })
      .catch(() => null);
    // Another request follows the edit that made this answer old.
    if (answer === null || isClosed || !view.state.doc.eq(doc)) return;
    legend ??= new Legend(client);
    view.dispatch({ effects: setTokens.of(decode(doc, answer, legend)) });
  }

  schedule();
  return {
    update({ docChanged, viewportChanged }: ViewUpdate) {
      if (docChanged || viewportChanged) schedule();
    },
    destroy() {
      isClosed = true;
    },
  };
});

export const semanticHighlighting = {
  clientCapabilities: {
    textDocument: {
      semanticTokens: {
        requests: { range: true },
        tokenTypes: [],
        tokenModifiers: [],
        formats: ["relative"],
      },
    },
  },
  editorExtension: [tokens, requester],
};

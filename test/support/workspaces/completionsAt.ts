/** Requests completion in marked maps. */
import { expect } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CompletionOptions, completion } from "../../../server/features/requests/editing/completion.ts";
import { map } from "../maps/markedMap.ts";
import { type OpenWorkspace, openWorkspace } from "./openWorkspace.ts";

/** A small map with one entry of each kind that can be named. */
export const town = map`
  source report: The report
  speaker lind: Maja Lind
  question charge: Should it stay?
  claim keep answers charge: The charge should stay.
    reason air: Cleaner air.
      premise fell: It fell by a fifth.
  objection cost against keep: It costs.
`;

export interface Completions extends OpenWorkspace {
  readonly list: CompletionList;
  /** The labels of the items, in the order in which a client shows them. */
  readonly labels: readonly string[];
  /** The text of the file after the user accepts the item with this label. Snippets keep their placeholders. */
  readonly accept: (label: string) => string;
}

/** The completions at ¦, without snippets unless the options say otherwise. */
export const completionsAt = async (source: string, options: Partial<CompletionOptions> = {}): Promise<Completions> =>
  completionsIn(await openWorkspace(source), options);

/** The completions at the cursor of an opened map. */
export async function completionsIn(
  opened: OpenWorkspace,
  options: Partial<CompletionOptions> = {},
): Promise<Completions> {
  const { workspace, uri, cursor } = opened;
  const list = await completion(workspace, uri, cursor, { snippets: false, ...options });
  const items = inDisplayOrder(list.items);
  const accept = (label: string): string => {
    const item = items.find((candidate) => candidate.label === label);
    const edit = item?.textEdit;
    if (edit === undefined || !("range" in edit))
      throw new Error(`No “${label}” among ${items.map((one) => one.label)}.`);
    const { start, end } = edit.range;
    expect(start.line, "the edit stays on its line").toBe(end.line);
    expect(start.line === cursor.line && start.character <= cursor.character, "the edit contains the cursor").toBe(
      true,
    );
    expect(end.character >= cursor.character, "the edit contains the cursor").toBe(true);
    const document = TextDocument.create(uri, "argmap", 1, workspace.get(uri)?.file.syntax.text ?? "");
    return TextDocument.applyEdits(document, [edit, ...(item?.additionalTextEdits ?? [])]);
  };
  return { ...opened, list, labels: items.map(({ label }) => label), accept };
}

/** The labels of the completions at ¦. */
export const labelsAt = async (source: string): Promise<readonly string[]> => (await completionsAt(source)).labels;

/** Items in the order in which a client shows them before the user types. */
export const inDisplayOrder = (items: readonly CompletionItem[]): readonly CompletionItem[] =>
  [...items].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

const sortKey = (item: CompletionItem): string => item.sortText ?? item.label;

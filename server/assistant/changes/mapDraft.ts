/** Edits that are tried in the workspace before they are written, and undone if they are not. */

import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver-types";
import type { MapChange } from "../../protocol/assistant.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** An edit of several files, as LSP has it. */
export interface DocumentChanges {
  readonly documentChanges?: readonly (
    | { readonly textDocument: { readonly uri: string }; readonly edits: readonly object[] }
    | { readonly kind: string }
  )[];
}

/** Changes of maps, one after the other, each based on the last. */
export class MapDraft {
  readonly #workspace: Workspace;
  readonly #textsBefore = new Map<string, string>();
  #version = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Makes a change in the workspace. */
  apply({ documentChanges = [] }: DocumentChanges): void {
    for (const change of documentChanges) {
      if (!("edits" in change)) continue;
      const { uri } = change.textDocument;
      const text = this.#workspace.get(uri)?.file.syntax.text;
      if (text === undefined) continue;
      if (!this.#textsBefore.has(uri)) this.#textsBefore.set(uri, text);
      const edits = change.edits.filter((edit): edit is TextEdit => "newText" in edit);
      this.#version++;
      const after = TextDocument.applyEdits(TextDocument.create(uri, "argmap", this.#version, text), edits);
      this.#workspace.open(uri, after, this.#version);
    }
  }

  /** Returns the maps that are other than before. */
  changes(): readonly MapChange[] {
    return [...this.#textsBefore].flatMap(([uri, before]) => {
      const after = this.#workspace.get(uri)?.file.syntax.text ?? before;
      return after === before ? [] : [{ uri, before, after }];
    });
  }

  /** Undoes the changes in the workspace. */
  async discard(): Promise<void> {
    for (const [uri, before] of this.#textsBefore) this.#workspace.open(uri, before, ++this.#version);
    await this.accept();
  }

  /** Ends the draft: from now on, the workspace has the maps as they are on disk. */
  async accept(): Promise<void> {
    for (const uri of this.#textsBefore.keys()) this.#workspace.close(uri);
    this.#textsBefore.clear();
    await this.#workspace.whenIdle();
  }
}

/** What the extension and the bundle with the tools for assistants know of each other. They run in one process. */

/** The text of a map before and after a change. */
export interface MapChange {
  /** The normalized URI. */
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** The documents of an editor. */
export interface EditorDocuments {
  /** Returns the texts that are not saved, by the URIs as the editor spells them. */
  readonly unsavedTexts: () => Iterable<readonly [uri: string, text: string]>;
  /** Changes maps as one undo step. Throws an error with the reason if a map is not as it was before. */
  readonly write: (changes: readonly MapChange[]) => Promise<void>;
}

/** What a tool has answered. */
export interface EditorToolAnswer {
  readonly text: string;
  /** Whether the request was refused, so that nothing has changed. */
  readonly isRefused: boolean;
}

/** The tools on the maps of an editor. */
export interface EditorAssistant {
  readonly run: (tool: string, input: unknown) => Promise<EditorToolAnswer>;
}

/**
 * Creates the tools.
 *
 * @param folders the URIs of the open folders
 * @param report receives unexpected errors
 */
export type CreateEditorAssistant = (
  folders: readonly string[],
  documents: EditorDocuments,
  report: (error: unknown) => void,
) => Promise<EditorAssistant>;

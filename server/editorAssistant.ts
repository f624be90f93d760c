/** Entry point of the bundle with the tools for assistants in an editor, which the extension loads with the first call. */
import { runTool, tools } from "./assistant/registry.ts";
import { AssistantSession } from "./assistant/session.ts";
import { withUnsavedTexts } from "./assistant/unsavedTexts.ts";
import { UserError } from "./features/shared/userError.ts";
import { confineToFolders, MAX_MAP_BYTES } from "./node/confinedFileSystem.ts";
import { diskFileSystem } from "./node/diskFileSystem.ts";
import type { CreateEditorAssistant } from "./protocol/assistant.ts";
import { outermostFolders } from "./workspace/files/folders.ts";
import { normalizeUri, withoutTrailingSlash } from "./workspace/files/paths.ts";

/** Creates the tools for the open folders, on the maps as the editor shows them. */
export const createEditorAssistant: CreateEditorAssistant = async (openFolders, documents, report) => {
  // As the editor spells them, even if they are links: its documents have the same spelling.
  const folders = outermostFolders(openFolders.map((folder) => withoutTrailingSlash(normalizeUri(folder))));
  const real = await Promise.all(folders.map((folder) => diskFileSystem.realUri(folder)));
  const files = confineToFolders(
    real.flatMap((folder) => folder ?? []),
    MAX_MAP_BYTES,
  );
  const session = new AssistantSession(
    {
      folders,
      ...withUnsavedTexts(files, documents.unsavedTexts),
      write: async (changes) => {
        try {
          await documents.write(changes);
        } catch (error) {
          throw new UserError(error instanceof Error ? error.message : String(error));
        }
      },
      drawPng: () => Promise.reject(new UserError("Pictures cannot be shown here. Open the preview.")),
    },
    report,
  );
  return {
    async run(name, input) {
      const tool = tools.find((one) => one.name === name);
      if (tool === undefined) return { text: `There is no tool “${name}”.`, isRefused: true };
      try {
        return { text: (await runTool(session, tool, input)).text, isRefused: false };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { text: error.message, isRefused: true };
      }
    },
  };
};

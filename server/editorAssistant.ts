/** Entry point of the bundle with the tools for assistants in an editor, which the extension loads with the first call. */
import { runTool, tools } from "./assistant/registry.ts";
import { AssistantSession } from "./assistant/session.ts";
import { withUnsavedTexts } from "./assistant/unsavedTexts.ts";
import { UserError } from "./features/shared/userError.ts";
import { confineToFolders, MAX_MAP_BYTES } from "./node/confinedFileSystem.ts";
import { diskFileSystem } from "./node/diskFileSystem.ts";
import type { CreateEditorAssistant } from "./protocol/assistant.ts";
import { normalizeUri, withoutTrailingSlash } from "./workspace/files/paths.ts";

export const createEditorAssistant: CreateEditorAssistant = async (openFolders, documents, report) => {
  const normalized = openFolders.map((folder) => withoutTrailingSlash(normalizeUri(folder)));
  const real = await Promise.all(normalized.map((folder) => diskFileSystem.realUri(folder)));
  const folders = [...new Set(real.flatMap((folder) => folder ?? []))];
  const session = new AssistantSession(
    {
      folders,
      ...withUnsavedTexts(confineToFolders(folders, MAX_MAP_BYTES), documents.unsavedTexts),
      write: async (changes) => {
        try {
          await documents.write(changes);
        } catch (error) {
          throw new UserError(error instanceof Error ? error.message : String(error));
        }
      },
      drawPng: () => Promise.reject(new UserError("An editor takes no pictures from tools. Open the preview.")),
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

/** The files of the project above the text, if there are several. */
import type { Project } from "../files/project.ts";
import { button, byId } from "./elements.ts";

/** Shows the files. `shown` is the path of the file in the editor. */
export function showFileTabs(
  { main, files }: Project,
  shown: string | undefined,
  onOpen: (path: string) => void,
): void {
  const tabs = byId("files", HTMLElement);
  tabs.hidden = files.length < 2;
  tabs.replaceChildren(
    ...files.map(({ path }) => {
      const tab = button(path, () => onOpen(path), path === main ? "file main" : "file");
      if (path === shown) tab.setAttribute("aria-current", "true");
      return tab;
    }),
  );
}

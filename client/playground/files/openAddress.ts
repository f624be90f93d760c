/** Opens the map that an address asks for, or else the one to begin with. */
import { DEFAULT_NAME, readAddress } from "../link/address.ts";
import { lastDraft } from "./drafts.ts";
import { examples, loadExample } from "./examples.ts";
import type { Keeping } from "./keeping.ts";
import { newProject } from "./project.ts";

interface AddressContext extends Pick<Keeping, "openProject"> {
  readonly notify: (message: string) => void;
}

/**
 * Opens what an address asks for. Says so if that cannot be opened. Returns whether it was opened.
 *
 * @param hash the part of the address from `#` on
 */
export async function openAddress(hash: string, { openProject, notify }: AddressContext): Promise<boolean> {
  const address = await readAddress(hash);
  switch (address.kind) {
    case "none":
      return false;
    case "broken":
      notify(address.message);
      return false;
    case "files":
      return openProject(newProject(address.files));
    case "example": {
      const example = examples.find(({ map }) => map === address.path);
      if (example === undefined) {
        notify("There is no example of this name. Choose one from the menu.");
        return false;
      }
      try {
        return await openProject(await loadExample(example));
      } catch (error) {
        notify(error instanceof Error ? error.message : String(error));
        return false;
      }
    }
    default:
      return address satisfies never;
  }
}

/** Opens the map of this tab, or else the last one, or the first example. */
export async function openFirst({ openDraft, openProject }: Pick<Keeping, "openDraft" | "openProject">): Promise<void> {
  const id = lastDraft();
  if (id !== undefined && (await openDraft(id))) return;
  const [first] = examples;
  const example = first && (await loadExample(first).catch(() => undefined));
  await openProject(example ?? newProject([{ path: DEFAULT_NAME, content: "" }]));
}

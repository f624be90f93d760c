/** A marked map with its articles, read as they are when a request comes. */
import { isCited } from "../../server/features/articles/shared/articleDocuments.ts";
import { type Opened, opened } from "./openWorkspace.ts";

/** Opens a marked map or article, and reads the articles that are asked about. */
export async function reading(source: string): Promise<Opened> {
  const at = await opened(source);
  for (const uri of Object.keys(at.files)) isCited(at.workspace, uri);
  await at.workspace.settled();
  return at;
}

/** Puts another text in the place of an open article. */
export async function rewrite({ workspace }: Opened, uri: string, text: string): Promise<void> {
  workspace.sources.hold(uri, text);
  await workspace.settled();
}

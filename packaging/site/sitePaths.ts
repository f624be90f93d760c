/** Where the files of the project are on the site. */
import { posix } from "node:path";

/** Documents that are pages of another name than their own. */
const renamed: Readonly<Record<string, string>> = {
  "README.md": "index.html",
  "examples/README.md": "examples/index.html",
  // The list of examples has their folder, too.
  "examples/debates": "examples/index.html",
};

/** Returns the path from the root of the site of a file of the project. All others keep theirs. */
export const sitePath = (path: string): string =>
  renamed[path] ?? (path.startsWith("docs/") ? path.replace(/\.md$/, ".html") : path);

/**
 * Returns where a relative link of a document leads, as a path from the root of the site. Undefined for an address with a
 * scheme.
 *
 * @param document the path of the document in the project
 */
export function linkTarget(document: string, link: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return undefined;
  const [path = "", anchor] = link.split("#");
  const target = sitePath(path === "" ? document : posix.normalize(posix.join(posix.dirname(document), path)));
  return anchor === undefined ? target : `${target}#${anchor}`;
}

/** Markdown that is read where the files beside it are not: on a marketplace, on npm, in VS Code's list of extensions. */
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** A picture, or a link. Addresses with a scheme, and anchors in the same text, stay as they are. */
const relativeLink = /(!?)\[([^[\]]*)\]\((?![a-z]+:|#)([^)\s]+)\)/g;

/**
 * Returns a Markdown file in which no link is relative. With a base address, pictures and links lead there. Without one,
 * pictures are left out, and links become plain text.
 *
 * @param path the path of the file from the root
 */
export function standalone(root: string, path: string, baseUrl?: string): string {
  return readFileSync(join(root, path), "utf8").replaceAll(
    relativeLink,
    (_, mark: string, words: string, link: string) => {
      const target = posix.join(dirname(path), link);
      if (baseUrl !== undefined) return `${mark}[${words}](${new URL(target, baseUrl.replace(/\/*$/, "/"))})`;
      // VS Code shows only pictures with an HTTPS address.
      return mark === "" ? words : "";
    },
  );
}

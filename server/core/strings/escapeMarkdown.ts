/**
 * Escapes text so that Markdown shows it literally: without emphasis, links, images, lists, code, HTML or entities, and
 * without the autolinks of GitHub Flavored Markdown. Full stops, commas and parentheses stay unescaped, so that the text
 * is readable in clients that show the Markdown source.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>#|~&$@]/g, "\\$&")
      // GitHub Flavored Markdown links bare addresses that contain `http://` or begin with `www.`.
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/(?:mailto|xmpp):/gi, (scheme) => `${scheme.slice(0, -1)}\\:`)
      .replace(/(www)\./gi, "$1\\.")
      // These characters begin a list, a thematic break or a setext heading only at the start of a line.
      .replace(/^([^\S\n]*)([-+=:])/gm, "$1\\$2")
      .replace(/^([^\S\n]*\d+)([.)])/gm, "$1\\$2")
      .replace(/^[^\S\n]+/gm, "")
  );
}

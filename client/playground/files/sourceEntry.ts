/** The entry for an article that the user has opened beside a map. */

export interface SourceInsertion {
  readonly position: number;
  readonly inserted: string;
}

/** Returns where to insert the source of an article, and its text. Undefined if the map names the file already. */
export function sourceInsertion(text: string, path: string): SourceInsertion | undefined {
  const lines = text.split("\n");
  if (lines.some((line) => /^\s+file:/.test(line) && line.slice(line.indexOf(":") + 1).trim() === path))
    return undefined;
  const source = `source ${nameOf(path, text)}: ${titleOf(path)}\n  file: ${path}\n`;
  const map = lines.findIndex((line) => /^map\b[^:]*:/.test(line));
  if (map === -1) return { position: 0, inserted: `${source}\n` };
  let end = map + 1;
  while (/^\s+\S/.test(lines[end] ?? "")) end += 1;
  const position = lines.slice(0, end).join("\n").length;
  return { position, inserted: `\n\n${source.trimEnd()}` };
}

const stemOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/** Returns a name that the map does not use yet: the words of the file name. */
function nameOf(path: string, text: string): string {
  const words =
    stemOf(path)
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const base = words.join("-").slice(0, 24).replace(/-$/, "") || "article";
  // Names are before the colon of an entry. The words of its text are none.
  const heads = text
    .split("\n")
    .map((line) => line.slice(0, Math.max(0, line.indexOf(":"))))
    .join("\n");
  const isUsed = (name: string): boolean =>
    new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, "iu").test(heads);
  let name = base;
  for (let number = 2; isUsed(name); number++) name = `${base}-${number}`;
  return name;
}

function titleOf(path: string): string {
  const words = stemOf(path).replaceAll(/[-_]+/g, " ").trim();
  return words === "" ? "Article" : words[0]?.toUpperCase() + words.slice(1);
}

/**
 * Reads the front matter of Markdown: YAML between lines of `---`, TOML between lines of `+++`. Supports what titles, names and
 * dates use: plain, quoted and folded strings, and lists of them. A full YAML parser would reject much that people write by
 * hand, such as `title: Streets: for whom?`.
 */
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|$)/s;
const ENTRY = { "---": /^([\w-]+):(?:[ \t]+(.*)|[ \t]*)$/, "+++": /^([\w-]+)[ \t]*=[ \t]*(.*)$/ } as const;
/** A TOML table header. The keys after it do not describe the article. */
const TABLE = /^\[/;
const BLOCK = /^[>|][-+\d]*[ \t]*(?:#.*)?$/;
const ITEM = /^\s*-\s+(.*)$/;
/** The key of an author's name in a list of objects. */
const NAME_KEY = /^(?:["']?name["']?\s*[:=]\s*)/;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/;
/** The items of an inline list. */
const LIST_ITEMS = new RegExp(String.raw`\s*(?:(${QUOTED.source})|([^,\[\]"'][^,\[\]]*))\s*`, "g");

/** Returns the values by lower-case key, with lists joined by commas. Empty if the file has no front matter. */
export function frontMatterOf(fileText: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const [, fence, content = ""] = FRONT_MATTER.exec(fileText) ?? [];
  if (fence !== "---" && fence !== "+++") return values;
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++] ?? "";
    if (fence === "+++" && TABLE.test(line)) break;
    const [, key, first = ""] = ENTRY[fence].exec(line) ?? [];
    if (key === undefined) continue;
    const more: string[] = [];
    while (at < lines.length && isContinuation(lines[at] ?? "", first, more)) more.push(lines[at++] ?? "");
    const value = valueText(first.trim(), more);
    if (value !== "" && !values.has(key.toLowerCase())) values.set(key.toLowerCase(), value);
  }
  return values;
}

/** Whether a line continues the entry before it: it is blank, indented, a list item, or inside the brackets of an inline list. */
function isContinuation(line: string, first: string, before: readonly string[]): boolean {
  if (/^\s/.test(line) || line === "") return true;
  if (first.trimStart().startsWith("[")) return !isClosed([first, ...before].join(" "));
  return first.trim() === "" && ITEM.test(line);
}

const isClosed = (list: string): boolean => withoutComment(list).trimEnd().endsWith("]");

function valueText(first: string, more: readonly string[]): string {
  if (BLOCK.test(first))
    return more
      .map((line) => line.trim())
      .join(" ")
      .trim();
  const value = withoutComment(first);
  if (value.startsWith("[")) {
    const list = withoutComment([value, ...more.map(withoutComment)].join(" ")).replace(/^\[|\]\s*$/g, "");
    return [...list.matchAll(LIST_ITEMS)]
      .map(([, quoted, plain]) => unquote(quoted ?? plain ?? ""))
      .filter(Boolean)
      .join(", ");
  }
  const items = more.flatMap((line) => ITEM.exec(line)?.[1] ?? []);
  if (value === "" && items.length > 0) return items.map((item) => unquote(item.replace(NAME_KEY, ""))).join(", ");
  if (value === "")
    return unquote(
      more
        .map((line) => line.trim())
        .find((line) => NAME_KEY.test(line))
        ?.replace(NAME_KEY, "") ?? "",
    );
  return unquote([value, ...more.map((line) => line.trim())].join(" ").trim());
}

/** Returns the value of a string literal, or of an unquoted string without the comment after it. */
function unquote(literal: string): string {
  const [quoted] = new RegExp(`^(?:${QUOTED.source})(?=\\s*(?:#|$))`).exec(literal) ?? [];
  if (quoted === undefined) return withoutComment(literal).trim();
  const inside = quoted.slice(1, -1);
  return quoted.startsWith('"') ? inside.replace(/\\(["\\/])/g, "$1") : inside.replace(/''/g, "'");
}

/** Removes the comment at the end of a line. A `#` inside quotation marks starts none. */
function withoutComment(line: string): string {
  const masked = line.replace(new RegExp(QUOTED.source, "g"), (quoted) => "x".repeat(quoted.length));
  const at = masked.search(/(?:^|\s)#/);
  return (at < 0 ? line : line.slice(0, at)).trim();
}

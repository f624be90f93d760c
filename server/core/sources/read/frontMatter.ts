/**
 * The front matter of Markdown: YAML between lines of `---`, TOML between lines of `+++`. What is read is what titles, names and
 * dates are written as: texts, quoted or not, on one line or folded, and lists of them. A reader of all YAML would refuse much
 * that people write by hand, as `title: Streets: for whom?`.
 */
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|$)/s;
const ENTRY = { "---": /^([\w-]+):(?:[ \t]+(.*)|[ \t]*)$/, "+++": /^([\w-]+)[ \t]*=[ \t]*(.*)$/ } as const;
/** What follows belongs to something else. */
const TABLE = /^\[/;
const BLOCK = /^[>|][-+\d]*[ \t]*(?:#.*)?$/;
const ITEM = /^\s*-\s+(.*)$/;
/** One of a list is told by its name. */
const NAME_KEY = /^(?:["']?name["']?\s*[:=]\s*)/;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/;
/** The parts of a list on one line. */
const LIST_ITEMS = new RegExp(String.raw`\s*(?:(${QUOTED.source})|([^,\[\]"'][^,\[\]]*))\s*`, "g");

/** The values by their keys in small letters, several of one key with commas between them; none where there is no front matter. */
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

/** Whether a line belongs to the entry before it: it is indented, an item of its list, or within the brackets of that. */
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

/** A text without its quotation marks, or without the comment after it. */
function unquote(written: string): string {
  const [quoted] = new RegExp(`^(?:${QUOTED.source})(?=\\s*(?:#|$))`).exec(written) ?? [];
  if (quoted === undefined) return withoutComment(written).trim();
  const inside = quoted.slice(1, -1);
  return quoted.startsWith('"') ? inside.replace(/\\(["\\/])/g, "$1") : inside.replace(/''/g, "'");
}

/** A line without the comment at its end; `#` within quotation marks begins none. */
function withoutComment(line: string): string {
  const masked = line.replace(new RegExp(QUOTED.source, "g"), (quoted) => "x".repeat(quoted.length));
  const at = masked.search(/(?:^|\s)#/);
  return (at < 0 ? line : line.slice(0, at)).trim();
}

/** Removes the common indentation of a text that starts with a line break; returns other texts unchanged. */
export function dedent(text: string): string {
  if (!text.startsWith("\n")) return text;
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ \t]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join("\n");
}

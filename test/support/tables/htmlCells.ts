import { Parser } from "htmlparser2";

/** Returns the texts of the cells of the tables in some HTML, row by row. White space at either end does not count. */
export function htmlCells(html: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let isInCell = false;
  let cell = "";
  const parser = new Parser({
    onopentagname(name) {
      if (name === "tr") rows.push([]);
      if (name === "td" || name === "th") [isInCell, cell] = [true, ""];
    },
    ontext(text) {
      if (isInCell) cell += text;
    },
    onclosetag(name) {
      if (name !== "td" && name !== "th") return;
      rows.at(-1)?.push(cell.trim());
      isInCell = false;
    },
  });
  parser.end(html);
  return rows;
}

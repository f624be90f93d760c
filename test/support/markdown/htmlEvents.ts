import { Parser } from "htmlparser2";

/** Returns the tags, attributes and texts of HTML in their order, so that two ways to write the same HTML are equal. */
export function htmlEvents(html: string): readonly string[] {
  const events: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text.trim() !== "") events.push(text.trim());
    text = "";
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        flush();
        events.push(`<${name} ${JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))}>`);
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        flush();
        events.push(`</${name}>`);
      },
      oncomment(comment) {
        events.push(`<!--${comment}-->`);
      },
    },
    { recognizeSelfClosing: true },
  );
  parser.end(html);
  flush();
  return events;
}

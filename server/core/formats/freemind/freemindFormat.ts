/** Mind maps of FreeMind and Freeplane: the root is the title or the claim, and the nodes below it are items. */
import { type FormatModule, ImportError, type Imported, type ImportedFile } from "../format.ts";
import { Omissions } from "../omissions.ts";
import { type OutlineItem, type OutlineRole, parseRole } from "../outline/outlineItem.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";
import { parseXml, type XmlElement } from "../parseXml.ts";

/** Icons that people give to pros and cons. */
const iconRoles: ReadonlyMap<string, OutlineRole> = new Map([
  ["button_ok", "pro"],
  ["yes", "pro"],
  ["thumbs-up", "pro"],
  ["addition", "pro"],
  ["button_cancel", "con"],
  ["no", "con"],
  ["thumbs-down", "con"],
  ["subtraction", "con"],
  ["help", "question"],
]);

function read({ text, fileName }: ImportedFile): Imported {
  const root = parseXml(text, "map");
  const [top, ...others] = nodesIn(root);
  if (top === undefined) throw new ImportError("The mind map has no nodes.", root.line);
  const omissions = new Omissions();
  const items: OutlineItem[] = [];
  const waiting = [top, ...others].toReversed().map((node) => ({ node, siblings: items }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const item = toItem(next.node, omissions);
    next.siblings.push(item);
    for (const node of nodesIn(next.node).toReversed()) waiting.push({ node, siblings: item.children });
  }
  const { map, omissions: more } = outlineToGraph({
    title: fileName,
    sections: [{ heading: undefined, level: 0, items }],
  });
  return { map, omissions: [...omissions.list, ...more] };
}

const nodesIn = ({ children }: XmlElement): readonly XmlElement[] => children.filter(({ name }) => name === "node");

/** Returns the item of a node, without those below it. */
function toItem(node: XmlElement, omissions: Omissions): OutlineItem {
  const { TEXT = "", LINK } = node.attributes;
  const written = (TEXT || richText(node, "NODE")).replace(/\s+/g, " ").trim();
  const parsed = parseRole(written);
  const icons = node.children.flatMap(({ name, attributes }) => (name === "icon" ? [attributes["BUILTIN"] ?? ""] : []));
  const iconRole = icons.map((icon) => iconRoles.get(icon)).find((role) => role !== undefined);
  for (const { name } of node.children)
    if (name === "arrowlink") omissions.add("arrows between nodes", `line ${node.line}`);
  const note = (richText(node, "NOTE") || richText(node, "DETAILS")).replace(/\s+/g, " ").trim();
  const isWeb = LINK !== undefined && /^https?:/i.test(LINK);
  return {
    role: parsed.role ?? iconRole,
    text: parsed.text,
    children: [],
    line: node.line,
    note: note === "" ? undefined : note,
    sources: isWeb ? [{ title: LINK, url: LINK, words: "" }] : [],
  };
}

/** Returns the words of a formatted text of a node. */
function richText({ children }: XmlElement, type: string): string {
  const found = children.find(({ name, attributes }) => name === "richcontent" && attributes["TYPE"] === type);
  const parts: string[] = [];
  const waiting = found === undefined ? [] : [found];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    parts.push(element.text);
    waiting.push(...element.children.toReversed());
  }
  return parts.join(" ");
}

export const freemind: FormatModule = { read };

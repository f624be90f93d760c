/**
 * MindMup's maps in JSON. In an argument map, the ideas of a group argue together for or against the idea above the group.
 * Versions 2 and 3 of https://github.com/mindmup/mapjs/wiki/Data-Format; groups as MindMup's argument maps write them.
 */
import * as v from "valibot";
import { type FormatModule, ImportError, type Imported, type ImportedFile } from "../format.ts";
import { Omissions } from "../omissions.ts";
import { type OutlineItem, type OutlineRole, parseRole } from "../outline/outlineItem.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";
import { parseJson } from "../parseJson.ts";

/** An object. Some programs write an empty one as `[]`. */
const object = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (Array.isArray(value) && value.length === 0 ? {} : value)),
      schema,
    ),
    {},
  );

const ideaAttributes = v.object({
  /** Present if the idea is a group. */
  group: v.optional(v.string()),
  note: v.optional(v.object({ text: v.optional(v.string(), "") })),
  attachment: v.optional(v.unknown()),
  icon: v.optional(v.unknown()),
});

/** An idea without the ideas below it, which are validated one by one: validation calls itself for each level. */
const idea = v.object({
  title: v.optional(v.string(), ""),
  attr: object(ideaAttributes),
  ideas: object(v.record(v.string(), v.unknown())),
});
type Idea = v.InferOutput<typeof idea>;

const file = v.object({
  ...idea.entries,
  formatVersion: v.optional(v.number(), 1),
  links: v.optional(v.array(v.unknown()), []),
});

function read({ text, fileName }: ImportedFile): Imported {
  const parsed = v.safeParse(file, parseJson(text));
  if (!parsed.success) throw new ImportError("The file is not a map of MindMup.");
  const { formatVersion, links, title } = parsed.output;
  const omissions = new Omissions();
  for (const _ of links) omissions.add("links between ideas", "the map");
  // Before version 3, the file is itself the only idea without another above it.
  const roots = formatVersion < 3 ? [parsed.output] : ideasIn(parsed.output);
  const items = toItems(roots, omissions);
  const { map, omissions: more } = outlineToGraph({
    title: formatVersion < 3 || title.trim() === "" ? fileName : title,
    sections: [{ heading: undefined, level: 0, items }],
  });
  return { map, omissions: [...omissions.list, ...more] };
}

/** The sides of groups. A group of another kind has no side. */
const sides: ReadonlyMap<string, OutlineRole> = new Map([
  ["supporting", "pro"],
  ["opposing", "con"],
]);

/** Returns the ideas below an idea, in MindMup's order: those on the right, then those on the left, whose ranks are negative. */
function ideasIn({ ideas }: Pick<Idea, "ideas">): readonly Idea[] {
  const ranked = Object.entries(ideas).map(([rank, value]) => ({ rank: Number(rank), value }));
  ranked.sort((a, b) => Number(a.rank < 0) - Number(b.rank < 0) || Math.abs(a.rank) - Math.abs(b.rank));
  return ranked.map(({ value }) => {
    const parsed = v.safeParse(idea, value);
    if (!parsed.success) throw new ImportError("The file is not a map of MindMup: an idea in it cannot be read.");
    return parsed.output;
  });
}

/**
 * Returns the items of ideas with all below them. A group becomes a reason or objection with its ideas as premises, or with its
 * only idea as text.
 */
function toItems(roots: readonly Idea[], omissions: Omissions): OutlineItem[] {
  const items: OutlineItem[] = [];
  const waiting: { idea: Idea; siblings: OutlineItem[]; role?: OutlineRole }[] = [];
  const add = (ideas: readonly Idea[], siblings: OutlineItem[], role?: OutlineRole): void => {
    for (const idea of ideas.toReversed()) waiting.push({ idea, siblings, ...(role && { role }) });
  };
  add(roots, items);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { idea, siblings, role } = next;
    const children = ideasIn(idea);
    const { group } = idea.attr;
    const [first] = children;
    if (group === undefined && idea.title.trim() === "" && children.length === 0) {
      omissions.add(
        "ideas without words",
        siblings.length === 0 ? "the first one" : `after ${labelOf(siblings.at(-1)?.text ?? "")}`,
      );
    } else if (group === undefined) {
      const item = toItem(idea, role, omissions);
      siblings.push(item);
      add(children, item.children);
    } else if (first === undefined) omissions.add("groups without ideas", "the map");
    else if (children.length === 1) {
      if (noteOf(idea) !== undefined) omissions.add("notes of groups", labelOf(first.title));
      add(children, siblings, sides.get(group));
    } else {
      const item = toItem({ ...idea, title: "" }, sides.get(group), omissions);
      siblings.push(item);
      add(children, item.children, "premise");
    }
  }
  return items;
}

/** Returns the item of an idea, without those below it. */
function toItem(idea: Idea, role: OutlineRole | undefined, omissions: Omissions): OutlineItem {
  const { attachment, icon } = idea.attr;
  const parsed = parseRole(idea.title.replace(/\s+/g, " ").trim());
  if (attachment !== undefined) omissions.add("attachments", labelOf(parsed.text));
  if (icon !== undefined) omissions.add("icons", labelOf(parsed.text));
  return { role: role ?? parsed.role, text: parsed.text, children: [], note: noteOf(idea) };
}

const noteOf = ({ attr }: Idea): string | undefined => attr.note?.text.trim() || undefined;

const labelOf = (text: string): string => (text === "" ? "a group" : `“${text.slice(0, 40)}”`);

export const mindmup: FormatModule = { read };

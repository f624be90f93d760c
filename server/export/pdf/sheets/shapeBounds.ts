import type { Box } from "../../../core/picture/geometry/box.ts";
import type { Shape } from "../../../core/picture/render/shape.ts";

/** Returns a box around a shape; undefined if it cannot be told without drawing. */
export function shapeBounds({ tag, attributes, children = [] }: Shape): Box | undefined {
  if (tag === "path") return pathBounds(`${attributes["d"]}`);
  const { x = 0, y = 0, width = 0, height = 0 } = attributes;
  if (tag === "rect") return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
  if (tag !== "g") return undefined;
  const [, left, top] = /^translate\((\S+) (\S+)\)$/.exec(`${attributes["transform"] ?? ""}`) ?? [];
  const [box] = children.flatMap((child) =>
    typeof child !== "string" && child.tag === "rect" ? [shapeBounds(child)] : [],
  );
  if (left === undefined || top === undefined || box === undefined) return undefined;
  // Decorations extend slightly beyond their card.
  return { x: Number(left) + box.x - 6, y: Number(top) + box.y - 6, width: box.width + 12, height: box.height + 12 };
}

/** Returns the bounding box of the points of a path with absolute commands, which contains its curves. Undefined for others. */
function pathBounds(path: string): Box | undefined {
  if (/[^MLHVCSQTZ\d\s,.e-]/.test(path)) return undefined;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command, numbers = ""] of path.matchAll(/([MLHVCSQTZ])([^MLHVCSQTZ]*)/g)) {
    const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (command === "H") xs.push(...values);
    else if (command === "V") ys.push(...values);
    else for (const [index, value] of values.entries()) (index % 2 === 0 ? xs : ys).push(value);
  }
  const [x, y] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  return { x, y, width: Math.max(...xs) + 3 - x, height: Math.max(...ys) + 3 - y };
}

/** The part of the picture that the page renders. */
import { expect, test } from "vitest";
import { type RenderWindow, renderWindowFor } from "../../../../client/webview/picture/renderWindow.ts";
import { contains } from "../../../../server/core/picture/geometry/box.ts";

const visibleBox = { x: 0, y: 0, width: 1000, height: 600 };
const first = renderWindowFor(visibleBox, 1, undefined);

test("reaches beyond the visible box on all sides", () => {
  expect(first).toEqual({ box: { x: -350, y: -210, width: 1700, height: 1020 }, isOverview: false });
});

test("stays the same object while it contains the visible box", () => {
  expect(renderWindowFor({ ...visibleBox, x: 300, y: -200 }, 1, first)).toBe(first);
});

test("moves when the visible box leaves it", () => {
  const moved = { ...visibleBox, x: 360 };
  const next = renderWindowFor(moved, 1, first);
  expect(next).not.toBe(first);
  expect(contains(next.box, moved)).toBe(true);
});

test("shrinks when it has become much larger than the visible box", () => {
  const zoomedIn = (factor: number): RenderWindow =>
    renderWindowFor({ x: 0, y: 0, width: 1000 / factor, height: 600 / factor }, factor, first);
  expect(zoomedIn(2)).toBe(first);
  expect(zoomedIn(3).box.width).toBeLessThan(600);
});

test("becomes an overview where text is too small to read, and then stays the same wherever the view moves", () => {
  const overview = renderWindowFor(visibleBox, 0.35, first);
  expect(overview.isOverview).toBe(true);
  expect(renderWindowFor({ ...visibleBox, x: 90_000 }, 0.1, overview)).toBe(overview);
  expect(renderWindowFor(visibleBox, 0.36, overview).isOverview).toBe(false);
});

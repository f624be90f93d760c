import { expect, test } from "vitest";
import { newProject } from "../../../../client/playground/files/project.ts";

test("a file with the path of another gets a path of its own, so that both can be opened", () => {
  const file = (path: string, content: string) => ({ path, content });
  const { main, files } = newProject([
    file("a.argmap", "1"),
    file("b/a.argmap", "2"),
    file("a.argmap", "3"),
    file("a-2.argmap", "4"),
    file("notes", "5"),
    file("notes", "6"),
  ]);
  expect(main).toBe("a.argmap");
  expect(files).toEqual([
    file("a.argmap", "1"),
    file("b/a.argmap", "2"),
    file("a-3.argmap", "3"),
    file("a-2.argmap", "4"),
    file("notes", "5"),
    file("notes-2", "6"),
  ]);
});

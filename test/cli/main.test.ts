import { expect, test } from "vitest";
import { argmap } from "../support/programs/argmapCli.ts";

test.each([
  [["check"], "No maps specified. Name the files or folders to check."],
  [["check", "none.argmap"], "No such file or folder: none.argmap"],
  [["check", "--what", "a.argmap"], "--what"],
  [["toString"], "Unknown command “toString”."],
  [[], "No command specified."],
  [["render"], "No map specified."],
  [["render", "a.argmap", "--theme", "blue"], "Invalid value “blue” for --theme. Use light or dark."],
  [["render", "a.argmap", "-o", "none/a.svg"], "Cannot write none/a.svg"],
  [["render", "a.argmap", "-o", "none/a.pdf"], "Cannot write none/a.pdf"],
  [["render", "a.argmap", "-o", "a.gif"], "Unsupported output format “.gif”. Use .svg, .pdf or .html."],
  [["render", "a.argmap", "-o", "a.png"], "Export a PNG from the preview in VS Code"],
  [["render", "a.argmap", "--direction", "up"], "Invalid value “up” for --direction. Use right or down."],
  [["render", "a.argmap", "--page", "a5"], "Invalid value “a5” for --page. Use one, a4 or letter."],
  [["render", "b.argmap", "-o", "b.pdf"], "No installed font supports \u{10fffd}."],
])("invalid usage exits with 2 and an error message: %j", (args, message) => {
  const { status, err } = argmap(args, { "a.argmap": "claim a: A.\n", "b.argmap": "claim b: \u{10fffd}\n" });
  expect(status).toBe(2);
  expect(err).toContain(message);
});

test.each([[["--help"]], [["check", "--help"]], [["render", "-h"]]])("prints the help: %j", (args) => {
  expect(argmap(args)).toMatchObject({ status: 0, out: expect.stringContaining("argmap check FILES") });
});

import { expect, test } from "vitest";
import { map } from "../../support/maps/markedMap.ts";
import { sourceAction } from "../../support/workspaces/codeActions.ts";

test("removes unused and duplicate imports, and keeps the order and all comments", async () => {
  expect(
    await sourceAction(
      map`
        import: b.argmap¦
        // not used
        import c: c.argmap
        import: a.argmap
        import: b.argmap

        reason for x, y: So.
        === a.argmap
        claim x: X.
        === b.argmap
        claim y: Y.
        === c.argmap
        claim z: Z.
      `,
      "source.organizeImports",
    ),
  ).toBe("import: b.argmap\n// not used\nimport: a.argmap\n\nreason for x, y: So.\n");
});

test("works without a final line ending, and below a license", async () => {
  expect(
    await sourceAction(
      "// license\nimport: c.argmap¦\nimport: c.argmap\n=== c.argmap\nclaim z: Z.\n",
      "source.organizeImports",
    ),
  ).toBe("// license\n");
  expect(
    await sourceAction("import: c.argmap¦\n// why\nimport: c.argmap\nimport: c.argmap", "source.organizeImports"),
  ).toBe("import: c.argmap\n// why");
});

test("recognizes a file by different paths, but not by another case or an escape", async () => {
  const two = (a: string, b: string) =>
    sourceAction(
      `import: ${a}¦\nimport: ${b}\nreason for y: So.\n=== 空气.argmap\nclaim y: Y.\n`,
      "source.organizeImports",
    );
  expect(await two("空气.argmap", "./空气.argmap")).toBe("import: 空气.argmap\nreason for y: So.\n");
  // A path that leads nowhere may be a typo, which the user has to fix.
  expect(await two("空气.argmap", "%E7%A9%BA%E6%B0%94.argmap")).toBeUndefined();
  expect(await two("空气.argmap", "空气.ARGMAP")).toBeUndefined();
});

test("keeps an import with a prefix and one without if both are used", async () => {
  const text =
    "import p: b.argmap¦\nimport: b.argmap\nimport p: ./b.argmap\nreason for p.y, y: So.\n=== b.argmap\nclaim y: Y.\n";
  expect(await sourceAction(text, "source.organizeImports")).toBe(
    "import p: b.argmap\nimport: b.argmap\nreason for p.y, y: So.\n",
  );
});

test("keeps an import with the only source of a quote, even a quote of another file", async () => {
  const text =
    "import: s.argmap¦\n=== s.argmap\nsource s: S\n=== user.argmap\nimport: main.argmap\nclaim a: A.\n  quote: Q\n";
  expect(await sourceAction(text, "source.organizeImports")).toBeUndefined();
  expect(await sourceAction(text.replace("quote:", "reason:"), "source.organizeImports")).toBe("");
});

/** The lint rules about who may import whom apply: an import that a folder must not have is reported. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEST_LIMIT } from "./support/limits.ts";
import { root } from "./support/root.ts";

/** For a file in each folder: an import that is allowed there, and some that are not. */
const cases: readonly {
  readonly file: string;
  readonly allowed: string;
  readonly forbidden: readonly string[];
}[] = [
  {
    file: "server/core/language/x.ts",
    allowed: "server/core/strings/english.ts",
    forbidden: ["server/core/checks/check.ts", "server/workspace/workspace.ts", "node:fs", "vscode"],
  },
  {
    file: "server/core/articles/quotes/x.ts",
    allowed: "server/core/articles/article.ts",
    forbidden: ["server/core/language/map.ts", "server/node/backgroundReader.ts", "vscode-languageserver"],
  },
  {
    file: "server/core/checks/rules/names/x.ts",
    allowed: "server/core/language/map.ts",
    forbidden: ["server/features/requests/display/hover.ts", "server/core/tree/tree.ts", "node:path"],
  },
  {
    file: "server/core/tables/x.ts",
    allowed: "server/core/strings/english.ts",
    forbidden: [
      "server/core/language/map.ts",
      "server/core/reasoning/standing.ts",
      "server/core/tree/tree.ts",
      "node:fs",
    ],
  },
  {
    file: "server/core/formats/argdown/x.ts",
    allowed: "server/core/language/map.ts",
    forbidden: [
      "server/core/checks/checker.ts",
      "server/core/tree/tree.ts",
      "server/workspace/workspace.ts",
      "node:fs",
    ],
  },
  {
    file: "server/core/reasoning/x.ts",
    allowed: "server/core/tables/table.ts",
    forbidden: ["server/core/tree/tree.ts", "server/features/requests/display/hover.ts", "node:fs"],
  },
  {
    file: "server/assistant/tools/x.ts",
    allowed: "server/features/shared/userError.ts",
    forbidden: [
      "server/node/diskFileSystem.ts",
      "server/cli/command.ts",
      "server/export/exportClient.ts",
      "@modelcontextprotocol/sdk/types.js",
      "node:fs",
    ],
  },
  {
    file: "server/web/x.ts",
    allowed: "server/connection/clientFileSystem.ts",
    forbidden: ["node:fs", "vscode", "server/node/backgroundReader.ts"],
  },
  {
    file: "client/web/x.ts",
    allowed: "client/start.ts",
    forbidden: ["node:path", "client/environment/createFile.ts", "server/export/exportClient.ts"],
  },
  {
    file: "client/playground/picture/x.ts",
    allowed: "client/preview/editing/undoHistory.ts",
    forbidden: [
      "node:path",
      "vscode",
      "client/preview/panel.ts",
      "client/maps/mapsTree.ts",
      "client/languageClient.ts",
      "server/workspace/workspace.ts",
    ],
  },
  {
    file: "client/playground/x.ts",
    allowed: "client/maps/templates.ts",
    forbidden: ["client/preview/panel.ts", "client/articles/articleClient.ts", "client/web/webClient.ts"],
  },
  {
    file: "server/core/picture/layout/x.ts",
    allowed: "server/core/tree/tree.ts",
    forbidden: ["server/core/language/map.ts", "client/webview/page.tsx"],
  },
  {
    file: "server/markdown/x.ts",
    allowed: "server/core/picture/picture.ts",
    forbidden: ["server/workspace/workspace.ts", "server/export/renderSvg.ts", "node:fs", "vscode"],
  },
  {
    file: "client/element/x.ts",
    allowed: "client/webview/viewport/zoomGeometry.ts",
    forbidden: [
      "client/webview/panels/help.tsx",
      "server/core/checks/checker.ts",
      "server/workspace/workspace.ts",
      "preact",
    ],
  },
  {
    file: "client/site/x.ts",
    allowed: "client/site/y.ts",
    forbidden: ["server/core/strings/english.ts", "client/webview/main.ts", "node:fs"],
  },
  {
    file: "server/library/x.ts",
    allowed: "server/export/renderSvg.ts",
    forbidden: ["server/node/diskFileSystem.ts", "server/features/requests/display/hover.ts", "node:fs", "vscode"],
  },
  {
    file: "server/workspace/x.ts",
    allowed: "server/core/checks/checker.ts",
    forbidden: [
      "server/features/requests/display/hover.ts",
      "server/connection/session.ts",
      "vscode-languageserver",
      "node:fs",
    ],
  },
  {
    file: "server/features/x.ts",
    allowed: "server/workspace/workspace.ts",
    forbidden: ["server/connection/session.ts", "server/core/picture/picture.ts", "node:fs"],
  },
  {
    file: "server/features/actions/quickFixes/x.ts",
    allowed: "server/workspace/workspace.ts",
    forbidden: ["server/connection/session.ts", "server/core/picture/picture.ts", "server/cli/main.ts", "vscode"],
  },
  {
    file: "server/core/strings/x.ts",
    allowed: "server/core/strings/english.ts",
    forbidden: ["server/core/language/map.ts", "node:fs"],
  },
  {
    file: "server/node/x.ts",
    allowed: "server/core/articles/readArticle.ts",
    forbidden: ["server/features/requests/display/hover.ts", "client/extension.ts", "vscode"],
  },
  {
    file: "server/cli/x.ts",
    allowed: "server/features/requests/display/diagnostics.ts",
    forbidden: ["client/extension.ts", "vscode"],
  },
  {
    file: "server/connection/x.ts",
    allowed: "server/features/requests/display/hover.ts",
    forbidden: ["server/cli/main.ts", "server/node/diskFileSystem.ts", "client/extension.ts", "node:fs"],
  },
  {
    file: "server/export/pdf/x.ts",
    allowed: "server/core/picture/picture.ts",
    forbidden: ["server/workspace/workspace.ts", "server/core/language/map.ts", "vscode"],
  },
  {
    file: "client/webview/picture/x.ts",
    allowed: "server/protocol/preview.ts",
    forbidden: ["client/preview/panel.ts", "client/extension.ts", "server/workspace/workspace.ts", "vscode"],
  },
  {
    file: "client/preview/x.ts",
    allowed: "server/protocol/preview.ts",
    forbidden: ["client/articles/coverage/coverage.ts", "client/webview/page.tsx", "server/workspace/workspace.ts"],
  },
  {
    file: "client/articles/x.ts",
    allowed: "server/protocol/articles.ts",
    forbidden: ["client/preview/panel.ts", "server/core/checks/check.ts"],
  },
  {
    file: "client/preview/export/x.ts",
    allowed: "client/preview/panel.ts",
    forbidden: ["client/articles/coverage/coverage.ts", "client/webview/page.tsx"],
  },
  {
    file: "client/articles/coverage/x.ts",
    allowed: "client/articles/articleClient.ts",
    forbidden: ["client/preview/panel.ts", "server/core/checks/check.ts"],
  },
  {
    file: "client/assistant/x.ts",
    allowed: "server/protocol/assistant.ts",
    forbidden: ["server/assistant/registry.ts", "server/editorAssistant.ts", "client/webview/page.tsx"],
  },
  {
    file: "client/editor/x.ts",
    allowed: "server/core/strings/english.ts",
    forbidden: ["client/preview/panel.ts", "client/articles/coverage/coverage.ts"],
  },
];

const specifier = (file: string, target: string): string => {
  if (!target.includes("/") || /^(?:node:|@)/.test(target)) return target;
  const path = relative(dirname(file), target).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
};

/** Files of a project that has the same lint rules. */
const folder = mkdtempSync(join(tmpdir(), "argmap-import-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The files that Biome reports for a rule, by their paths. */
function reportedFiles(rule: string): ReadonlySet<string> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, "lint", `--only=${rule}`, "--vcs-enabled=false", "--max-diagnostics=none", "--colors=off", "."],
    { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26, timeout: TEST_LIMIT },
  );
  const name = rule.slice(rule.indexOf("/"));
  return new Set(
    [...`${stdout}\n${stderr}`.matchAll(/^(\S+):\d+:\d+ lint(\S+)/gm)].flatMap(([, path = "", found = ""]) =>
      found.endsWith(name) ? [path] : [],
    ),
  );
}

beforeAll(() => {
  copyFileSync(join(root, ".biome.json"), join(folder, ".biome.json"));
  for (const { file, allowed, forbidden } of cases)
    for (const [index, target] of [allowed, ...forbidden].entries())
      write(numbered(file, index), `import x from ${JSON.stringify(specifier(file, target))};\nexport const y = x;\n`);
  write("server/one.ts", 'import type { Two } from "./two.ts";\nexport type One = Two | 1;\n');
  write("server/two.ts", 'import type { One } from "./one.ts";\nexport type Two = One | 2;\n');
});

/** The file for the import of this number; number 0 is the allowed one. */
const numbered = (file: string, index: number): string => file.replace("x.ts", `x${index}.ts`);

describe("the rules about who may import whom", () => {
  let reported: ReadonlySet<string>;
  beforeAll(() => {
    reported = reportedFiles("style/noRestrictedImports");
  });

  test.each(cases)("report for $file nothing of $allowed, but $forbidden", ({ file, allowed, forbidden }) => {
    const refused = [allowed, ...forbidden].filter((_, index) => reported.has(numbered(file, index)));
    expect(refused).toEqual(forbidden);
  });
});

test("a cycle of imports is reported, of types too", () => {
  expect([...reportedFiles("suspicious/noImportCycles")].sort()).toEqual(["server/one.ts", "server/two.ts"]);
});

/**
 * Tests the extension in the web extension host, as on vscode.dev: no Node, a server in a worker, and a folder that is on no
 * disk.
 */
import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { TEST_LIMIT } from "../support/limits.ts";
import { writePdf } from "../support/pdf/writePdf.ts";
import { root } from "../support/root.ts";
import { type EmbeddedVSCode, newToken, serveVSCode } from "./embedded/serve.ts";
import { createTestEnvironment, output } from "./testEnvironment.ts";
import { finish, type TestOutcome } from "./testOutcome.ts";
import { openTestWindow } from "./testWindow.ts";
import { openWorkbench } from "./workbench.ts";

/** The files of the virtual folder, by their paths. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  "/maps/base.argmap": "claim keep: The charge should stay.\n",
  "/maps/main.argmap": `import base: base.argmap

source news: The News
  file: article.html

reason air for base.keep: The air got cleaner.
  quote news: The air got cleaner.
  quote news: The air got worse.
`,
  "/maps/article.html": `<!DOCTYPE html><title>News</title><p>${"Many people came to the meeting. ".repeat(80)}</p><p>The air <em>got</em> cleaner.</p>`,
  "/maps/report.argmap": `map: Report

source study: The Study
  file: study.pdf

claim fewer: Fewer cars came.
  quote study: Fewer cars came to the town.
  quote study: More cars came to the town.
`,
  "/maps/study.pdf": writePdf([["The study was long.", "Fewer cars came to the town."]]),
};

/** The scripts of the test, which VS Code loads over HTTP. */
async function bundleScripts(): Promise<ReadonlyMap<string, string>> {
  const bundle = async (name: string): Promise<string> => {
    const encoded = Object.entries(files).map(([path, file]) => [path, Buffer.from(file).toString("base64")]);
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, "web", `${name}.ts`)],
      bundle: true,
      format: "cjs",
      platform: "browser",
      external: ["vscode"],
      define: { FILES: JSON.stringify(Object.fromEntries(encoded)), global: "globalThis" },
      write: false,
      logLevel: "error",
    });
    return outputFiles[0]?.text ?? "";
  };
  const manifest = {
    name: "memory-files",
    publisher: "argmap-test",
    version: "0.0.1",
    engines: { vscode: "^1.97.0" },
    browser: "extension.js",
    activationEvents: ["onFileSystem:memfs"],
  };
  const [extension, suite] = await Promise.all([bundle("memoryFiles"), bundle("suite")]);
  return new Map([
    ["/memory-files/package.json", JSON.stringify(manifest)],
    ["/memory-files/extension.js", extension],
    ["/memory-files/suite.js", suite],
  ]);
}

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

interface WebServer {
  readonly address: string;
  close(): void;
}

/**
 * Serves VS Code without a server of its own, as vscode.dev does: the files of `vscode`, and its page, changed so that it runs in
 * the browser alone, with the extension and these texts.
 */
async function serveWeb(vscode: EmbeddedVSCode, token: string, texts: ReadonlyMap<string, string>): Promise<WebServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    const path = join(root, normalize(decodeURIComponent(pathname).replace(/^\/argmap\//, "/")));
    const isFile = pathname.startsWith("/argmap/") && statSync(path, { throwIfNoEntry: false })?.isFile();
    const content = texts.get(pathname) ?? (isFile ? readFileSync(path) : undefined);
    if (content !== undefined) {
      response.writeHead(200, { "content-type": contentTypes[extname(pathname)] ?? "application/octet-stream" });
      response.end(content);
      return;
    }
    void answerFromVSCode(request, response);
  });
  async function answerFromVSCode({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { cookie: `vscode-tkn=${token}` };
    const answer = await fetch(`http://127.0.0.1:${vscode.port}${url}`, { headers });
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "";
    const changed = changedFile(url, type, body, port);
    const kept = ["content-type", "content-security-policy"].flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answer.status, Object.fromEntries(kept));
    response.end(changed);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/?${new URLSearchParams({ folder: "memfs:/maps" })}`,
    close: () => server.close(),
  };
}

/** Returns a file of VS Code, changed so that it runs without a server. */
function changedFile(url: string, type: string, body: Buffer, port: number): string | Buffer {
  if (type.startsWith("text/html") && url.startsWith("/?")) return withOptions(body.toString(), port);
  // code-server, from which this VS Code is taken, always connects to its server.
  if (url.endsWith("/workbench.js"))
    return body.toString().replaceAll("remoteAuthority:location.host", "remoteAuthority:void 0");
  return body;
}

/** Adds the extensions under test to the options that a page passes to the workbench. */
function withOptions(page: string, port: number): string {
  const uri = (path: string) => ({ scheme: "http", authority: `127.0.0.1:${port}`, path });
  const developmentOptions = {
    extensions: [uri("/argmap"), uri("/memory-files")],
    extensionTestsPath: uri("/memory-files/suite.js"),
    enableSmokeTestDriver: true,
  };
  return page.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_, start: string, escaped: string) => {
      const options: object = JSON.parse(escaped.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
      const changed = JSON.stringify({ ...options, developmentOptions });
      return `${start}${changed.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
    },
  );
}

/** Runs the suite in a window of its own. */
async function checkWebHost(): Promise<TestOutcome> {
  console.log("VS Code in a browser");
  using environment = createTestEnvironment();
  const token = newToken();
  const vscode = await serveVSCode({ ...environment, token, flags: ["--enable-smoke-test-driver"] });
  const web = await serveWeb(vscode, token, await bundleScripts());
  const window = await openTestWindow();
  const page = window.page;
  const log: string[] = [];
  let test = "VS Code starts";
  let passed = 0;
  page.on("console", (message) => log.push(message.text()));
  /** The suite says the name of each test before it, and `passed` after it. */
  const report = (text: string): void => {
    const said = /^web: (.*)/.exec(text)?.[1];
    if (said === undefined) log.push(text);
    else if (said !== "passed") test = said;
    else {
      passed++;
      console.log(`  ✓ ${test}`);
    }
  };
  try {
    const exited = Promise.withResolvers<unknown>();
    await page.exposeFunction("codeAutomationExit", exited.resolve);
    await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => report(args.join(" ")));
    await openWorkbench(page, web.address);
    addReason(page).catch((error: unknown) => log.push(`In the preview: ${error}`));
    const status = await Promise.race([exited.promise, setTimeout(TEST_LIMIT, "timeout", { ref: false })]);
    if (status === 0) return { passed, failed: 0 };
    await page.screenshot({ path: `${output}/failed web host.png` });
    console.log(`  ✗ ${test}\n${log.join("\n")}`);
    return { passed, failed: 1 };
  } finally {
    await window.close();
    await vscode.stop();
    web.close();
  }
}

/** Adds a reason to the claim in the preview, once there is one. */
async function addReason(page: Page): Promise<void> {
  const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  const card = preview.locator('[data-card][aria-label*="The charge should stay."]');
  const editor = preview.locator("textarea");
  // Each step moves the focus to its element, wherever the focus is.
  await card.press("r");
  await editor.fill("It works.");
  await editor.press("Enter");
  await page.screenshot({ path: `${output}/web host.png` });
}

if (import.meta.main) finish(await checkWebHost());

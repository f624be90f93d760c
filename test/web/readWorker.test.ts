/** The worker that reads articles in a browser, as it is built. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReadTask } from "../../server/core/articles/readArticle.ts";
import { bytesToBase64 } from "../../server/core/strings/base64.ts";
import { readInBackground } from "../../server/node/backgroundReader.ts";
import { useBrowser } from "../support/browser/useBrowser.ts";
import { paragraph, run, writeDocx } from "../support/documents/writeDocx.ts";
import { writeOdt } from "../support/documents/writeOdt.ts";
import { writePdf } from "../support/pdf/writePdf.ts";
import { root } from "../support/root.ts";

const { browser } = useBrowser();
const { signal } = new AbortController();

/** Serves the bundles of a browser. */
const server = createServer(({ url = "" }, response) => {
  if (url === "/") return response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html>");
  // The browser also asks for an icon.
  if (!existsSync(join(root, "dist/web", url))) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": "text/javascript" });
  return response.end(readFileSync(join(root, "dist/web", url)));
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

/** Returns what the worker answers. */
async function readInBrowser(task: ReadTask): Promise<unknown> {
  // A listening TCP server has such an address.
  const folder = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await using context = await browser().newContext();
  const page = await context.newPage();
  await page.goto(folder);
  const sent = "bytes" in task ? { format: task.format, base64: bytesToBase64(task.bytes) } : task;
  return await page.evaluate(
    ([bundleFolder, { base64, ...rest }]) => {
      const worker = new Worker(`${bundleFolder}readWorker.js`);
      worker.postMessage({ bundleFolder });
      const bytes = base64 === undefined ? {} : { bytes: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) };
      worker.postMessage({ ...rest, ...bytes });
      return new Promise<unknown>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    },
    [folder, sent as { readonly base64?: string }] as const,
  );
}

const tasks: Readonly<Record<string, () => ReadTask>> = {
  HTML: () => ({ format: "html", text: "<title>N</title><h2>Air &amp; water</h2><p>It <em>got</em> cleaner.<p>Too." }),
  Markdown: () => ({ format: "markdown", text: "# Air &copy;\n\nIt *got* cleaner[^1].\n\n[^1]: Note.\n" }),
  PDF: () => ({ format: "pdf", bytes: writePdf([["The study was long.", "Fewer cars came."], ["The end."]]) }),
  "an e-mail": () => ({
    format: "email",
    bytes: new TextEncoder().encode("From: a@example.org\r\nSubject: Air\r\n\r\nIt got cleaner.\r\n"),
  }),
  OpenDocument: () => ({ format: "odt", bytes: writeOdt("<text:p>It got cleaner.</text:p>") }),
  Word: () => ({ format: "docx", bytes: writeDocx(paragraph(run("It got cleaner.")) + paragraph(run("Too."))) }),
};

for (const [name, task] of Object.entries(tasks))
  test(`reads ${name} as Node does`, async () => {
    const inNode = await readInBackground(task(), signal);
    if (inNode.state !== "found") expect.unreachable();
    // The text of a file in markup is with the caller, so the worker leaves it out.
    const { article } = inNode;
    const answer = { state: "found", article: { ...article, fileText: "text" in task() ? "" : article.fileText } };
    expect(await readInBrowser(task())).toEqual(JSON.parse(JSON.stringify(answer)));
  });

import * as assert from "node:assert/strict";
import { commands, env, type Uri, window, workspace } from "vscode";
import { click, policyViolations, preview, waitForVisible } from "../support/driver.ts";
import { openMap, workspaceUri } from "../support/editor.ts";
import { card, focusPreview, waitForPreviewFocus } from "../support/previewCards.ts";

const map = "claim keep: The charge should stay.\n\n  reason: The air got cleaner & <quieter>.\n";

/** Exports the active map to a file and returns its content. */
async function exportTo(name: string, options: object): Promise<Buffer> {
  const to = workspaceUri(name);
  const written = await commands.executeCommand<Uri | undefined>("argmap.exportPicture", undefined, { ...options, to });
  assert.equal(written?.toString(), to.toString());
  return Buffer.from(await workspace.fs.readFile(to));
}

/** Makes all PNG exports of the page hang. `isExporting` is set when one has started. */
const makeExportsHang = () =>
  preview.waitUntilTrue(() => {
    globalThis.HTMLCanvasElement.prototype.toBlob = () => void Object.assign(globalThis, { isExporting: true });
    return true;
  });

async function openWithPreview(name: string): Promise<void> {
  await openMap(name, map);
  await commands.executeCommand("argmap.openPreview");
  await preview.waitForVisible(card("The air got cleaner"));
}

describe("export", () => {
  it("writes an SVG in the chosen colors", async () => {
    await openWithPreview("svg.argmap");
    const print = (await exportTo("a.svg", { format: "svg", colors: "print" })).toString();
    assert.match(print, /^<svg [^>]*xmlns=/);
    assert.match(print, /The air got cleaner &amp;/);
    assert.match(print, /fill="#ffffff"/);
    const themed = (await exportTo("b.svg", { format: "svg", colors: "theme" })).toString();
    assert.match(themed, /fill="#[0-9a-f]{6}"/);
    assert.doesNotMatch(themed, /var\(/);
  });

  it("writes a PNG at the chosen scale", async () => {
    const before = await policyViolations();
    await openWithPreview("png.argmap");
    const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });
    const normal = await exportTo("a.png", { format: "png", scale: 1 });
    assert.equal(normal.toString("latin1", 1, 4), "PNG");
    const doubled = await exportTo("b.png", { format: "png", scale: 2 });
    assert.deepEqual(sizeOf(doubled), { width: 2 * sizeOf(normal).width, height: 2 * sizeOf(normal).height });
    assert.deepEqual(await policyViolations(), before);
  });

  it("leaves out folded branches", async () => {
    await openWithPreview("folded.argmap");
    await preview.click(`${card("The charge should stay.")} .fold-handle`);
    await preview.waitForHidden(card("The air got cleaner"));
    const svg = (await exportTo("folded.svg", { format: "svg" })).toString();
    assert.doesNotMatch(svg, /The air got cleaner/);
    assert.match(svg, /The charge should/);
  });

  it("writes PDF and HTML without a preview", async () => {
    await openMap("closed.argmap", map);
    const pdf = await exportTo("a.pdf", { format: "pdf", pages: "a4" });
    assert.equal(pdf.toString("latin1", 0, 5), "%PDF-");
    const html = (await exportTo("a.html", { format: "html" })).toString();
    assert.match(html, /^<!DOCTYPE html>/);
    assert.match(html, /The air got cleaner \\u0026 \\u003cquieter\\u003e/);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it("writes what stands, and why, into HTML if the preview shows it", async () => {
    await openWithPreview("weighed-export.argmap");
    const plain = (await exportTo("plain.html", { format: "html" })).toString();
    assert.doesNotMatch(plain, /It stands because/);
    await preview.click('[aria-label="Weigh: show what stands"]');
    await preview.waitForVisible('[aria-label="Weigh: show how likely it is"]');
    const weighed = (await exportTo("weighed.html", { format: "html" })).toString();
    assert.match(weighed, /It stands because the reason /);
  });

  it("lets the page draw characters that the fonts of the document lack", async () => {
    await openMap("rare.argmap", "claim a: A \u{10fffd}.\n");
    const pdf = await exportTo("rare.pdf", { format: "pdf" });
    assert.match(pdf.toString("latin1"), /\/Subtype \/Image/);
  });

  it("copies the map as SVG", async () => {
    await openWithPreview("copy.argmap");
    await commands.executeCommand("argmap.copyPictureAsSvg");
    assert.match(await env.clipboard.readText(), /^<svg .*The air got cleaner/s);
  });

  it("copies the map as PNG", async () => {
    await openWithPreview("image.argmap");
    // Browsers only let a focused page write to the clipboard.
    await focusPreview();
    await waitForPreviewFocus();
    // VS Code removes the message after some seconds.
    await Promise.all([
      waitForVisible('.statusbar :text("Copied the map as PNG.")'),
      commands.executeCommand("argmap.copyPictureAsPng"),
    ]);
  });

  it("repeats a request if VS Code reloads the page before it has answered", async () => {
    await openWithPreview("reload.argmap");
    await makeExportsHang();
    const exporting = exportTo("reload.png", { format: "png" });
    await preview.waitUntilTrue(() => "isExporting" in globalThis);
    await commands.executeCommand("workbench.action.webview.reloadWebviewAction");
    assert.equal((await exporting).toString("latin1", 1, 4), "PNG");
  });

  it("writes nothing if the user cancels", async () => {
    await openWithPreview("cancel.argmap");
    await makeExportsHang();
    const to = workspaceUri("cancel.png");
    const exporting = commands.executeCommand("argmap.exportPicture", undefined, { format: "png", to });
    await preview.waitUntilTrue(() => "isExporting" in globalThis);
    await commands.executeCommand("notifications.showList");
    await waitForVisible(".notifications-center");
    await click('.notifications-center :text-is("Cancel")');
    assert.equal(await exporting, undefined);
    await assert.rejects(async () => workspace.fs.stat(to));
  });

  it("asks for the format in a quick pick", async () => {
    await openWithPreview("ask.argmap");
    const exporting = commands.executeCommand("argmap.exportPicture");
    for (const format of ["SVG", "PNG", "PDF", "HTML"]) await waitForVisible(`.quick-input-list :text-is("${format}")`);
    await commands.executeCommand("workbench.action.closeQuickOpen");
    assert.equal(await exporting, undefined);
  });
});

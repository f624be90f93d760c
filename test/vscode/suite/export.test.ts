import * as assert from "node:assert/strict";
import { commands, env, Uri, window, workspace } from "vscode";
import { click, policyViolations, preview, waitForVisible } from "./support/driver.ts";
import { openMap } from "./support/editor.ts";

const map = "claim keep: The charge should stay.\n\n  reason: The air got cleaner & <quieter>.\n";
const card = (words: string) => `[data-card][aria-label*="${words}"]`;

/** A file beside the maps of the workspace. */
function place(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite wants a workspace.");
  return Uri.joinPath(folder.uri, name);
}

/** Exports by the command, with the answers to its questions given; reads what was written. */
async function exported(name: string, choice: object): Promise<Buffer> {
  const to = place(name);
  const written = await commands.executeCommand<Uri | undefined>("argmap.exportPicture", undefined, { ...choice, to });
  assert.equal(written?.toString(), to.toString());
  return Buffer.from(await workspace.fs.readFile(to));
}

/** From now on the page begins with images and does not come to an end. */
const deafen = () =>
  preview.waitUntilTrue(() => {
    globalThis.HTMLCanvasElement.prototype.toBlob = () => void Object.assign(globalThis, { wanted: true });
    return true;
  });

async function shown(name: string): Promise<void> {
  await openMap(name, map);
  await commands.executeCommand("argmap.openPreview");
  await preview.waitForVisible(card("The air got cleaner"));
}

describe("export", () => {
  it("writes what a preview shows as SVG, in the colours asked for", async () => {
    await shown("svg.argmap");
    const print = (await exported("a.svg", { format: "svg", colours: "print" })).toString();
    assert.match(print, /^<svg [^>]*xmlns=/);
    assert.match(print, /The air got cleaner &amp;/);
    assert.match(print, /fill="#ffffff"/);
    const themed = (await exported("b.svg", { format: "svg", colours: "theme" })).toString();
    assert.match(themed, /fill="#[0-9a-f]{6}"/);
    assert.doesNotMatch(themed, /var\(/);
  });

  it("writes a PNG that the page has drawn, at a scale", async () => {
    const before = await policyViolations();
    await shown("png.argmap");
    const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });
    const once = await exported("a.png", { format: "png", scale: 1 });
    assert.equal(once.toString("latin1", 1, 4), "PNG");
    const twice = await exported("b.png", { format: "png", scale: 2 });
    assert.deepEqual(sizeOf(twice), { width: 2 * sizeOf(once).width, height: 2 * sizeOf(once).height });
    assert.deepEqual(await policyViolations(), before);
  });

  it("leaves out what is folded away", async () => {
    await shown("folded.argmap");
    await preview.click(`${card("The charge should stay.")} .fold`);
    await preview.waitForHidden(card("The air got cleaner"));
    const svg = (await exported("folded.svg", { format: "svg" })).toString();
    assert.doesNotMatch(svg, /The air got cleaner/);
    assert.match(svg, /The charge should/);
  });

  it("writes PDF and HTML of a map that no preview shows", async () => {
    await openMap("closed.argmap", map);
    const pdf = await exported("a.pdf", { format: "pdf", pages: "a4" });
    assert.equal(pdf.toString("latin1", 0, 5), "%PDF-");
    const html = (await exported("a.html", { format: "html" })).toString();
    assert.match(html, /^<!DOCTYPE html>/);
    assert.match(html, /The air got cleaner \\u0026 \\u003cquieter\\u003e/);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it("has the page draw what no font of the document has", async () => {
    await openMap("rare.argmap", "claim a: A \u{10fffd}.\n");
    const pdf = await exported("rare.pdf", { format: "pdf" });
    assert.match(pdf.toString("latin1"), /\/Subtype \/Image/);
  });

  it("copies the picture as SVG", async () => {
    await shown("copy.argmap");
    await commands.executeCommand("argmap.copyPictureAsSvg");
    assert.match(await env.clipboard.readText(), /^<svg .*The air got cleaner/s);
  });

  it("copies it as an image, or says why it cannot", async () => {
    await shown("image.argmap");
    await commands.executeCommand("argmap.copyPictureAsPng");
    await waitForVisible(
      ':is(.statusbar :text("The picture is in the clipboard, as an image."), .notification-toast :text("Click into the picture and try again"))',
    );
  });

  it("asks the page again that VS Code loads anew before it has answered", async () => {
    await shown("reload.argmap");
    await deafen();
    const making = exported("reload.png", { format: "png" });
    await preview.waitUntilTrue(() => "wanted" in globalThis);
    await commands.executeCommand("workbench.action.webview.reloadWebviewAction");
    assert.equal((await making).toString("latin1", 1, 4), "PNG");
  });

  it("can be cancelled, and then writes nothing", async () => {
    await shown("cancel.argmap");
    await deafen();
    const to = place("cancel.png");
    const making = commands.executeCommand("argmap.exportPicture", undefined, { format: "png", to });
    await preview.waitUntilTrue(() => "wanted" in globalThis);
    await commands.executeCommand("notifications.showList");
    await waitForVisible(".notifications-center");
    await click('.notifications-center :text-is("Cancel")');
    assert.equal(await making, undefined);
    await assert.rejects(async () => workspace.fs.stat(to));
  });

  it("asks for a format in the palette's own way", async () => {
    await shown("ask.argmap");
    const asking = commands.executeCommand("argmap.exportPicture");
    for (const format of ["SVG", "PNG", "PDF", "HTML"]) await waitForVisible(`.quick-input-list :text-is("${format}")`);
    await commands.executeCommand("workbench.action.closeQuickOpen");
    assert.equal(await asking, undefined);
  });
});

/**
 * Measures the preview in a real browser, with the built server over stdio: the time from a keystroke to the painted
 * preview, from a key or pointer event to the painted context menu or dragged branch, and the frame times of panning and
 * zooming. The benchmark passes the messages between server and page, as the extension does.
 *
 * `npm run bench:preview`; `npm run bench:preview -- 1000` for maps of other sizes.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import { TREE, TREE_CHANGED, treeChangedParams, treeResult } from "../../server/protocol/tree.ts";
import { launchBrowser } from "../support/browser/launchBrowser.ts";
import { openPreview, type PreviewPage } from "../support/browser/openPage.ts";
import { root } from "../support/root.ts";
import type { TypedEdit } from "./benchmarkProgram.ts";
import { frameTimes, pan, zoom } from "./frameTimes.ts";
import { makeStructure } from "./generated/structure.ts";
import { writeArgmap } from "./generated/writeArgmap.ts";
import { connect, type ServerProcess } from "./serverProcess.ts";
import { formatNumber, quantile } from "./statistics.ts";
import { applyTypedEdit, typingEdits } from "./typing.ts";

interface Document {
  readonly uri: string;
  readonly text: string;
}

/** The number of measured keystrokes of each kind, and of those before them for the just-in-time compiler. */
const KEYSTROKES = 100;
const WARMUP_KEYSTROKES = 20;
/** The number of times that the menu is opened, and of steps of a dragged branch. */
const GESTURES = 50;
const WARMUP_GESTURES = 10;
const window = { width: 1000, height: 800 };
/** Text that makes a card at least one line taller. */
const WORDS_THAT_WRAP = " and so do all of the others that nobody has ever asked";

const program = join(root, "dist/server/cli.cjs");
if (!existsSync(program)) throw new Error("The server is not built. Run `npm run build` first.");
const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1))
  throw new Error("The sizes must be positive integers: the numbers of entries.");

const browser = await launchBrowser();
try {
  printCells("cards", "", "median", "p95", "samples");
  for (const size of sizes.length > 0 ? sizes : [69, 1000, 10_000]) await measure(generated(size));
} finally {
  await browser.close();
}

function generated(entries: number): Document {
  const uri = pathToFileURL(join(root, "examples/generated.argmap")).href;
  return { uri, text: writeArgmap(makeStructure(entries)) };
}

async function measure(document: Document): Promise<void> {
  const server = await connect(program);
  const preview = await openPreview(browser, window);
  try {
    await server.open(document.uri, document.text);
    const answer = v.parse(treeResult, await server.ask(TREE, { uri: document.uri }));
    if (answer === null) throw new Error("The server has no tree for this map.");
    await preview.send({ type: "tree", uri: document.uri, ...answer });
    const cards = `${answer.tree.positions.length}`;

    const typing = await startTyping(server, preview, document);
    const sameSize = await typing.type("x");
    printTimes(cards, "keystroke to paint, card of the same size", sameSize.samples, "ms");
    if (sameSize.resizeCount > 0) throw new Error("The typed letter changed the size of the card.");
    const newSize = await typing.type(WORDS_THAT_WRAP);
    if (newSize.resizeCount < KEYSTROKES) throw new Error("The typed words did not change the size of the card.");
    printTimes(cards, "keystroke to paint, card of a new size", newSize.samples, "ms");

    printTimes(cards, "key press to paint, context menu", await menuTimes(preview), "ms");
    printTimes(cards, "pointer move to paint, dragged branch", await dragTimes(preview), "ms");

    for (const gesture of [pan, zoom]) {
      for (const [zoomLevel, scale] of [
        ["legible text", 0.8],
        ["zoomed to fit", 0],
      ] as const) {
        const times = await frameTimes(preview, gesture, scale);
        printTimes(cards, `${gesture.name}, ${zoomLevel}`, times, "ms/frame");
        const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
        printCells("", "", `${formatNumber(1000 / mean)} fps`);
      }
    }
    if (preview.pageErrors.length > 0) throw new Error(preview.pageErrors.join("\n"));
  } finally {
    await preview.close();
    await server.stop();
  }
}

interface TypingSession {
  /** Inserts and removes a text repeatedly. `resizeCount`: how often this changed the size of the card. */
  type(inserted: string): Promise<{ readonly samples: readonly number[]; readonly resizeCount: number }>;
}

/** Returns the edit that leaves only the first 30 letters of the text of a line. */
function beginningOfText({ line, offset, character }: TypedEdit, text: string): TypedEdit {
  const end = text.indexOf(": ") + 2 + 30;
  return { line, offset: offset - character + end, character: end, removed: text.length - end, inserted: "" };
}

/** Starts editing the text of a card in the middle of the map and reveals the card in the preview. */
async function startTyping(
  server: ServerProcess,
  preview: PreviewPage,
  { uri, text: initialText }: Document,
): Promise<TypingSession> {
  let text = initialText;
  let version = 1;
  let onTreeChanged: (params: unknown) => void = () => {};
  server.listen(TREE_CHANGED, (params) => onTreeChanged(params));

  /** Sends an edit and waits until the page has painted the change. */
  async function applyEdit(edit: TypedEdit): Promise<{ readonly time: number; readonly card: string | undefined }> {
    text = applyTypedEdit(text, edit);
    version += 1;
    const changed = new Promise<unknown>((resolve) => {
      onTreeChanged = resolve;
    });
    const start = performance.now();
    void server.change(uri, version, edit, text);
    const { from, to, change } = v.parse(treeChangedParams, await changed);
    await preview.page.evaluate(renderMessage, { type: "change", from, to, change });
    const time = performance.now() - start;
    return { time, card: change.changed[0]?.id };
  }

  const positions = typingEdits(initialText, 11);
  const lines = initialText.split("\n");
  let position: TypedEdit;
  let card: string | undefined;
  do {
    position = positions.next().value;
    ({ card } = await applyEdit(position));
    await applyEdit(positions.next().value);
  } while (card === undefined);
  // A card with a long text does not grow, as the text is folded.
  position = beginningOfText(position, lines[position.line] ?? "");
  await applyEdit(position);
  position = { ...position, removed: 0 };
  await preview.send({ type: "cursor", card });
  const heightOf = (): Promise<string | null> =>
    preview.page.locator(`[data-card="${card}"] .box`).first().getAttribute("height");

  return {
    async type(inserted) {
      const samples: number[] = [];
      let resizeCount = 0;
      for (let count = 0; count < WARMUP_KEYSTROKES + KEYSTROKES; count += 1) {
        const before = await heightOf();
        const isInsertion = count % 2 === 0;
        const edit = isInsertion
          ? { ...position, removed: 0, inserted }
          : { ...position, removed: inserted.length, inserted: "" };
        const { time } = await applyEdit(edit);
        if (count < WARMUP_KEYSTROKES) continue;
        samples.push(time);
        if ((await heightOf()) !== before) resizeCount += 1;
      }
      return { samples, resizeCount };
    },
  };
}

/** Sends the page a message and waits until the frame with the change is submitted for painting. Runs in the page. */
async function renderMessage(message: unknown): Promise<void> {
  globalThis.dispatchEvent(new MessageEvent("message", { data: message }));
  // The page has requested the next animation frame before this function does. The message task runs after that frame.
  await new Promise<void>((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(undefined);
    });
  });
}

/** Opens and closes the context menu of the focused card repeatedly. @returns the times to open it */
async function menuTimes({ page }: PreviewPage): Promise<number[]> {
  await page.locator("[data-card][tabindex='0']").focus();
  const opening: SimulatedInput = { kind: "key", name: "F10", x: 0, y: 0 };
  const times: number[] = [];
  for (let count = 0; count < WARMUP_GESTURES + GESTURES; count += 1) {
    times.push(await page.evaluate(timeToPaint, opening));
    if ((await page.locator("[role=menu]").count()) !== 1) throw new Error("The context menu did not open.");
    await page.keyboard.press("Escape");
  }
  return times.slice(WARMUP_GESTURES);
}

/** Drags a card back and forth. @returns the time of each step */
async function dragTimes({ page }: PreviewPage): Promise<number[]> {
  const box = await page.locator("[data-card][tabindex='0'] .box").boundingBox();
  if (box === null) throw new Error("The focused card is not visible.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 20, { steps: 2 });
  if ((await page.locator(".drag-overlay .drag-preview").count()) !== 1) throw new Error("The drag did not start.");
  const times: number[] = [];
  for (let count = 0; count < WARMUP_GESTURES + GESTURES; count += 1) {
    const position = { x: x + 20 + (count % 2) * 60, y: y + 20 + (count % 3) * 20 };
    const move: SimulatedInput = { kind: "pointer", name: "pointermove", ...position };
    times.push(await page.evaluate(timeToPaint, move));
  }
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return times.slice(WARMUP_GESTURES);
}

interface SimulatedInput {
  readonly kind: "key" | "pointer";
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Dispatches an input event. @returns milliseconds until the next frame is submitted for painting. Runs in the page. */
async function timeToPaint({ kind, name, x, y }: SimulatedInput): Promise<number> {
  const start = performance.now();
  const init = { bubbles: true, cancelable: true };
  if (kind === "key")
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...init, key: name, shiftKey: true }));
  else globalThis.dispatchEvent(new PointerEvent(name, { ...init, clientX: x, clientY: y, buttons: 1 }));
  await new Promise<void>((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(undefined);
    });
  });
  return performance.now() - start;
}

/** Prints one row with the median and the 95th percentile. */
function printTimes(cards: string, label: string, samples: readonly number[], unit: string): void {
  const figures = [0.5, 0.95].map((share) => `${formatNumber(quantile(samples, share))} ${unit}`);
  printCells(cards, label, ...figures, `${samples.length}`);
}

function printCells(cards: string, label: string, ...figures: readonly string[]): void {
  const cells = [cards.padStart(7), label.padEnd(46), ...figures.map((figure) => figure.padStart(16))];
  console.log(cells.join("  ").trimEnd());
}

/**
 * How long it takes from a keystroke to what is painted in the preview, and until the menu is open and a branch in the hand
 * has moved on, and how smoothly the preview is moved: the built server over stdio, the page in a real browser, the messages
 * between them carried as the extension does.
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
import { connect, type ServerProcess } from "./serverProcess.ts";
import { formatNumber, quantile } from "./statistics.ts";
import { makeStructure } from "./structure.ts";
import type { TypedEdit } from "./subject.ts";
import { applyTypedEdit, typingEdits } from "./typing.ts";
import { writeArgmap } from "./writeArgmap.ts";

interface Document {
  readonly uri: string;
  readonly text: string;
}

/** Keystrokes of each kind. The first ones, in which everything is compiled, do not count. */
const KEYSTROKES = 100;
const WARMUP_KEYSTROKES = 20;
/** Times that the menu is opened, and steps of a branch in the hand, that count. */
const GESTURES = 50;
/** Frames of each gesture. */
const FRAMES_PER_GESTURE = 180;
const window = { width: 1000, height: 800 };
/** Words that take a card at least one line more. */
const WORDS_THAT_WRAP = " and so do all of the others that nobody has ever asked";

const program = join(root, "dist/server/cli.cjs");
if (!existsSync(program)) throw new Error("There is no built server: run npm run build first.");
const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error("Sizes are whole numbers of entries.");

const browser = await launchBrowser();
try {
  printCells("boxes", "", "median", "p95", "of");
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
    if (answer === null) throw new Error("The server has no tree of this map.");
    await preview.send({ type: "tree", uri: document.uri, ...answer });
    const boxes = `${answer.tree.places.length}`;

    const typist = await startTyping(server, preview, document);
    const same = await typist.type("x");
    print(boxes, "keystroke to painted, card as large as before", same.samples, "ms");
    if (same.resized > 0) throw new Error("The letter has made a card larger: nothing is measured.");
    const other = await typist.type(WORDS_THAT_WRAP);
    if (other.resized < KEYSTROKES) throw new Error("The words have not made the card larger: nothing is measured.");
    print(boxes, "keystroke to painted, card of another size", other.samples, "ms");

    print(boxes, "key to painted, menu of a card", await menuTimes(preview), "ms");
    print(boxes, "pointer moved to painted, a branch in the hand", await dragTimes(preview), "ms");

    for (const gesture of [pan, zoom]) {
      for (const [where, scale] of [
        ["where text can be read", 0.8],
        ["all in sight or as far as can be", 0],
      ] as const) {
        const times = await frameTimes(preview, gesture, scale);
        print(boxes, `${gesture.name}, ${where}`, times, "ms a frame");
        const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
        printCells("", "", `${formatNumber(1000 / mean)} frames a second`);
      }
    }
    if (preview.pageErrors.length > 0) throw new Error(preview.pageErrors.join("\n"));
  } finally {
    await preview.close();
    await server.stop();
  }
}

interface Typist {
  /** Types these words and takes them back, again and again. */
  type(words: string): Promise<{ readonly samples: readonly number[]; readonly resized: number }>;
}

/** Someone who types in one card that the preview shows. */
async function startTyping(
  server: ServerProcess,
  preview: PreviewPage,
  { uri, text: initialText }: Document,
): Promise<Typist> {
  let text = initialText;
  let version = 1;
  let onTreeChanged: (params: unknown) => void = () => {};
  server.listen(TREE_CHANGED, (params) => onTreeChanged(params));

  /** Sends an edit and waits until the page has painted what follows from it. */
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

  // A place in the middle of the map, shown as it is when one types there.
  const positions = typingEdits(initialText, 11);
  const lines = initialText.split("\n");
  let position: TypedEdit;
  let card: string | undefined;
  do {
    position = positions.next().value;
    ({ card } = await applyEdit(position));
    await applyEdit(positions.next().value);
    // A text that folds grows no larger.
  } while (card === undefined || (lines[position.line]?.split(": ")[1]?.length ?? 0) > 115);
  await preview.send({ type: "mark", card });
  const heightOf = (): Promise<string | null> =>
    preview.page.locator(`[data-card="${card}"] .box`).first().getAttribute("height");

  return {
    async type(words) {
      const samples: number[] = [];
      let resized = 0;
      for (let count = 0; count < WARMUP_KEYSTROKES + KEYSTROKES; count += 1) {
        const before = await heightOf();
        const isTyping = count % 2 === 0;
        const edit = isTyping
          ? { ...position, removed: 0, inserted: words }
          : { ...position, removed: words.length, inserted: "" };
        const { time } = await applyEdit(edit);
        if (count < WARMUP_KEYSTROKES) continue;
        samples.push(time);
        if ((await heightOf()) !== before) resized += 1;
      }
      return { samples, resized };
    },
  };
}

/** Gives the page a message and waits for the frame in which it is drawn to be handed over for painting. */
async function renderMessage(message: unknown): Promise<void> {
  globalThis.dispatchEvent(new MessageEvent("message", { data: message }));
  // The page draws with the next frame and has asked for it before this function does; a task comes after the frame.
  await new Promise<void>((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(undefined);
    });
  });
}

/** Opens the menu of the card that has the keys, and closes it, again and again. @returns how long it took to open */
async function menuTimes({ page }: PreviewPage): Promise<number[]> {
  await page.locator("[data-card][tabindex='0']").focus();
  const opening: SimulatedInput = { kind: "key", name: "F10", x: 0, y: 0 };
  const times: number[] = [];
  for (let count = 0; count < 10 + GESTURES; count += 1) {
    times.push(await page.evaluate(timeToPaint, opening));
    if ((await page.locator("[role=menu]").count()) !== 1)
      throw new Error("The menu is not open: nothing is measured.");
    await page.keyboard.press("Escape");
  }
  return times.slice(10);
}

/** Takes a card up and moves it to and fro. @returns how long each move took */
async function dragTimes({ page }: PreviewPage): Promise<number[]> {
  const box = await page.locator("[data-card][tabindex='0'] .box").boundingBox();
  if (box === null) throw new Error("The card is not drawn.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 20, { steps: 2 });
  if ((await page.locator(".hand .ghost").count()) !== 1)
    throw new Error("Nothing is in the hand: nothing is measured.");
  const times: number[] = [];
  for (let count = 0; count < 10 + GESTURES; count += 1) {
    const way = { x: x + 20 + (count % 2) * 60, y: y + 20 + (count % 3) * 20 };
    const moving: SimulatedInput = { kind: "pointer", name: "pointermove", ...way };
    times.push(await page.evaluate(timeToPaint, moving));
  }
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return times.slice(10);
}

interface SimulatedInput {
  readonly kind: "key" | "pointer";
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Does as a key or the mouse does. @returns milliseconds until what follows is handed over for painting. Runs in the page. */
async function timeToPaint({ kind, name, x, y }: SimulatedInput): Promise<number> {
  const start = performance.now();
  const given = { bubbles: true, cancelable: true };
  if (kind === "key")
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...given, key: name, shiftKey: true }));
  else globalThis.dispatchEvent(new PointerEvent(name, { ...given, clientX: x, clientY: y, buttons: 1 }));
  await new Promise<void>((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(undefined);
    });
  });
  return performance.now() - start;
}

/** One step of a drag to and fro, so that what is left behind comes again: what the mouse does in one frame. Runs in the page. */
function pan(svg: Element, frame: number): void {
  const at = { bubbles: true, cancelable: true, view: globalThis as unknown as Window, button: 0, buttons: 1 }; // It is one there.
  const way = Math.abs(((frame * 14) % 1200) - 600);
  const place = { clientX: 200 + way, clientY: 150 + way / 2 };
  if (frame === 0) svg.dispatchEvent(new MouseEvent("mousedown", { ...at, ...place }));
  else globalThis.dispatchEvent(new MouseEvent("mousemove", { ...at, ...place }));
}

/** One step of turning the wheel, for a while in and then out again. Runs in the page. */
function zoom(svg: Element, frame: number): void {
  const deltaY = Math.floor(frame / 30) % 2 === 0 ? 18 : -18;
  svg.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: 500, clientY: 400, deltaY }));
}

/** Makes a gesture frame by frame. @returns how long each frame took, in milliseconds */
async function frameTimes(
  preview: PreviewPage,
  gesture: (svg: Element, frame: number) => void,
  minScale: number,
): Promise<number[]> {
  await preview.page.keyboard.press("0");
  const scale = async (): Promise<number> =>
    Number(/scale\((.*)\)/.exec((await preview.page.locator(".stage").getAttribute("style")) ?? "")?.[1]);
  for (let now = await scale(); now * 1.25 < minScale; now = await scale()) await preview.page.keyboard.press("+");
  const times = await preview.page.evaluate(
    async ({ step, frames }) => {
      const svg = document.querySelector(".picture");
      if (svg === null) throw new Error("There is no picture.");
      const move = globalThis as unknown as Record<string, (svg: Element, frame: number) => void>; // Put there below.
      const times: number[] = [];
      let last: number | undefined;
      await new Promise<void>((done) => {
        const next = (now: number): void => {
          if (last !== undefined) times.push(now - last);
          last = now;
          if (times.length === frames) done();
          else {
            move[step]?.(svg, times.length);
            requestAnimationFrame(next);
          }
        };
        requestAnimationFrame(next);
      });
      globalThis.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, view: globalThis as unknown as Window }));
      return times;
    },
    { step: await installGesture(preview, gesture), frames: FRAMES_PER_GESTURE },
  );
  // The first frames get up to speed.
  return times.slice(10);
}

/** Puts a gesture into the page. @returns the name that it has there */
async function installGesture({ page }: PreviewPage, gesture: (svg: Element, frame: number) => void): Promise<string> {
  const name = `gesture-${gesture.name}`;
  await page.evaluate(`window[${JSON.stringify(name)}] = ${gesture}`);
  return name;
}

function print(boxes: string, what: string, samples: readonly number[], unit: string): void {
  const figures = [0.5, 0.95].map((share) => `${formatNumber(quantile(samples, share))} ${unit}`);
  printCells(boxes, what, ...figures, `${samples.length}`);
}

function printCells(boxes: string, what: string, ...figures: readonly string[]): void {
  const cells = [boxes.padStart(7), what.padEnd(46), ...figures.map((figure) => figure.padStart(16))];
  console.log(cells.join("  ").trimEnd());
}

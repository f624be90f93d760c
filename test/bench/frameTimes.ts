/** Measures the frames of panning and zooming in the preview. */
import type { PreviewPage } from "../support/browser/openPage.ts";

/** The number of frames of panning and zooming. */
const FRAMES_PER_GESTURE = 180;
const WARMUP_FRAMES = 10;

/** One frame of panning back and forth with the mouse. Runs in the page. */
export function pan(svg: Element, frame: number): void {
  const view = globalThis as unknown as Window; // In the page, the global object is a Window.
  const init = { bubbles: true, cancelable: true, view, button: 0, buttons: 1 };
  const distance = Math.abs(((frame * 14) % 1200) - 600);
  const position = { clientX: 200 + distance, clientY: 150 + distance / 2 };
  if (frame === 0) svg.dispatchEvent(new MouseEvent("mousedown", { ...init, ...position }));
  else globalThis.dispatchEvent(new MouseEvent("mousemove", { ...init, ...position }));
}

/** One frame of zooming in and out with the wheel. Runs in the page. */
export function zoom(svg: Element, frame: number): void {
  const deltaY = Math.floor(frame / 30) % 2 === 0 ? 18 : -18;
  svg.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: 500, clientY: 400, deltaY }));
}

/** Performs a gesture at a scale of at least `minScale`. @returns the frame times in milliseconds */
export async function frameTimes(
  preview: PreviewPage,
  gesture: (svg: Element, frame: number) => void,
  minScale: number,
): Promise<number[]> {
  await preview.page.keyboard.press("0");
  const scale = async (): Promise<number> =>
    Number(/scale\((.*)\)/.exec((await preview.page.locator(".stage").getAttribute("style")) ?? "")?.[1]);
  for (let now = await scale(); now * 1.25 < minScale; now = await scale()) await preview.page.keyboard.press("+");
  const times = await preview.page.evaluate(
    async ({ name, frames }) => {
      const svg = document.querySelector(".picture");
      if (svg === null) throw new Error("The page has no picture.");
      const gestures = globalThis as unknown as Record<string, (svg: Element, frame: number) => void>; // See `installGesture`.
      const times: number[] = [];
      let last: number | undefined;
      await new Promise<void>((done) => {
        const next = (now: number): void => {
          if (last !== undefined) times.push(now - last);
          last = now;
          if (times.length === frames) done();
          else {
            gestures[name]?.(svg, times.length);
            requestAnimationFrame(next);
          }
        };
        requestAnimationFrame(next);
      });
      globalThis.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, view: globalThis as unknown as Window }));
      return times;
    },
    { name: await installGesture(preview, gesture), frames: FRAMES_PER_GESTURE },
  );
  return times.slice(WARMUP_FRAMES);
}

/** Defines a gesture as a global function of the page. @returns its name */
async function installGesture({ page }: PreviewPage, gesture: (svg: Element, frame: number) => void): Promise<string> {
  const name = `gesture-${gesture.name}`;
  await page.evaluate(`window[${JSON.stringify(name)}] = ${gesture}`);
  return name;
}

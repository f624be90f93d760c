/** Slows the browser, to show that no test depends on the speed of the machine. */
import type { Page } from "playwright-core";

/** Slows a page down by the factor in the environment variable `ARGMAP_CPU_THROTTLE`, if it is set. */
export async function throttleCpu(page: Page): Promise<void> {
  const rate = Number(process.env["ARGMAP_CPU_THROTTLE"] ?? 1);
  if (rate <= 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/**
 * Tests what loads the extension, in windows whose folder has no map. Another extension looks at the extension host from inside,
 * and shows in the status bar what is loaded.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { finish, type TestOutcome } from "./testOutcome.ts";
import { runWindowTests, type WindowTest } from "./windowTests.ts";
import { mapsView, openFromExplorer, runCommand, waitForTextFocus } from "./workbench.ts";

const files = {
  "notes.txt": "The council wants to open the library on Sundays.\n",
  "page.md": "# A page\n\n```argmap\nclaim: It should open on Sundays.\n```\n",
};

/** Runs in the extension host. */
const probeScript = `
const { commands, extensions, lm, window } = require("vscode");
exports.activate = () => {
  const status = window.createStatusBarItem(1, 1000);
  const isLoaded = (bundle) => Object.keys(require.cache).some((path) => path.replaceAll("\\\\", "/").endsWith(bundle));
  const show = () => {
    const parts = {
      active: extensions.getExtension("argmap.argmap").isActive,
      features: isLoaded("dist/client/features.cjs"),
    };
    status.text = ["Loaded:", ...Object.keys(parts).filter((part) => parts[part])].join(" ");
    status.show();
  };
  setInterval(show, 50);
  commands.registerCommand("probe.listMaps", async () => {
    const { content } = await lm.invokeTool("argmap_list_maps", { input: {}, toolInvocationToken: undefined });
    const answer = window.createStatusBarItem(1, 999);
    answer.text = "Tool: " + content.map(({ value }) => value).join("");
    answer.show();
  });
  commands.registerCommand("probe.measure", async () => {
    const measure = async (run) => {
      const start = performance.now();
      await run();
      return Math.round(performance.now() - start) + " ms";
    };
    const other = extensions.getExtension("vscode.markdown-math");
    const times = [
      "features " + (await measure(() => commands.executeCommand("argmap.showOutput"))),
      other.packageJSON.name + ", which is part of VS Code, " + (await measure(() => other.activate())),
    ];
    const answer = window.createStatusBarItem(1, 999);
    answer.text = "Times: " + times.join(", ");
    answer.show();
    // From here, not from the command palette: the output that has just been shown takes the focus, and so closes it.
    await commands.executeCommand("workbench.action.showRuntimeExtensions");
  });
};
`;

const probeManifest = {
  name: "probe",
  displayName: "Empty Extension",
  publisher: "argmap-test",
  version: "0.0.1",
  engines: { vscode: "^1.97.0" },
  main: "probe.cjs",
  activationEvents: ["onStartupFinished"],
  contributes: {
    commands: [
      { command: "probe.listMaps", title: "Probe: List Maps" },
      { command: "probe.measure", title: "Probe: Measure" },
    ],
  },
};

const status = (page: Page, text: string) =>
  page.locator(".statusbar-item a").filter({ hasText: new RegExp(`^${text}$`) });

/** Waits until VS Code has started the extension, and its features, with the language client, are not loaded. */
const expectNoFeatures = (page: Page) => status(page, "Loaded: active").waitFor();
const expectLoaded = (page: Page) => status(page, "Loaded: active features").waitFor();

const tests: readonly WindowTest[] = [
  {
    title:
      "only the entry point is loaded in a window without a map, also for a map in Markdown, and all for a command",
    files,
    async run(page) {
      await expectNoFeatures(page);
      await openFromExplorer(page, "page.md");
      await page.keyboard.press("Control+K");
      await page.keyboard.press("V");
      await markdownPreview(page).locator(".argmap-picture").first().waitFor();
      await expectNoFeatures(page);
      await runCommand(page, "Argmap: New Map");
      await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Pro and con" }).waitFor();
      await expectLoaded(page);
    },
  },
  {
    title: "a tool of an assistant loads the tools only",
    files,
    async run(page) {
      await expectNoFeatures(page);
      await runCommand(page, "Probe: List Maps");
      await page
        .locator(".statusbar-item a")
        .filter({ hasText: /^Tool: ./ })
        .waitFor();
      await expectNoFeatures(page);
    },
  },
  {
    title: "a map that is opened loads the extension",
    files,
    async run(page, _screenshot, folder) {
      await expectNoFeatures(page);
      writeFileSync(join(folder, "later.argmap"), "claim toll: It should stay.\nreason for tol: It works.\n");
      await openFromExplorer(page, "later.argmap");
      await expectLoaded(page);
      await page.locator(".squiggly-error").first().waitFor();
    },
  },
  {
    title: "how long it takes to activate the extension, and to load its features",
    files,
    async run(page) {
      await expectNoFeatures(page);
      await runCommand(page, "Probe: Measure");
      // Printed, not compared: machines differ.
      console.log(
        `  ${await page
          .locator(".statusbar-item a")
          .filter({ hasText: /^Times: ./ })
          .innerText()}`,
      );
      await expectLoaded(page);
      // The list draws only the rows in view, the slowest extensions first.
      await page.setViewportSize({ width: 1440, height: 3000 });
      const row = page.locator(".runtime-extensions-editor .monaco-list-row").filter({ hasText: "Argmap" });
      console.log(`  ${await row.locator(".activation-time").first().innerText()}`);
    },
  },
  {
    title: "the view of maps says how to begin without the features, and a click loads them",
    files,
    async run(page) {
      const button = mapsView(page).getByRole("button", { name: "Map This Article" });
      await button.waitFor();
      await expectNoFeatures(page);
      await button.click();
      await expectLoaded(page);
    },
  },
  {
    title: "a quote from an article loads the extension",
    files,
    async run(page) {
      await expectNoFeatures(page);
      await openFromExplorer(page, "notes.txt");
      await waitForTextFocus(page);
      await page.keyboard.press("Control+A");
      await page
        .locator(".statusbar-item")
        .filter({ hasText: /selected\)/ })
        .waitFor();
      await runCommand(page, "Argmap: Add Claim from Selection");
      await expectLoaded(page);
    },
  },
];

const markdownPreview = (page: Page) =>
  page
    .frameLocator('iframe.webview.ready[src*="extensionId=vscode.markdown-language-features"]')
    .frameLocator("iframe#active-frame");

/** Runs the tests. */
async function checkActivation(): Promise<TestOutcome> {
  const probe = mkdtempSync(join(tmpdir(), "argmap-probe-"));
  try {
    writeFileSync(join(probe, "package.json"), JSON.stringify(probeManifest));
    writeFileSync(join(probe, "probe.cjs"), probeScript);
    return await runWindowTests({ heading: "the start of the extension", screenshots: "start", tests, probe });
  } finally {
    rmSync(probe, { recursive: true });
  }
}

if (import.meta.main) finish(await checkActivation());

import { ConfigurationTarget, commands, workspace } from "vscode";
import { markdown, policyViolations, screenshot } from "./support/driver.ts";
import { openMap } from "./support/editor.ts";
import { themes } from "./support/vscodeThemes.ts";

const document = `# The entry charge

What was said, and on which grounds:

\`\`\`argmap
claim keep by office: The charge should stay.
  reason air: The air got cleaner.
    premise fell: Nitrogen dioxide fell by a fifth.
    assumption same: Nothing else had changed.
    objection winter by lind: The winter was mild.
  objection shops by lind: Shops lose their customers.
  question cost: What does it cost to collect?
speaker office: The mayor's office
speaker lind: Maja Lind
\`\`\`

A block with an error says so:

\`\`\`argmap
claim drop: It should go.
  reason for keen: Nobody likes it.
\`\`\`
`;

describe("maps in Markdown", () => {
  const setTheme = (theme: string | undefined) =>
    workspace.getConfiguration("workbench").update("colorTheme", theme, ConfigurationTarget.Global);
  after(() => setTheme(undefined));

  for (const [name, [theme, mark]] of Object.entries(themes)) {
    it(`are drawn in VS Code's Markdown preview in ${theme}`, async () => {
      const before = await policyViolations();
      await setTheme(theme);
      await openMap("charge.md", document);
      await commands.executeCommand("markdown.showPreviewToSide");
      await markdown.waitForVisible(".argmap-picture svg[role=img]");
      await markdown.waitUntilTrue((mark) => {
        const { body } = globalThis.document;
        const text = [...body.querySelectorAll("svg text")].find((element) =>
          element.textContent?.includes("The charge"),
        );
        if (!text || !body.classList.contains(mark)) return false;
        // The text has the foreground color of the theme, without any script.
        const probe = body.appendChild(globalThis.document.createElement("p"));
        probe.style.color = "var(--vscode-editor-foreground)";
        const expected = getComputedStyle(probe).color;
        probe.remove();
        return getComputedStyle(text).fill === expected;
      }, mark);
      await markdown.waitUntilTrue(
        () => globalThis.document.querySelectorAll(".argmap-picture svg[role=img]").length === 2,
      );
      await markdown.waitUntilTrue(() =>
        globalThis.document.querySelector(".argmap-messages")?.textContent?.startsWith("Line 2: "),
      );
      await screenshot(`markdown-${name}`);
      const violations = (await policyViolations()).filter((violation) => !before.includes(violation));
      if (violations.some((violation) => violation.includes("argmap"))) throw new Error(violations.join("\n"));
    });
  }

  it("are redrawn while the user types", async () => {
    const editor = await openMap("charge.md", document);
    await commands.executeCommand("markdown.showPreviewToSide");
    await markdown.waitForVisible(".argmap-picture svg[role=img]");
    await editor.edit((edit) => edit.insert(editor.document.positionAt(document.indexOf("The air got") + 3), " fresh"));
    await markdown.waitUntilTrue(() => globalThis.document.body.textContent?.includes("The fresh air got cleaner."));
  });
});

/** Files of the user in the playground. */
import { expect, test } from "vitest";
import { usePlayground } from "../support/browser/usePlayground.ts";

const { open } = usePlayground();

test("opens an article that is dropped on the text beside the map, and leaves the text as it was", async () => {
  const { page, text, lines } = await open();
  const before = await lines();
  const readers = await text.evaluate((content) => {
    let count = 0;
    // CodeMirror reads the files that it inserts with a reader, later.
    const Original = window.FileReader;
    window.FileReader = class extends Original {
      constructor() {
        super();
        count++;
      }
    };
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Shifts end at two.\n"], "night-shifts.txt", { type: "text/plain" }));
    const place = { clientX: content.getBoundingClientRect().left + 20, clientY: 200 };
    content.dispatchEvent(
      new DragEvent("drop", { bubbles: true, cancelable: true, composed: true, dataTransfer, ...place }),
    );
    return count;
  });
  await page.getByRole("button", { name: "night-shifts.txt" }).waitFor();
  expect(readers).toBe(0);
  expect(await lines()).toEqual(before);
});

test("says so when the example of an address cannot be loaded, and shows the first example", async () => {
  const { page, lines } = await open({ hash: "#example=no-such-map.argmap" });
  await page.getByText("There is no example of this name.").waitFor();
  expect((await lines()).join("\n")).toContain("Sundays at the library");
});

test("saves to the file that was opened", async () => {
  const { page, text, card } = await open();
  await page.evaluate(async () => {
    // A real file of the browser, in place of one that the user would choose in a dialog of the system.
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("night-buses.argmap", { create: true });
    const stream = await handle.createWritable();
    await stream.write("claim: Buses should run at night.\n");
    await stream.close();
    Object.assign(window, { showOpenFilePicker: async () => [handle] });
  });
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "Open…" }).click();
  await card("Buses should run at night.").waitFor();
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.insertText("// Mine.\n");
  await page.keyboard.press("ControlOrMeta+s");
  await page.getByText("Saved night-buses.argmap.").waitFor();
  const saved = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle("night-buses.argmap")).getFile()).text();
  });
  expect(saved).toBe("// Mine.\nclaim: Buses should run at night.\n");
});

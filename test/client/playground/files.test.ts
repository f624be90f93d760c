/** Files of the user in the playground. */
import { expect, test } from "vitest";
import { usePlayground } from "../../support/browser/usePlayground.ts";

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

test("saves with the keyboard in the picture, and opens an article that is dropped there", async () => {
  const { page, picture, card } = await open();
  await page.evaluate(() => Object.defineProperty(window, "showSaveFilePicker", { value: undefined }));
  await card("Yes, it should open on Sundays.").first().focus();
  const download = page.waitForEvent("download");
  await page.keyboard.press("ControlOrMeta+s");
  expect((await download).suggestedFilename()).toBe("first-map.argmap");
  await page.getByText("Saved first-map.argmap.").waitFor();
  const isHandled = await picture.locator("body").evaluate((body) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Shifts end at two.\n"], "night-shifts.txt", { type: "text/plain" }));
    return !body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  });
  expect(isHandled).toBe(true);
  await page.getByRole("button", { name: "night-shifts.txt" }).waitFor();
});

test("deletes a kept map", async () => {
  const { page, card, replaceText } = await open();
  await replaceText("map: Buses\nclaim: Buses should run at night.\n");
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("menuitem", { name: "Sundays at the library" }).click();
  await card("Yes, it should open on Sundays.").first().waitFor();
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "Buses" }).waitFor();
  await page.getByRole("menuitem", { name: "Delete a kept map…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Buses" }).click();
  await page.getByText("Deleted “Buses” from this browser.").waitFor();
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "New map" }).waitFor();
  expect(await page.getByRole("menuitem", { name: "Buses" }).count()).toBe(0);
});

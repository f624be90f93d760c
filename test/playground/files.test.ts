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

import { expect, test } from "vitest";
import { otherToolOf } from "../../../../server/core/language/intent/otherTools.ts";

test.each([
  ["1.2.3. Pro: It works.", "Kialo"],
  ["1. Pro: It works.", undefined],
  ["[Air]: It got cleaner.", "Argdown"],
  ["<Air>: It got cleaner.", "Argdown"],
  ["  + <Air>", "Argdown"],
  ["-> [Air]", "Argdown"],
  ["====", "Argdown"],
  ["[x]", undefined],
  ["[a link](https://example.org)", undefined],
  ["- air", undefined],
  ["[^1]: City report, 2025.", undefined],
  ["<!-- later -->", undefined],
  ["</div>", undefined],
])("the tool whose format “%s” has is %s", (line, tool) => expect(otherToolOf(line)).toBe(tool));

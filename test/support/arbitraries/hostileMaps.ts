import fc from "fast-check";

const head = fc.constantFrom("claim a: ", "  reason b by ", "import: ", "map: ", "language: ", "  quote x: ", "", "  ");
const words = fc.constantFrom(
  ...["<script>", "</svg>", "<img src=x onerror=alert()>", '"', "'", "&amp;", "<!--", "]]>", "{{ 1 + 1 }}", "x"],
);

/** Maps, and texts that are none, with words that would be markup or code if they were not escaped. */
export const hostileMaps: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(head, words, words).map((parts) => parts.join("")),
    { maxLength: 8 },
  )
  .map((lines) => lines.join("\n"));

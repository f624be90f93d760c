/** JUnit's XML, which most build servers show: one test case for each map, which fails if it has errors or warnings. */
import { escapeXml } from "../../core/strings/escapeXml.ts";
import type { CheckedMaps, ReportedProblem } from "./reportedProblem.ts";

/** Returns a report with one suite. */
export function formatAsJunit({ problems, files }: CheckedMaps): string {
  const failing = problems.filter(({ severity }) => severity === "error" || severity === "warning");
  const cases = files.map((file) =>
    testCase(
      file,
      failing.filter((problem) => problem.file === file),
    ),
  );
  const failed = new Set(failing.map(({ file }) => file)).size;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="argmap check" tests="${files.length}" failures="${failed}">
${cases.join("")}</testsuite>
</testsuites>
`;
}

function testCase(file: string, problems: readonly ReportedProblem[]): string {
  const name = escapeXml(file);
  if (problems.length === 0) return `<testcase name="${name}" classname="argmap"/>\n`;
  const [first] = problems;
  const lines = problems.map(
    ({ line, column, severity, message, code }) => `${file}:${line}:${column}: ${severity}: ${message} (${code})`,
  );
  return `<testcase name="${name}" classname="argmap">
<failure message="${escapeXml(first?.message ?? "")}" type="${escapeXml(first?.code ?? "")}">${escapeXml(lines.join("\n"))}</failure>
</testcase>
`;
}

import { expect, test } from "vitest";
import type { SourceArticle } from "../../../../server/core/articles/readArticle.ts";
import { unreadableMessage } from "../../../../server/core/checks/support/unreadableSource.ts";

const uri = "file:///maps/report.pdf";

test.each<[SourceArticle, string]>([
  [
    { state: "denied", uri },
    "This is no ordinary file, or you are not allowed to read it. Choose a text file that you can open.",
  ],
  [
    { state: "broken", uri },
    "This file is damaged and cannot be read. Download it again, or put its text in a text file.",
  ],
  [
    { state: "password-protected", uri },
    "This file is protected by a password. Save a copy without one, or put its text in a text file.",
  ],
  [
    { state: "no-text", uri },
    "This file contains pictures of its pages but no text. Run text recognition (OCR) on it, or put its text in a text file.",
  ],
  [
    { state: "timed-out", uri },
    "This file takes too much time or memory to read. Put the part that you quote in a separate file.",
  ],
  [
    { state: "unanswered", uri },
    "This file is still being read: the place where it is stored has not answered yet. Wait, or check your connection to it.",
  ],
])("a file in the state %j cannot be read", (source, message) => expect(unreadableMessage(source)).toBe(message));

test.each<SourceArticle>([{ state: "missing", uri }, { state: "unknown" }])(
  "a file in the state %j is not reported",
  (source) => expect(unreadableMessage(source)).toBeUndefined(),
);

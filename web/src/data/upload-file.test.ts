import { afterEach, expect, test, vi } from "vitest";
import { uploadFile } from "./upload-file.ts";

/** Stands in for the browser's request: the test says what becomes of it. */
class FakeRequest {
  static last: FakeRequest;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  status = 0;
  responseText = "";
  opened: string[] = [];
  sent: unknown = null;
  constructor() {
    FakeRequest.last = this;
  }
  open(...parts: string[]) {
    this.opened = parts;
  }
  setRequestHeader() {}
  send(body: unknown) {
    this.sent = body;
  }
  abort() {
    this.onabort();
  }
  answer(status: number, body: unknown) {
    Object.assign(this, { status, responseText: typeof body === "string" ? body : JSON.stringify(body) });
    this.onload();
  }
}

afterEach(() => vi.unstubAllGlobals());

const start = () => {
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  const onProgress = vi.fn();
  const controller = new AbortController();
  const file = new File(["metric\n1E"], "figures & more.csv");
  const outcome = uploadFile("/imports?name=figures.csv", file, { onProgress, signal: controller.signal });
  return { outcome, onProgress, controller, file, request: FakeRequest.last };
};

test("sends the file as it is, and tells how far it is", async () => {
  const { outcome, onProgress, file, request } = start();
  expect(request.opened).toEqual(["POST", "/imports?name=figures.csv"]);
  expect(request.sent).toBe(file);
  request.upload.onprogress?.({ loaded: 4, total: 9 });
  request.answer(201, { id: "abc", state: "UPLOADED" });
  expect(await outcome).toEqual({
    kind: "DONE",
    id: "abc",
    answer: { id: "abc", state: "UPLOADED" },
  });
  expect(onProgress.mock.calls).toEqual([[4, 9]]);
});

test.each([
  [422, { id: "abc", error: "This is a PDF." }, { kind: "REFUSED", message: "This is a PDF." }],
  [413, { error: "Larger than 200 MB" }, { kind: "REFUSED", message: "Larger than 200 MB" }],
  [502, "<html>", { kind: "REFUSED", message: "The server did not take this file. Try again" }],
  [401, { error: "Sign in" }, { kind: "SIGNED_OUT" }],
])("an answer of %i is put into words", async (status, body, expected) => {
  const { outcome, request } = start();
  request.answer(status, body);
  expect(await outcome).toEqual(expected);
});

test("a lost connection and a stop are told apart", async () => {
  const lost = start();
  lost.request.onerror();
  expect(await lost.outcome).toEqual({ kind: "UNREACHABLE" });
  const stopped = start();
  stopped.controller.abort();
  expect(await stopped.outcome).toEqual({ kind: "STOPPED" });
});

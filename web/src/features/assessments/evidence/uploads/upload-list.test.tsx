import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useSyncExternalStore } from "react";
import { expect, test } from "vitest";
import type { UploadOutcome, uploadFile } from "../../../../data/upload-file.ts";
import { expectAccessible } from "../../../../testing/axe.ts";
import { UploadList } from "./upload-list.tsx";
import { createUploadStore, type UploadDone, type UploadStore } from "./upload-store.ts";

interface Call {
  address: URL;
  file: File;
  progress: (sent: number) => void;
  settle: (outcome: UploadOutcome) => Promise<void>;
}

/** Stands for the way to the server: the test says how far each file is and what becomes of it. */
const setUp = () => {
  const calls: Call[] = [];
  const done: UploadDone[] = [];
  const send: typeof uploadFile = (address, file, { onProgress, signal, writer }) =>
    new Promise((resolve) => {
      expect(writer).toBe("p1");
      signal.addEventListener("abort", () => resolve({ kind: "STOPPED" }));
      calls.push({
        address: new URL(address, "http://localhost"),
        file,
        progress: (sent) => act(() => onProgress(sent, file.size)),
        settle: (outcome) => act(async () => resolve(outcome)),
      });
    });
  const store = createUploadStore({ send, reference: "EHRIA-2026-0001", person: "p1" });
  store.onDone((each) => done.push(each));
  return { store, calls, done };
};

const List = ({ store }: { store: UploadStore }) => (
  <main>
    <h1>Draft</h1>
    <h2>Evidence</h2>
    <UploadList store={store} uploads={useSyncExternalStore(store.subscribe, store.read)} />
  </main>
);

const TO = { place: "aims", label: "Question 3" };
const textFile = (name: string) => new File(["0123456789"], name);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const stored: UploadOutcome = { kind: "DONE", id: "e1", answer: { name: "a.csv", state: "QUARANTINED" } };

test("two files go at a time, each with how far it is; each that arrives is told and makes room", async () => {
  const { store, calls, done } = setUp();
  const { container } = render(<List store={store} />);
  act(() => store.add(["a.csv", "b.csv", "c.csv"].map(textFile), TO));
  expect(calls.map(({ file }) => file.name)).toEqual(["a.csv", "b.csv"]);
  screen.getByText("c.csv waits for its turn");
  calls[0]?.progress(4);
  screen.getByText("40%: 4 bytes of 10 bytes");
  calls[1]?.progress(10);
  screen.getByText("Sent. The server is looking into it…");
  await expectAccessible(container);
  await calls[0]?.settle(stored);
  expect(done).toEqual([{ name: "a.csv", state: "QUARANTINED" }]);
  expect(calls.map(({ file }) => file.name)).toEqual(["a.csv", "b.csv", "c.csv"]);
  await press("Cancel b.csv");
  expect(store.read().map(({ file }) => file.name)).toEqual(["c.csv"]);
  expect(Object.fromEntries(calls[0]?.address.searchParams ?? [])).toMatchObject({
    assessment: "EHRIA-2026-0001",
    place: "aims",
    name: "a.csv",
  });
});

test("what failed says why once all have ended, and is tried again without choosing it anew", async () => {
  const { store, calls } = setUp();
  const { container } = render(<List store={store} />);
  act(() => store.add(["a.csv", "b.csv"].map(textFile), TO));
  await calls[0]?.settle({ kind: "UNREACHABLE" });
  expect(screen.queryByText("There is a problem")).toBeNull();
  await calls[1]?.settle({ kind: "REFUSED", message: "This is a program." });
  expect(document.activeElement?.className).toBe("govuk-error-summary");
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("link", { name: "b.csv: This is a program." }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Try again b.csv" }));
  await press("Try again a.csv");
  await press("Try again b.csv");
  const keys = calls.map(({ address }) => address.searchParams.get("key"));
  // A lost answer may have been carried out: the same key. A refusal settles that try: another.
  expect([keys[2] === keys[0], keys[3] === keys[1]]).toEqual([true, false]);
  expect(calls[2]?.file).toBe(calls[0]?.file);
  await calls[2]?.settle(stored);
  await calls[3]?.settle({ kind: "SIGNED_OUT" });
  screen.getByText(/You have been signed out/, { selector: "p" });
  await press("Leave it out b.csv");
  expect(store.read()).toEqual([]);
});

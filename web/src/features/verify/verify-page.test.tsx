import { generateKeyPairSync, sign } from "node:crypto";
import type { PublicCopy } from "@due-regard/domain/ehria/publication/public-copy";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { makePublishedSeal, writePublishedBundle } from "@due-regard/domain/seal/published-seal";
import { keyIdOf } from "@due-regard/domain/seal/seal-key";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { expectAccessible } from "../../testing/axe.ts";
import { InRouter } from "../../testing/in-router.tsx";
import { VerifyPage } from "./verify-page.tsx";

/** Anybody drops a published file here and is told whether it is what was published. */

const makeKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const x = publicKey.export({ format: "jwk" }).x ?? "";
  const key = { kty: "OKP", crv: "Ed25519", x, kid: keyIdOf(x), from: "2020-01-01T00:00:00Z", until: null };
  return { key, seal: (text: string) => sign(null, Buffer.from(text), privateKey).toString("base64url") };
};
const ours = makeKey();

const copy: PublicCopy = {
  format: "due-regard/published/1",
  reference: "EHRIA-2026-0007",
  edition: 1,
  title: "Bus passes for carers",
  demo: true,
  organisation: { code: "E10000018", name: "Leicestershire County Council" },
  department: { slug: "transport", name: "Transport" },
  form: { key: "form", version: 1, title: "Form" },
  revision: 1,
  startedOn: "2026-01-05",
  completedOn: "2026-03-09",
  reviewDueOn: null,
  signatures: [],
  sections: [],
  characteristicImpacts: [],
  rightImpacts: [],
  improvementActions: [],
  evidence: [],
  redactions: [],
};
const HASH = "a".repeat(64);

/** A published file, sealed with a key. */
const published = ({ key, seal }: ReturnType<typeof makeKey>): string =>
  writePublishedBundle(
    copy,
    makePublishedSeal(
      {
        format: "due-regard/published-seal/1",
        reference: copy.reference,
        edition: copy.edition,
        contentHash: hashContent(copy),
        files: { html: HASH, pdf: HASH, docx: HASH, json: hashContent(copy) },
        publishedAt: "2026-03-10T10:00:00Z",
        previous: null,
        keyId: key.kid,
      },
      seal,
    ),
  );

const drop = async (text: string) => {
  vi.stubGlobal("fetch", async () => Response.json({ keys: [ours.key] }));
  const view = render(
    <InRouter>
      <VerifyPage />
    </InRouter>,
  );
  await userEvent.upload(screen.getByLabelText("Choose the file"), new File([text], "EHRIA-2026-0007.json"));
  await userEvent.click(screen.getByRole("button", { name: "Check the file" }));
  return view;
};
afterEach(() => vi.unstubAllGlobals());

test("a published file as it was published is genuine, with what it says of itself", async () => {
  const { container } = await drop(published(ours));
  await screen.findByText("This file is genuine");
  screen.getByText(/It is edition 1 of EHRIA-2026-0007, “Bus passes for carers”/);
  expect(screen.getByRole("link", { name: "see the register" }).getAttribute("href")).toBe(
    "/register/EHRIA-2026-0007",
  );
  await expectAccessible(container);
});

test.each([
  ["one that was changed by a word", published(ours).replace("Bus passes", "Bus fares"), /text/i],
  ["one that another key sealed", published(makeKey()), /key/i],
  ["one that is none", '{"some": "other file"}', /./],
])("%s is not, and is told why", async (_name, text, why) => {
  const { container } = await drop(text);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("This file is not genuine");
  const reasons = [...container.querySelectorAll(".govuk-list--bullet li")].map((each) => each.textContent);
  expect(reasons.join(" ")).toMatch(why);
  expect(screen.queryByText("This file is genuine")).toBeNull();
  await expectAccessible(container);
});

test("without a file the summary leads to the field", async () => {
  const { container } = render(
    <InRouter>
      <VerifyPage />
    </InRouter>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Check the file" }));
  await waitFor(() => expect(document.activeElement?.className).toBe("govuk-error-summary"));
  await expectAccessible(container);
});

import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { packFile, packVariables } from "./pack-address.ts";
import { PackView } from "./pack-page.tsx";

const assessment = (reference: string, status: "SIGNED_OFF" | "DRAFT") => ({
  id: reference,
  reference,
  title: `About ${reference}`,
  status,
});

const data = (signed: boolean): Parameters<typeof PackView>[0]["data"] => ({
  departments: [{ id: "D", name: "Adults", slug: "adults" }],
  strategies: { edges: [{ node: { id: "P", slug: "plan", title: "A plan" } }] },
  dashboardEditions: [
    {
      title: "A dashboard",
      reportedOn: "2020-01-20",
      organisation: { id: "O", code: "E10000018", name: "County" },
      period: { code: "2019-04/2019-11", label: "April to November 2019" },
    },
  ],
  committeePack: {
    text: signed ? "In deciding, members must." : "",
    parts: signed
      ? [{ heading: "About A", paragraphs: ["It finds that disabled people are affected."] }]
      : [],
    references: signed ? [{ reference: "A", title: "About A", details: ["Revision 1, as signed."] }] : [],
    assessments: signed ? [assessment("A", "SIGNED_OFF")] : [],
    leftOut: signed ? [assessment("B", "DRAFT")] : [],
  },
});

test("what was drawn up is shown, can be changed, and comes as files", async () => {
  const path = "/pack?references=A,B&dashboard=E10000018+2019-04%2F2019-11";
  const { container } = render(
    <InRouter path={path}>
      <PackView data={data(true)} />
    </InRouter>,
  );
  await expectAccessible(container);
  expect(screen.getByText("1 signed assessment chosen.")).toBeTruthy();
  expect(screen.getByText(/not signed off, so nothing is said of/)).toBeTruthy();
  const links = within(screen.getByRole("navigation", { name: "Download it" })).getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(
    ["docx", "pdf"].map(
      (ending) =>
        `/downloads/pack.${ending}?reference=A&reference=B&organisation=E10000018&period=2019-04%2F2019-11`,
    ),
  );
  const text = screen.getByLabelText<HTMLTextAreaElement>("The text, to change and copy");
  await userEvent.type(text, " And more.");
  expect(text.value).toBe("In deciding, members must. And more.");
  await userEvent.click(screen.getByRole("button", { name: "Start again from what was drawn up" }));
  expect(text.value).toBe("In deciding, members must.");
});

test("where nothing is chosen the page says what to do", async () => {
  const { container } = render(
    <InRouter path="/pack">
      <PackView data={data(false)} />
    </InRouter>,
  );
  expect(screen.getByRole("status").textContent).toContain("No signed assessment is chosen.");
  expect(screen.queryByRole("navigation", { name: "Download it" })).toBeNull();
  await expectAccessible(container);
});

test("a status is no choice: a report rests on what is signed", () => {
  const search = new URLSearchParams("status=DRAFT&department=D");
  expect(packVariables(search)).toEqual({ filter: { department: "D" } });
  expect(packFile("pdf", search, [{ id: "D", slug: "adults" }])).toBe(
    "/downloads/pack.pdf?department=adults",
  );
});

import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Outcome } from "../../data/outcome.ts";
import { expectAccessible } from "../../testing/axe.ts";
import { InRouter } from "../../testing/in-router.tsx";
import { DetailsForm } from "./details-form.tsx";
import { GiveRoleForm } from "./give-role-page.tsx";
import { PeopleView } from "./list-page.tsx";
import { peopleVariables } from "./people-address.ts";
import { PersonView } from "./person-page.tsx";
import type { Person } from "./queries.ts";
import { SuccessorForm } from "./successor-form.tsx";

const HERE = { id: "D1", name: "Adults and Communities" };
const KIM = { id: "U9", name: "Kim Keyholder" };

const person = (change: Partial<Person> = {}): Person => ({
  user: { id: "VXNlcjox=", name: "Ash Newly", jobTitle: "Adviser" },
  email: "ash.newly@example.org",
  department: HERE,
  addedAt: "2026-04-01T09:00:00Z",
  disabledAt: null,
  isYou: false,
  roles: [
    { id: "R1", role: "OFFICER", department: HERE, grantedAt: "2026-04-01T09:00:00Z", grantedBy: KIM },
    { id: "R2", role: "ADMIN", department: null, grantedAt: "2026-04-02T09:00:00Z", grantedBy: null },
  ],
  endedRoles: [],
  version: 1,
  contributesTo: 0,
  leads: [],
  deputyFor: [],
  ownedActions: [],
  ...change,
});

test("the list names everybody with their roles, and says how many there are", async () => {
  const data = {
    departments: [HERE],
    people: {
      totalCount: 51,
      pageInfo: { hasNextPage: true, endCursor: "c50" },
      edges: [{ node: person() }, { node: person({ user: { ...KIM, jobTitle: "Adviser" }, roles: [] }) }],
    },
  };
  const { container } = render(
    <InRouter path="/people?role=OFFICER">
      <PeopleView data={data} />
    </InRouter>,
  );
  const link = screen.getByRole("link", { name: "Ash Newly" });
  expect(link.getAttribute("href")).toBe("/people/VXNlcjox%3D");
  const row = screen.getByRole("row", { name: /Ash Newly/ });
  expect(within(row).getByText("Administrator in every department")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("51 people");
  expect(screen.getByRole("link", { name: "Next people" }).getAttribute("href")).toContain(
    "role=OFFICER&after=c50",
  );
  await expectAccessible(container);
});

test("a person's page ends each role but one's own as administrator, and keeps those that ended", async () => {
  const ended = { ...person().roles[0], role: "SCRUTINY", endedAt: "2026-05-01T09:00:00Z", endedBy: KIM };
  const shown = person({ isYou: true, endedRoles: [ended as Person["endedRoles"][number]] });
  const { container } = render(
    <InRouter>
      <PersonView person={shown} news="The details are saved." />
    </InRouter>,
  );
  const end = screen.getByRole("link", { name: /^End this role/ });
  expect(end.getAttribute("href")).toBe("/people/VXNlcjox%3D/roles/R1/end");
  expect(screen.queryByRole("link", { name: "Close this account" })).toBeNull();
  expect(screen.getByRole("table", { name: "Roles that ended" }).textContent).toContain("by Kim Keyholder");
  expect(screen.getByRole("alert").textContent).toContain("The details are saved.");
  await expectAccessible(container);
});

test("a closed account is said to be so, is opened again, and is given no role", () => {
  render(
    <InRouter>
      <PersonView person={person({ disabledAt: "2026-05-01T09:00:00Z", roles: [] })} news={null} />
    </InRouter>,
  );
  expect(screen.getByText(/has been closed since 1 May 2026/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Open this account again" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Give a role" })).toBeNull();
});

test("what is wrong with somebody new is told at its field, and nothing typed is lost", async () => {
  const problem = { path: "email", message: "This is the address of Kim Keyholder" };
  const save = vi.fn(
    async (): Promise<Outcome<{ person: Person }>> => ({ kind: "INVALID", message: "", problems: [problem] }),
  );
  const { container } = render(
    <InRouter>
      <DetailsForm
        title="Add a person"
        crumbs={[]}
        start={{ name: "", email: "", jobTitle: "", department: "" }}
        departments={[HERE]}
        isNew
        button="Add this person"
        save={save}
        onSaved={() => {}}
      />
    </InRouter>,
  );
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Ash");
  await userEvent.type(screen.getByRole("textbox", { name: "Email address" }), "kim@example.org");
  await userEvent.click(screen.getByRole("button", { name: "Add this person" }));
  await userEvent.click(await screen.findByRole("link", { name: problem.message }));
  const field = screen.getByRole("textbox", { name: "Email address" });
  expect(document.activeElement).toBe(field);
  expect([field.getAttribute("aria-invalid"), (field as HTMLInputElement).value]).toEqual([
    "true",
    "kim@example.org",
  ]);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("Ash");
  await expectAccessible(container);
});

test("a role is given where it can be held: an administrator's everywhere", async () => {
  const give = vi.fn(async (): Promise<Outcome<unknown>> => ({ kind: "DONE", value: null }));
  const onGiven = vi.fn();
  const { container } = render(
    <InRouter>
      <GiveRoleForm person={person()} departments={[HERE]} give={give} onGiven={onGiven} />
    </InRouter>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Give this role" }));
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(["Choose a role", "Choose where they are to hold it"]),
  );
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("radio", { name: "Administrator" }));
  expect(screen.queryByRole("combobox")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Give this role" }));
  expect(onGiven).toHaveBeenCalledWith({ role: "ADMIN", department: null });
});

test.each([
  ["", { disabled: false }],
  ["account=all&text=%20ash%20", { text: "ash" }],
  ["account=closed&role=OFFICER&department=D1", { disabled: true, role: "OFFICER", department: "D1" }],
  ["account=constructor&role=KING", { disabled: false }],
])("the address %j asks for %j", (address, filter) => {
  expect(peopleVariables(new URLSearchParams(address)).filter).toEqual(filter);
});

const LED: Person["leads"][number] = {
  reference: "EHRIA-2026-0007",
  status: "DRAFT",
  department: HERE,
  since: "2026-04-01T09:00:00Z",
  contributors: 2,
};

test("what hangs on a person is named without a title; once their account is closed, each is handed over", async () => {
  const hangs = {
    leads: [LED, { ...LED, reference: "EHRIA-2026-0008", status: "SIGNED_OFF" as const, contributors: 0 }],
    contributesTo: 1,
    deputyFor: [
      { reference: "EHRIA-2026-0009", status: "IN_REVIEW" as const, department: HERE, namedBy: KIM },
    ],
    ownedActions: [
      {
        action: {
          id: "QTox",
          action: "Ask carers again",
          objective: "",
          dueInForce: "2026-10-01",
          overdue: true,
          linksVersion: 3,
          assessment: { id: "A", reference: "EHRIA-2026-0008" },
        },
      },
    ],
  };
  const { container, rerender } = render(
    <InRouter>
      <PersonView person={person(hangs)} news={null} />
    </InRouter>,
  );
  const leads = screen.getByRole("table", { name: "Assessments that they lead" });
  expect(within(leads).getByText("2 others write it")).toBeTruthy();
  // A draft has no page for an administrator; what is signed has.
  expect(
    within(leads)
      .getAllByRole("link")
      .map(({ textContent }) => textContent),
  ).toEqual(["EHRIA-2026-0008"]);
  expect(screen.queryByRole("link", { name: /^Hand over/ })).toBeNull();
  expect(screen.getByText(/Kim Keyholder, who can name somebody else/)).toBeTruthy();
  await expectAccessible(container);
  rerender(
    <InRouter>
      <PersonView person={person({ ...hangs, disabledAt: "2026-05-01T09:00:00Z" })} news={null} />
    </InRouter>,
  );
  expect(
    screen.getAllByRole("link", { name: /^Hand over/ }).map((link) => link.getAttribute("href")),
  ).toEqual([
    "/people/VXNlcjox%3D/assessments/EHRIA-2026-0007/hand-over",
    "/people/VXNlcjox%3D/assessments/EHRIA-2026-0008/hand-over",
    "/people/VXNlcjox%3D/actions/QTox/hand-over",
  ]);
  await expectAccessible(container);
});

test("who is to follow is chosen, with what it would bar them from; a refusal is told at the choice", async () => {
  const bars = "Sits on the Departmental Equalities Group here.";
  const found = [
    { user: { ...KIM, jobTitle: "Adviser" }, department: HERE, contributes: true, bars: null },
    {
      user: { id: "U8", name: "Lou Other", jobTitle: "Planner" },
      department: null,
      contributes: false,
      bars,
    },
  ];
  const refusal = { path: "to", message: "Lou Other has taken part in its review" };
  const give = vi.fn(
    async (): Promise<Outcome<unknown>> => ({ kind: "INVALID", message: "", problems: [refusal] }),
  );
  const onErrors = vi.fn();
  const { container } = render(
    <InRouter>
      <SuccessorForm
        legend="Who is to follow?"
        nobody="Nobody can."
        found={found}
        search=""
        onSearch={() => {}}
        back="/people"
        give={give}
        onGiven={() => {}}
        onErrors={onErrors}
      />
    </InRouter>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Hand over" }));
  expect(onErrors).toHaveBeenLastCalledWith([{ field: "to", message: "Choose who is to follow" }]);
  expect(give).not.toHaveBeenCalled();
  expect(screen.getByText(/Helps to write it already/)).toBeTruthy();
  await userEvent.click(screen.getByRole("radio", { name: "Lou Other" }));
  await userEvent.click(screen.getByRole("button", { name: "Hand over" }));
  expect(onErrors).toHaveBeenLastCalledWith([{ field: "to", message: refusal.message }]);
  expect(screen.getByRole("radio", { name: "Lou Other", checked: true })).toBeTruthy();
  await expectAccessible(container);
});

test("details that somebody else changed meanwhile are shown beside what was typed, which stays, and the next try is on what stands", async () => {
  const conflicts = [
    { path: "name", currentVersion: 4, theirs: "Ash Newby", yours: "Ash Newly" },
    { path: "jobTitle", currentVersion: 4, theirs: "Adviser, adults", yours: "Senior adviser" },
  ];
  const save = vi.fn<Parameters<typeof DetailsForm>[0]["save"]>(async () => ({
    kind: "CONFLICT",
    message: "Somebody changed these details while you were writing",
    conflicts,
  }));
  const { container } = render(
    <InRouter>
      <DetailsForm
        title="Change details"
        crumbs={[]}
        start={{ name: "Ash Newly", email: "", jobTitle: "Adviser", department: "D1" }}
        version={3}
        departments={[HERE]}
        isNew={false}
        button="Save"
        save={save}
        onSaved={() => {}}
      />
    </InRouter>,
  );
  const title = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Job title" });
  await userEvent.clear(title());
  await userEvent.type(title(), "Senior adviser");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(save.mock.lastCall?.[2]).toBe(3);
  const table = screen.getByRole("table", { name: "What was changed" });
  expect(within(table).getByRole("row", { name: /Name Ash Newby Ash Newby Taken over/ })).toBeTruthy();
  expect(within(table).getByRole("row", { name: /Job title Adviser, adults Senior adviser/ })).toBeTruthy();
  expect(title().value).toBe("Senior adviser");
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("button", { name: /^Take what stands now/ }));
  expect(title().value).toBe("Adviser, adults");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(save.mock.lastCall?.[2]).toBe(4);
  expect(save.mock.lastCall?.[0]).toMatchObject({ name: "Ash Newby", jobTitle: "Adviser, adults" });
});

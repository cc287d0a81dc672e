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

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/axe.ts";
import { LOST } from "../../testing/fake-server.ts";
import { showRoutes } from "../../testing/show-routes.tsx";
import { noticeRoutes } from "./routes.tsx";

const notice = (id: string, words: string, more: object = {}) => ({
  node: {
    id,
    urgency: "NOW",
    words,
    address: "/assessments/EHRIA-2026-0001",
    at: "2026-01-05T10:31:00Z",
    readAt: null,
    by: { name: "Casey (demo)" },
    ...more,
  },
});
const noticesOf = (edges: object[], unreadNotices: number, hasNextPage = false) => ({
  viewer: { unreadNotices },
  notices: { totalCount: edges.length, pageInfo: { hasNextPage, endCursor: "end" }, edges },
});
const TWO = [
  notice("n1", "You are asked to help write: Bus passes"),
  notice("n2", "A result is expected", {
    urgency: "FOR_INFORMATION",
    readAt: "2026-01-06T10:31:00Z",
    by: null,
  }),
];

test("notices say what is new and what waits, and are marked as read one by one or all together", async () => {
  const { container, inputs } = await showRoutes(noticeRoutes, "/notices", {
    Notices: () => noticesOf(TWO, 1, true),
    MarkNoticesRead: () => ({ markNoticesRead: { __typename: "NoticesRead", unread: 0 } }),
  });
  screen.getByText("One is new.");
  screen.getByText("Waits for you");
  expect(screen.getByRole("link", { name: "Older notices" }).getAttribute("href")).toBe("/notices?after=end");
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("button", { name: /^Mark as read : You are asked/ }));
  await userEvent.click(screen.getByRole("button", { name: "Mark all as read" }));
  await waitFor(() => expect(inputs("MarkNoticesRead").length).toBe(2));
  expect(inputs("MarkNoticesRead")).toEqual([{ ids: ["n1"] }, { until: "2026-01-05T10:31:00Z" }]);
});

test.each([
  ["/notices", "You have no notices."],
  ["/notices?show=new", "You have read all your notices."],
])("where there is nothing, %s says so", async (address, words) => {
  const { container } = await showRoutes(noticeRoutes, address, { Notices: () => noticesOf([], 0) });
  screen.getByText(new RegExp(words));
  await expectAccessible(container);
});

test("a mark that is lost is said in a summary that takes the focus", async () => {
  const { container } = await showRoutes(noticeRoutes, "/notices", {
    Notices: () => noticesOf(TWO, 1),
    MarkNoticesRead: () => LOST,
  });
  await userEvent.click(screen.getByRole("button", { name: "Mark all as read" }));
  await screen.findByText(/could not be reached/);
  await waitFor(() => expect(document.activeElement?.className).toBe("govuk-error-summary"));
  await expectAccessible(container);
});

const preferences = (more: object = {}) => ({
  viewer: {
    email: "somebody@example.org",
    noticePreferences: { email: "EACH", emailIsSent: true, undeliveredSince: null, ...more },
  },
});

test("how one is told by email is chosen and saved, and a lost answer loses no choice", async () => {
  const answers = [
    LOST,
    { setNoticePreferences: { __typename: "NoticePreferencesSet", preferences: { email: "DAILY" } } },
  ];
  const { container, inputs } = await showRoutes(noticeRoutes, "/notices/preferences", {
    NoticePreferences: () => preferences(),
    SetNoticePreferences: () => answers.shift(),
  });
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("radio", { name: "One email a day" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/could not be reached/);
  await expectAccessible(container);
  expect(screen.getByRole("radio", { name: "One email a day" })).toHaveProperty("checked", true);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
  await expectAccessible(container);
  expect(inputs("SetNoticePreferences")).toEqual([{ email: "DAILY" }, { email: "DAILY" }]);
});

test("it is said that no email is sent here, and that the last one did not arrive", async () => {
  const { container } = await showRoutes(noticeRoutes, "/notices/preferences", {
    NoticePreferences: () => preferences({ emailIsSent: false, undeliveredSince: "2026-01-05T10:31:00Z" }),
  });
  screen.getByText(/sends no email at present/);
  screen.getByText(/could not be delivered/);
  await expectAccessible(container);
});

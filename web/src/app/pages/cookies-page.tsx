import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";

const KEPT = [
  {
    name: "Session cookie",
    purpose: "Keeps you signed in. Scripts on the page can't read it.",
    until: "You sign out, or the session runs out",
  },
  {
    name: "Unsaved text, in this browser's storage",
    purpose:
      "Keeps what you wrote until the server has saved it, so that a lost connection or a closed page loses nothing. Only you are shown it, when you are signed in.",
    until: "It is saved, or you sign out: what could not be saved is then shown to you before it is deleted",
  },
  {
    name: "API explorer tabs, in this browser's storage",
    purpose: "Keeps the queries that you wrote in the API explorer.",
    until: "You clear it",
  },
] as const;

export const CookiesPage = () => (
  <Page title="Cookies">
    <p className="govuk-body">
      Due Regard keeps only what it needs to work. It has no analytics and no advertising, so there is nothing
      to accept or refuse.
    </p>
    <Table
      caption="What is kept in your browser"
      columns={[
        { key: "name", heading: "What", cell: (row) => row.name, rowHeading: true },
        { key: "purpose", heading: "What for", cell: (row) => row.purpose },
        { key: "until", heading: "Kept until", cell: (row) => row.until },
      ]}
      rows={KEPT}
      rowKey={(row) => row.name}
    />
  </Page>
);

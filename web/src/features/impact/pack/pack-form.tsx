import type { ResultOf } from "gql.tada";
import { type AddressField, AddressForm, departmentField } from "../../../ui/address-form.tsx";
import { formatDate, todayInLondon } from "../../../ui/format/dates.ts";
import { planField, yearField } from "../impact-address.ts";
import { editionKey } from "./pack-address.ts";
import type { PackQuery } from "./queries.ts";

type Choices = Pick<ResultOf<typeof PackQuery>, "departments" | "strategies" | "dashboardEditions">;

const dashboardField = ({ dashboardEditions }: Choices): AddressField => ({
  name: "dashboard",
  label: "Dashboard as an appendix",
  options: [
    { value: "", label: "None" },
    ...dashboardEditions.map((edition) => ({
      value: editionKey(edition),
      label: `${edition.organisation.name}, ${edition.period.label}${edition.reportedOn ? ` (reported ${formatDate(edition.reportedOn)})` : ""}`,
    })),
  ],
});

/** Which assessments, and which dashboard. */
export const PackForm = (choices: Choices) => (
  <AddressForm
    heading="Choose what the report is about"
    shows="what the report would say"
    fields={[
      { name: "references", label: "References of assessments, with commas between" },
      planField("Plan that they cite", choices.strategies),
      yearField(todayInLondon()),
      departmentField(choices.departments),
      dashboardField(choices),
    ]}
  />
);

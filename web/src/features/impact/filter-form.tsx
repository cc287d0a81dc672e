import { AddressForm, departmentField } from "../../ui/address-form.tsx";
import { todayInLondon } from "../../ui/format/dates.ts";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { planField, STANDING_TOO, yearField } from "./impact-address.ts";
import type { Impact } from "./types.ts";

const COUNTED = [
  { value: "", label: "Signed off and in force" },
  { value: STANDING_TOO, label: "Also what is being written or reviewed" },
  ...Object.entries(ASSESSMENT_STATUS).map(([value, { words }]) => ({ value, label: `Only: ${words}` })),
];

/** Over which assessments. */
export const FilterForm = ({ departments, strategies }: Pick<Impact, "departments" | "strategies">) => (
  <AddressForm
    heading="Choose which assessments count"
    shows="these assessments"
    fields={[
      planField("Plan", strategies),
      yearField(todayInLondon()),
      departmentField(departments),
      { name: "status", label: "What counts", options: COUNTED },
      { name: "references", label: "References, with commas between" },
    ]}
  />
);

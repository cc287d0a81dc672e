import { AddressForm, departmentField } from "../../ui/address-form.tsx";
import { CHARACTERISTIC_OPTIONS } from "../../ui/characteristic-options.ts";
import { ACTION_STATUS } from "../../ui/status-words.ts";
import { BESIDES, SHOWN } from "./action-filter.ts";

const STATUS_OPTIONS = [
  { value: "", label: "Any status" },
  ...Object.entries(ACTION_STATUS).map(([value, { words }]) => ({ value, label: words })),
];

/** Which actions. What the address names besides (a measure, say) stays. */
export const FilterForm = ({ departments }: { departments: readonly { id: string; name: string }[] }) => (
  <AddressForm
    heading="Choose what to show"
    besides={BESIDES}
    fields={[
      { name: "show", label: "Show", options: SHOWN },
      { name: "status", label: "Status", options: STATUS_OPTIONS },
      departmentField(departments),
      { name: "characteristic", label: "People affected", options: CHARACTERISTIC_OPTIONS },
      { name: "text", label: "Words in it", type: "search" },
    ]}
  />
);

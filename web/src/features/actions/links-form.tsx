import type { FormEvent } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../data/outcome.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { KEEP_OWNER, OWNER_EMAIL, type OwnerChoice, OwnerField, ownerInput } from "./owner-field.tsx";
import type { FormProps } from "./progress-form.tsx";
import { LinksMutation } from "./queries.ts";
import type { Plans, WholeAction } from "./types.ts";
import { useActionForm } from "./use-action-form.ts";

const FIELDS = { owner: OWNER_EMAIL, metric: "metric", deliveryAction: "delivery" } as const;

const fieldOf = (path: string): string | null => FIELDS[path as keyof typeof FIELDS] ?? null;

const optionsOf = (plans: Plans) => [
  { value: "", label: "None" },
  ...plans.flatMap(({ node: plan }) =>
    plan.actions.edges.map(({ node }) => ({
      value: node.id,
      label: `${plan.title}: ${node.reference} ${node.title}`.slice(0, 120),
    })),
  ),
];

interface Links {
  owner: OwnerChoice;
  metric: string;
  /** Id of a delivery action. */
  delivery: string;
}

const linksOf = ({ metric, deliveryAction }: Pick<WholeAction, "metric" | "deliveryAction">): Links => ({
  owner: KEEP_OWNER,
  metric: metric?.code ?? "",
  delivery: deliveryAction?.id ?? "",
});

/** Who sees to it, and what it is joined to. */
export const LinksForm = ({ person, action, plans, onErrors, onDone }: FormProps & { plans: Plans }) => {
  const client = useClient();
  const form = useActionForm<Links>({
    person,
    action,
    form: "joined",
    label: "Who sees to",
    empty: linksOf(action),
    fieldOf,
    onErrors,
  });
  const { value } = form;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value.owner.who === "OTHER" && value.owner.email.trim() === "") {
      form.setErrors([{ field: OWNER_EMAIL, message: "Enter the email address of whoever is to see to it" }]);
      return;
    }
    await form.send(
      async (idempotencyKey) => {
        const input = {
          action: action.id,
          ...ownerInput(value.owner),
          metric: value.metric.trim() || null,
          deliveryAction: value.delivery || null,
          basedOnVersion: action.linksVersion,
          idempotencyKey,
        };
        const { data, error } = await client.mutation(LinksMutation, { input }).toPromise();
        return outcomeOf(data?.linkAction, error);
      },
      ({ action: saved }) => {
        form.clear(linksOf(saved));
        onDone("Saved who sees to it and what it is joined to");
      },
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 className="govuk-heading-m">Who sees to it, and what it is joined to</h2>
      <OwnerField
        action={action}
        value={value.owner}
        error={form.errorFor(OWNER_EMAIL)}
        onChange={(owner) => form.change({ ...value, owner })}
      />
      <TextInput
        id={FIELDS.metric}
        label="Code of the measure that it should move"
        hint="Such as 1C pt 2a. Leave it empty for none."
        error={form.errorFor(FIELDS.metric)}
        value={value.metric}
        onChange={(metric) => form.change({ ...value, metric })}
      />
      <Select
        id={FIELDS.deliveryAction}
        label="Part of this delivery action of a plan"
        error={form.errorFor(FIELDS.deliveryAction)}
        options={optionsOf(plans)}
        value={value.delivery}
        onChange={(delivery) => form.change({ ...value, delivery })}
      />
      <Button variant="secondary" busy={form.busy}>
        Save
      </Button>
    </form>
  );
};

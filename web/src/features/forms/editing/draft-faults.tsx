import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { draftAddress, questionAddress, sectionAddress } from "../addresses.ts";
import type { Fault } from "../types.ts";
import { counted } from "../words.ts";
import type { DraftPage } from "./use-draft-page.ts";

interface FaultPlace {
  to: string;
  name: string;
}

/** The page on which a fault is put right. */
const placeOf = ({ form, template }: DraftPage, { question, section }: Fault): FaultPlace => {
  if (question !== null)
    return {
      to: questionAddress(form.key, question),
      name: template.questions.find(({ key }) => key === question)?.label ?? question,
    };
  if (section !== null)
    return {
      to: sectionAddress(form.key, section),
      name: template.sections.find(({ key }) => key === section)?.title ?? section,
    };
  return { to: `${draftAddress(form.key)}/details`, name: "The form as a whole" };
};

/** Everything that keeps the draft from being published, place by place, each with its remedy and a way to it. */
export const FaultList = ({ page }: { page: DraftPage }) => {
  const { faults } = page.draft;
  if (faults.length === 0) return <InsetText>Nothing stands in the way of publishing it.</InsetText>;
  const places = Map.groupBy(faults, (fault) => placeOf(page, fault).to);
  return (
    <section className="app-faults" aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        {counted(faults.length, "thing")} to put right before it can be published
      </h2>
      <ul className="govuk-list">
        {[...places].map(([to, here]) => {
          const [first] = here;
          return first ? (
            <li key={to}>
              <AppLink to={to}>{placeOf(page, first).name || "Without a name"}</AppLink>
              <ul className="govuk-list govuk-list--bullet">
                {here.map(({ path, message, remedy }) => (
                  <li key={`${path} ${message}`}>
                    {message}. {remedy}.
                  </li>
                ))}
              </ul>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
};

import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { StrategiesQuery } from "./queries.ts";
import { formatYears } from "./years.ts";

export const StrategiesPage = () => {
  const { strategies } = useLiveData(StrategiesQuery, {});
  return (
    <Page title="Strategies">
      <p className="govuk-body">
        Plans run one after the other and in layers. Open one to see its outcomes and the figures that belong
        to them.
      </p>
      {strategies.totalCount === 0 ? (
        <p className="govuk-body">No strategy has been recorded yet.</p>
      ) : (
        <Table
          caption="All strategies"
          captionHidden
          rows={strategies.edges.map((edge) => edge.node)}
          rowKey={(strategy) => strategy.id}
          columns={[
            {
              key: "title",
              heading: "Strategy",
              rowHeading: true,
              cell: (strategy) => (
                <>
                  <AppLink to={`/strategies/${strategy.slug}`}>{strategy.title}</AppLink>
                  {strategy.isDraft ? (
                    <>
                      {" "}
                      <Tag colour="grey">Draft plan</Tag>
                    </>
                  ) : null}
                </>
              ),
            },
            {
              key: "years",
              heading: "Years",
              cell: (strategy) => formatYears(strategy.startsOn, strategy.endsOn),
            },
            {
              key: "whose",
              heading: "Whose",
              cell: (strategy) => strategy.organisations.map(({ name }) => name).join(", "),
            },
          ]}
        />
      )}
    </Page>
  );
};

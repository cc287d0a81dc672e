import { may } from "@due-regard/domain/access/policy";
import { builder } from "../../../schema/builder.ts";
import { connectionOf } from "../../../schema/connection.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { pageOf } from "../../../schema/page.ts";
import { DepartmentType } from "../../organisations/organisation.graphql.ts";
import { ViewerType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { RecommendationType } from "../review/review.graphql.ts";
import { type AgendaItem, agendaSource } from "./load-agenda.ts";

const AgendaItemType = builder.objectRef<AgendaItem>("AgendaItem").implement({
  description: "An assessment that waits for its department's group.",
  fields: (t) => ({
    assessment: t.field({ type: AssessmentType, description: "Which one.", resolve: ({ head }) => head }),
    submittedAt: t.expose("since", {
      type: "DateTime",
      description: "Since when it waits: when the revision in review was submitted.",
    }),
    daysWaiting: t.exposeInt("days", {
      description: "Whole days since then, by the calendar of the council.",
    }),
    decideBy: t.expose("decideBy", {
      type: "Date",
      description: "By when the group is asked to decide: 28 days after submission.",
    }),
    overdue: t.exposeBoolean("isOverdue", { description: "Whether that day has passed." }),
    recommendations: t.field({
      type: [RecommendationType],
      description:
        "What members recommend about this revision, each person's latest with their earlier ones.",
      resolve: ({ recommendations }) => recommendations,
    }),
    openPoints: t.exposeInt("openPoints", { description: "Points of the chair's that are not settled." }),
    openComments: t.exposeInt("openComments", {
      description: "Talks that are not settled, points among them.",
    }),
  }),
});

const AgendaPage = connectionOf(AgendaItemType);

builder.queryField("reviewAgenda", (t) =>
  t.connection(
    {
      type: AgendaItemType,
      description:
        "What waits for the groups on which you sit, as an agenda: by department, and in each the longest first.",
      args: {
        department: t.arg.globalID({
          for: DepartmentType,
          description: "Only of this department. Default: of every one on whose group you sit.",
        }),
      },
      resolve: (_root, { department, ...page }, { db, viewer }) =>
        pageOf(page, agendaSource(db, viewer, { departmentId: department?.id ?? null }, londonToday())),
    },
    ...AgendaPage,
  ),
);

builder.objectField(ViewerType, "canReview", (t) =>
  t.boolean({
    description: "Whether you sit on a department's group, and so have an agenda.",
    resolve: (viewer) => may(viewer, "reviews.read"),
  }),
);

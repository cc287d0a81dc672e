/** What topics need to know of a question. */
interface TopicQuestion {
  kind: string;
  subsection: string | null;
  /** Names a topic that would else be called like another one of its section. */
  label?: string | undefined;
}

export interface Topic<Question extends TopicQuestion> {
  /** Last part of the topic's address. */
  slug: string;
  /** Null: the section has one topic only, and its own title will do. */
  title: string | null;
  questions: Question[];
}

/** Questions whose answers are rows of their own have a page of their own, and one more for each row. */
const OWN_PAGE: Record<string, { slug: string; title: string }> = {
  CHARACTERISTIC_ROWS: { slug: "characteristics", title: "Protected characteristics" },
  RIGHT_ROWS: { slug: "rights", title: "Human rights" },
  IMPROVEMENT_PLAN: { slug: "actions", title: "Improvement plan" },
};

const slugOf = (title: string | null): string =>
  title === null
    ? "questions"
    : title
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-|-$/g, "");

/** One topic a page: a section's questions by subsection, in the order of the form. */
export const topicsOf = <Question extends TopicQuestion>(
  questions: readonly Question[],
): Topic<Question>[] => {
  const topics: (Topic<Question> & { name: string })[] = [];
  for (const question of questions) {
    const own = OWN_PAGE[question.kind] ?? { slug: slugOf(question.subsection), title: question.subsection };
    const last = topics.at(-1);
    if (last?.name === own.slug) last.questions.push(question);
    else topics.push({ ...apart(own, question, topics), name: own.slug, questions: [question] });
  }
  return topics.map(({ slug, title, questions: asked }) => ({ slug, title, questions: asked }));
};

/** What goes on after a table of rows comes under an address and a name of its own, or nobody would get there. */
const apart = (
  own: { slug: string; title: string | null },
  { label }: TopicQuestion,
  topics: readonly { name: string }[],
): { slug: string; title: string | null } => {
  const before = topics.filter(({ name }) => name === own.slug).length;
  return before === 0 ? own : { slug: `${own.slug}-${before + 1}`, title: label ?? own.title };
};

export interface Stop {
  to: string;
  label: string;
}

interface TourSection<Question extends TopicQuestion> {
  key: string;
  title: string;
  status: string;
  questions: readonly Question[];
}

/** `base` is the address of the assessment, or of whatever the form is filled in for. */
export const topicAddress = (base: string, section: string, slug: string): string =>
  `${base}/${section}/${slug}`;

const isOpen = ({ status }: { status: string }) => status !== "CANNOT_START_YET" && status !== "NOT_REQUIRED";

/** Every topic that can be filled in now, one after the other through the whole form. */
export const tour = <Question extends TopicQuestion>(
  base: string,
  sections: readonly TourSection<Question>[],
): Stop[] =>
  sections.filter(isOpen).flatMap((section) =>
    topicsOf(section.questions).map((topic) => ({
      to: topicAddress(base, section.key, topic.slug),
      label: topic.title ?? section.title,
    })),
  );

/** What comes before and after an address on the tour. */
export const neighbours = (
  stops: readonly Stop[],
  address: string,
): { previous: Stop | null; next: Stop | null } => {
  const index = stops.findIndex((stop) => stop.to === address);
  if (index < 0) return { previous: null, next: null };
  return { previous: stops[index - 1] ?? null, next: stops[index + 1] ?? null };
};

import {
  type Answer,
  type AssessmentContent,
  type CharacteristicImpact,
  type ImprovementAction,
  isWritten,
  type PinnedEvidence,
  type RightImpact,
} from "../content.ts";
import { kindOf } from "../form/kinds/registry.ts";
import type { FormTemplate } from "../form/template.ts";
import { rightKey } from "../reference-types.ts";
import type { PublicDraft } from "./public-draft.ts";
import type { PlacedText } from "./scan.ts";

/** What becomes of the text at a place. */
type Change = (place: string, text: string) => string;

const changeIn =
  (change: Change) =>
  (place: string, text: string | null): string | null =>
    isWritten(text) ? change(place, text) : text;

type ChangeText = ReturnType<typeof changeIn>;

const rowQuestion = (form: FormTemplate, storedIn: string, stage: string | null): string =>
  form.questions.find(
    (each) => kindOf(each).storedIn === storedIn && (stage === null || each.stage === stage),
  )?.key ?? "";

const changeAnswer = (answer: Answer, change: ChangeText): Answer => {
  const place = answer.part === null ? answer.question : `${answer.question}.${answer.part}`;
  return { ...answer, text: change(`${place}.text`, answer.text) };
};

const changeCharacteristic = (
  row: CharacteristicImpact,
  form: FormTemplate,
  change: ChangeText,
): CharacteristicImpact => {
  const place = `${rowQuestion(form, "CHARACTERISTIC_IMPACTS", row.stage)}.${row.characteristic}`;
  return {
    ...row,
    comments: change(`${place}.comments`, row.comments),
    barriers: change(`${place}.barriers`, row.barriers),
  };
};

const changeRight = (row: RightImpact, form: FormTemplate, change: ChangeText): RightImpact => {
  const place = `${rowQuestion(form, "RIGHT_IMPACTS", row.stage)}.${rightKey(row)}`;
  const { justification } = row;
  return {
    ...row,
    comments: change(`${place}.comments`, row.comments),
    justification: justification && {
      prescribedByLaw: change(`${place}.prescribedByLaw`, justification.prescribedByLaw),
      legitimateAim: change(`${place}.legitimateAim`, justification.legitimateAim),
      necessary: change(`${place}.necessary`, justification.necessary),
      proportionate: change(`${place}.proportionate`, justification.proportionate),
    },
  };
};

const changeAction = (row: ImprovementAction, form: FormTemplate, change: ChangeText): ImprovementAction => {
  const place = `${rowQuestion(form, "IMPROVEMENT_ACTIONS", null)}.${row.id}`;
  return {
    ...row,
    objective: change(`${place}.objective`, row.objective),
    action: change(`${place}.action`, row.action),
    target: change(`${place}.target`, row.target),
    officer: change(`${place}.officer`, row.officer),
  };
};

/** An address with a hole in it leads nowhere: it goes as a whole. */
const changeUrl = (place: string, url: string | null, change: ChangeText): string | null =>
  change(place, url) === url ? url : null;

const changeEvidence = (row: PinnedEvidence, change: ChangeText): PinnedEvidence => {
  const place = `evidence.${row.id}`;
  return {
    ...row,
    title: change(`${place}.title`, row.title) ?? row.title,
    display: change(`${place}.display`, row.display),
    source: change(`${place}.source`, row.source),
    url: changeUrl(`${place}.url`, row.url, change),
    note: change(`${place}.note`, row.note),
  };
};

const changeContent = (
  content: AssessmentContent,
  form: FormTemplate,
  change: ChangeText,
): AssessmentContent => ({
  answers: content.answers.map((row) => changeAnswer(row, change)),
  characteristicImpacts: content.characteristicImpacts.map((row) => changeCharacteristic(row, form, change)),
  rightImpacts: content.rightImpacts.map((row) => changeRight(row, form, change)),
  improvementActions: content.improvementActions.map((row) => changeAction(row, form, change)),
  evidence: content.evidence.map((row) => changeEvidence(row, change)),
});

/** The draft with every text that people wrote as `change` makes it. One walk serves listing and changing: none can be forgotten. */
export const changeTexts = (draft: PublicDraft, change: Change): PublicDraft => {
  const changeText = changeIn(change);
  const { facts, form, content } = draft;
  return {
    ...draft,
    facts: {
      ...facts,
      title: changeText("title", facts.title) ?? facts.title,
      signatures: facts.signatures.map((each) => ({
        ...each,
        jobTitle: changeText(`signatures.${each.role}.jobTitle`, each.jobTitle) ?? each.jobTitle,
      })),
    },
    content: changeContent(content, form, changeText),
  };
};

/** Every text that people wrote, with its place, in the order of the copy. */
export const textsOf = (draft: PublicDraft): PlacedText[] => {
  const texts: PlacedText[] = [];
  changeTexts(draft, (place, text) => {
    texts.push({ place, text });
    return text;
  });
  return texts;
};

import type { AssessmentAct } from "../assessment-acts.ts";

/** Who may do what to an assessment in which state, written out by hand: a reviewer reads this, not the code. */
export const ASSESSMENT_GRANTS: Record<AssessmentAct, string> = {
  "assessment.read": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    yes        yes                yes         yes        yes         yes         yes
    CONTRIBUTOR       yes    yes        yes                yes         yes        yes         yes         yes
    DEG_MEMBER        -      yes        yes                yes         yes        yes         yes         yes
    DEG_CHAIR         -      yes        yes                yes         yes        yes         yes         yes
    HEAD_OF_SERVICE   -      yes        yes                yes         yes        yes         yes         yes
    OFFICER           -      -          -                  yes         yes        yes         yes         -
    ANALYST           -      -          -                  yes         yes        yes         yes         -
    SCRUTINY          -      -          -                  yes         yes        yes         yes         -
    ADMIN             -      -          -                  yes         yes        yes         yes         -
  `,
  "assessment.workings": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    yes        yes                yes         yes        yes         yes         yes
    CONTRIBUTOR       yes    yes        yes                yes         yes        yes         yes         yes
    DEG_MEMBER        -      yes        yes                yes         yes        yes         yes         yes
    DEG_CHAIR         -      yes        yes                yes         yes        yes         yes         yes
    HEAD_OF_SERVICE   -      yes        yes                yes         yes        yes         yes         yes
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.edit": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    -          yes                -           -          -           -           -
    CONTRIBUTOR       yes    -          yes                -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.invite": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    -          yes                -           -          -           -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.hand-over": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    yes        yes                yes         yes        yes         -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.reassign": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              -      -          -                  -           -          -           -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             yes    yes        yes                yes         yes        yes         -           -
  `,
  "assessment.watch": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    yes        yes                yes         yes        yes         -           -
    CONTRIBUTOR       yes    -          yes                -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.track-actions": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              -      -          -                  yes         yes        yes         -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  yes         yes        yes         -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.change-form": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    -          yes                -           -          -           -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.comment": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              yes    -          yes                -           -          -           -           -
    CONTRIBUTOR       yes    -          yes                -           -          -           -           -
    DEG_MEMBER        -      yes        -                  -           -          -           -           -
    DEG_CHAIR         -      yes        -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.recommend": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              -      -          -                  -           -          -           -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      yes        -                  -           -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.hand-over-review": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              -      -          -                  -           -          -           -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  -           -          -           -           -
    DEG_CHAIR         -      yes        yes                yes         -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.publication": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              -      -          -                  yes         yes        yes         yes         -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  yes         yes        yes         yes         -
    DEG_CHAIR         -      -          -                  yes         yes        yes         yes         -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
  "assessment.redact": `
                      DRAFT  IN_REVIEW  CHANGES_REQUESTED  SIGNED_OFF  PUBLISHED  REVIEW_DUE  SUPERSEDED  WITHDRAWN
    LEAD              -      -          -                  yes         -          -           -           -
    CONTRIBUTOR       -      -          -                  -           -          -           -           -
    DEG_MEMBER        -      -          -                  yes         -          -           -           -
    DEG_CHAIR         -      -          -                  -           -          -           -           -
    HEAD_OF_SERVICE   -      -          -                  -           -          -           -           -
    OFFICER           -      -          -                  -           -          -           -           -
    ANALYST           -      -          -                  -           -          -           -           -
    SCRUTINY          -      -          -                  -           -          -           -           -
    ADMIN             -      -          -                  -           -          -           -           -
  `,
};

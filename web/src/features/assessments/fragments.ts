import { graphql } from "gql.tada";

export const findingFields = graphql(`
  fragment FindingFields on Finding @_unmask {
    rule
    place
    field
    otherPlaces
    action
    section
    message
    remedy
    weight
  }
`);

export const signatureFields = graphql(`
  fragment SignatureFields on Signature @_unmask {
    role
    statement
    contentHash
    signedAt
    keyId
    valid
    voidBecause
    signatory {
      id
      name
      jobTitle
    }
  }
`);

export const formFields = graphql(`
  fragment FormFields on FormSectionView @_unmask {
    key
    number
    title
    intro
    status
    questions {
      key
      number
      kind
      meaning
      subsection
      label
      text
      hint
      textLabel
      stage
      required
      visible
      hiddenBecause
      maxWords
      forcedChoice
      forcedBecause
      options {
        value
        label
        hint
      }
      parts {
        key
        label
        textLabel
        hint
      }
      guidance {
        lookAt
        law
        lawSource
        goodExample
        weakExample
      }
    }
  }
`);

export const answerFields = graphql(`
  fragment AnswerFields on Answer @_unmask {
    question
    part
    choice
    text
    version
    counts
    doubts
    origins {
      state
      revision
      copiedAt
      copiedBy {
        id
        name
      }
      assessment {
        id
        reference
        title
      }
    }
  }
`);

export const characteristicFields = graphql(`
  fragment CharacteristicFields on CharacteristicImpact @_unmask {
    characteristic
    label
    aims
    stage
    affected
    direction
    comments
    barriers
    version
    doubts
  }
`);

export const rightFields = graphql(`
  fragment RightFields on RightImpact @_unmask {
    part
    article
    title
    kind
    stage
    affected
    comments
    version
    doubts
    justification {
      prescribedByLaw
      legitimateAim
      necessary
      proportionate
    }
  }
`);

const evidenceFields = graphql(`
  fragment EvidenceFields on EvidenceLink @_unmask {
    id
    kind
    place
    note
    url
    host
    changedSincePinned
    pinned {
      title
      display
      value
      period
      source
      on
      knownSince
      at
      hash
      groups {
        characteristic
        category
        display
      }
      file {
        name
        type
        bytes
        sha256
      }
    }
    change {
      changedAt
      note
      source
      period {
        label
      }
      parts {
        category
        before
        now
      }
    }
    newer {
      id
      display
      period {
        label
      }
    }
    file {
      id
      state
      address
      scannedAt
    }
    metric {
      id
      code
    }
    organisation {
      id
      code
    }
    strategyElement {
      id
      strategy {
        id
        slug
      }
    }
    deliveryAction {
      id
      strategy {
        id
        slug
      }
    }
  }
`);

const actionFields = graphql(`
  fragment ActionFields on EqualityAction @_unmask {
    id
    objective
    action
    target
    officer
    due
    fromQuestion
    version
  }
`);

/** Everything that the form asks and holds: what section pages write and what the reading pages show. */
export const contentFields = graphql(
  `
    fragment ContentFields on Assessment @_unmask {
      id
      reference
      title
      status
      revision
      contentHash
      availableActions
      department {
        id
        name
      }
      form {
        ...FormFields
      }
      answers {
        ...AnswerFields
      }
      characteristicImpacts {
        ...CharacteristicFields
      }
      rightImpacts {
        ...RightFields
      }
      improvementActions {
        ...ActionFields
      }
      evidence {
        ...EvidenceFields
      }
    }
  `,
  [formFields, answerFields, characteristicFields, rightFields, actionFields, evidenceFields],
);

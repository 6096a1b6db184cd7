// Refusals of the knowledge module.
import { refusals } from '#platform/errors.ts';

export const knowledgeErrors = refusals({
  notFound: ['knowledge.not-found', 404],
  versionNotFound: ['knowledge.version-not-found', 404],
  topicNotFound: ['knowledge.topic-not-found', 404],
  questionNotFound: ['knowledge.question-not-found', 404],
  announcementNotFound: ['announcement.not-found', 404],
  templateNotFound: ['reply-template.not-found', 404],
  /** Written by people: an API key neither writes, approves nor reads in somebody's place. */
  onlyPeople: ['knowledge.only-people', 403],
  /** An author of the version does not approve it; somebody else has to. */
  ownVersion: ['knowledge.own-version', 403],
  notOwner: ['knowledge.not-owner', 403],
  codeTaken: ['knowledge.code-taken', 409],
  noDraft: ['knowledge.no-draft', 409],
  notInReview: ['knowledge.not-in-review', 409],
  /** Draft, in review, or approved and waiting: one version at a time. */
  versionOpen: ['knowledge.version-open', 409],
  notWaiting: ['knowledge.not-waiting', 409],
  notInForce: ['knowledge.not-in-force', 409],
  retired: ['knowledge.retired', 409],
  changedMeanwhile: ['knowledge.changed-meanwhile', 409],
  topicNotEmpty: ['knowledge.topic-not-empty', 409],
  topicCycle: ['knowledge.topic-cycle', 409],
  topicTooDeep: ['knowledge.topic-too-deep', 409],
  tooManyTopics: ['knowledge.too-many-topics', 409],
  /** It does not concern this person, or another version holds now. */
  receiptNotAsked: ['receipt.not-asked', 409],
  receiptGiven: ['receipt.given', 409],
  remindedToday: ['receipt.reminded-today', 409],
  announcementPublished: ['announcement.published', 409],
  announcementNotRunning: ['announcement.not-running', 409],
  announcementNotYours: ['announcement.not-yours', 409],
  templateNameTaken: ['reply-template.name-taken', 409],
});

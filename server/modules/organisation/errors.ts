// Refusals of the organisation module.
import { refusals, type AppError } from '#platform/errors.ts';

export const errors = refusals({
  setupDone: ['setup.done', 409],
  setupUnderWay: ['setup.under-way', 409],
  setupTokenWrong: ['setup.token-wrong', 403],
  setupNoSample: ['setup.no-sample', 409],
  slugTaken: ['organisation.slug-taken', 409],
  tooManyTries: ['access.too-many-tries', 429],
  passwordWrong: ['account.password-wrong', 403],
  unitNotFound: ['unit.not-found', 404],
  unitCycle: ['unit.cycle', 409],
  unitNotEmpty: ['unit.not-empty', 409],
  positionNotFound: ['position.not-found', 404],
  positionHeadExists: ['position.head-exists', 409],
  /** Rules of the matrix of authority name it. */
  positionInUse: ['position.in-use', 409],
  positionHeld: ['position.held', 409],
  personNotFound: ['person.not-found', 404],
  personInactive: ['person.inactive', 409],
  personNoAccount: ['person.no-account', 409],
  personEmailTaken: ['person.email-taken', 409],
  personAccountElsewhere: ['person.account-elsewhere', 409],
  lastAdministrator: ['person.last-administrator', 409],
  ownRoles: ['person.own-roles', 409],
  invitationUnknown: ['invitation.unknown', 404],
  invitationUsed: ['invitation.used', 410],
  invitationRevoked: ['invitation.revoked', 410],
  invitationExpired: ['invitation.expired', 410],
  passwordLinkUnknown: ['password-link.unknown', 404],
  passwordLinkUsed: ['password-link.used', 410],
  passwordLinkRevoked: ['password-link.revoked', 410],
  passwordLinkExpired: ['password-link.expired', 410],
  apiKeyNotFound: ['api-key.not-found', 404],
});

/** Runs a statement; where it breaks one of the named constraints (or, by `foreign-key`, any reference), the refusal is thrown instead. */
export async function refusing<T>(
  constraints: Record<string, (table: string | undefined) => AppError>,
  statement: Promise<T>,
): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
    const refusal =
      (constraint !== undefined && constraints[constraint]) || (code === '23503' && constraints['foreign-key']);
    throw refusal ? refusal(table) : error;
  }
}

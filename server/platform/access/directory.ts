// Directory: what the platform must ask about people and organisations; the organisation module answers, app.ts connects them.

export type StaffEntry = {
  organisationId: string;
  personId: string;
  name: string;
  roles: string[];
  active: boolean;
  /** The outside party that the person works for; null: the organisation itself. */
  dealerId: string | null;
};
export type ApiKeyEntry = { organisationId: string; keyId: string; name: string; scopes: string[] };
export type OrganisationEntry = { id: string; slug: string; language: 'ar' | 'fa' | 'en' };

export type Directory = {
  /** The membership of a signed-in account; undefined when it belongs to no organisation. */
  staffOfAccount(accountId: string): Promise<StaffEntry | undefined>;
  apiKey(secretHash: string): Promise<ApiKeyEntry | undefined>;
  organisationBySlug(slug: string): Promise<OrganisationEntry | undefined>;
  /** All organisations of the installation; the first is where an address without a slug leads. */
  organisations(): Promise<OrganisationEntry[]>;
  recordSignIn(record: {
    accountId: string | null;
    email: string;
    result: 'signed-in' | 'refused' | 'second-factor-refused' | 'signed-out';
    address: string | null;
    device: string | null;
  }): Promise<void>;
};

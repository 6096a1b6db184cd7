// How much each kind of agreement says, in bits: log2(m / u) after Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969).

/**
 * m is how often two records of one customer agree so; u is how often two of different customers do. The constants are what the
 * literature on registers and our own generated sets agree on to within a bit; what depends on the organisation (how frequent a
 * name is, how many customers there are) is not a constant: see `score-pair.ts`.
 */
export const bits = (m: number, u: number): number => Math.log2(m / u);

/** Of a register that was filled from several sources, so many pairs a record are one customer. */
export const duplicateRate = 0.3;

/** Given names of one customer are written the same, another lawful way, with a slip, or not recognisably (nickname, second name). */
export const given = {
  same: 0.8,
  variant: 0.15,
  near: 0.05,
  /** That somebody else's name is one slip away and is no name of its own. */
  nearByChance: 0.002,
  different: bits(0.03, 0.97),
  /** Relatives: nobody gives two children the same name, but a grandfather's is taken up. */
  sameInFamily: 0.01,
} as const;

/** Names of father and family. Of two that both have such names and share none, few are one customer (marriage, tribe or city instead). */
export const otherName = { same: 0.85, variant: 0.3, near: 0.06, nearByChance: 0.01, unmet: bits(0.08, 0.9) } as const;

/** Branches and namesakes. */
export const sameCompanyName = 0.03;
export const companyWord = {
  same: 0.85,
  variant: 0.4,
  near: 0.06,
  nearByChance: 0.01,
  unmet: bits(0.1, 0.9),
  added: bits(0.3, 0.5),
} as const;

/**
 * Relatives: each customer has about three whose names of father and family are the same, and about one with whom a phone is
 * shared. Agreement on these therefore never says more than "one of so few among all": without this, a shared family phone
 * together with the family's name would count twice what is one fact.
 */
export const relatives = 3;
export const sharePhone = 1;
/** A mailbox is shared less. */
export const shareEmail = 0.3;

export const phone = { same: 0.6, near: bits(0.04, 0.0006), different: bits(0.35, 0.99) } as const;
export const email = {
  same: 0.6,
  near: bits(0.03, 0.0001),
  /** The same local part at another provider; made of the name as a rule, so it says little more than the name did. */
  localPart: bits(0.12, 0.008),
  /** With digits in it, it is chosen by one person and seldom by two. */
  localPartWithDigits: bits(0.12, 0.001),
  different: bits(0.4, 0.99),
} as const;
export const nationalId = { same: 0.97, near: bits(0.02, 0.0003), different: bits(0.02, 1) } as const;
/** Two ids of another system are two accounts there: some customers have two. */
export const externalId = { same: 0.95, different: bits(0.45, 0.99) } as const;
export const birthDate = {
  /** Fifty years of days. */
  same: bits(0.85, 1 / (365 * 50)),
  /** The first of January and July, the first of Farvardin: written where nobody knew. */
  sameByDefault: bits(0.85, 0.02),
  near: bits(0.08, 0.002),
  /** Twins, and children entered with one date: with another given name the date says little. */
  sameOfTwins: bits(0.85, 0.03),
  different: bits(0.03, 0.98),
} as const;
export const region = { same: bits(0.8, 0.25), different: bits(0.2, 0.75) } as const;
/** A shop entered as a person. */
export const kind = { different: bits(0.01, 0.5) } as const;

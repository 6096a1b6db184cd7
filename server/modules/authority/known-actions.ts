// The actions that the product itself asks for; each is judged once an organisation has made it and given it a rule.

/** Whether it has an amount, as the place that asks says. */
export const knownActions: Readonly<Record<string, { hasAmount: boolean }>> = {
  'case.close-by-authority': { hasAmount: false },
};

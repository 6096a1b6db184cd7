// The parts of the settings of customers, as they stand in the address.
export const settingsViews = ['fields', 'lists', 'regions', 'rights', 'retention'] as const;
export type SettingsView = (typeof settingsViews)[number];

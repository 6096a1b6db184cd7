// The door of the knowledge module: what a case shows of it.
export { SuggestionsPanel, type SuggestionsPanelProps } from './suggestions-panel.tsx';
export { TemplatePicker, type TemplatePickerProps } from './template-picker.tsx';

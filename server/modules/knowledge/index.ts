// The door of the knowledge module: what others may call and join.
export { suggestFor } from './search.ts';
export { stepSheetsFor } from './step-sheets.ts';
export { replyTemplateText } from './reply-templates.ts';
export { fillTemplate } from './fill-template.ts';
export { hasPublicArticles } from './public-articles.ts';
export type { KnowledgeViews } from './tables.ts';
export { writeSampleKnowledge } from './sample.ts';

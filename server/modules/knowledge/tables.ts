// Row types of the tables that the knowledge module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated, GeneratedAlways } from 'kysely';
import type { DefaultedJson, Json } from '#platform/json.ts';

export type KnowledgeTables = {
  announcement_views: {
    organisation_id: string;
    announcement_id: string;
    person_id: string;
    unit_id: string | null;
    concerned_at: Date;
    reached_at: Date | null;
    seen_at: Date | null;
    confirmed_at: Date | null;
    released_at: Date | null;
  };
  announcements: {
    organisation_id: string;
    id: string;
    texts: Json;
    from_at: Date | null;
    until_at: Date | null;
    must_confirm: boolean;
    created_by: string | null;
    created_at: Date;
    published_at: Date | null;
    published_by: string | null;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
    withdraw_reason: string | null;
  };
  knowledge_answers: {
    organisation_id: string;
    id: string;
    question_id: string;
    text: string;
    answered_by: string | null;
    answered_at: Date;
  };
  knowledge_authors: {
    organisation_id: string;
    document_id: string;
    version: number;
    person_id: string;
    first_at: Date;
  };
  knowledge_checks: {
    organisation_id: string;
    id: string;
    document_id: string;
    checked_by: string | null;
    checked_at: Date;
    note: string | null;
  };
  knowledge_concerns: {
    organisation_id: string;
    id: string;
    document_id: string | null;
    announcement_id: string | null;
    subject_id: GeneratedAlways<string>;
    kind: 'everybody' | 'unit' | 'role' | 'position' | 'person';
    unit_id: string | null;
    role: 'administrator' | 'service-manager' | 'agent' | 'observer' | null;
    position_id: string | null;
    person_id: string | null;
  };
  knowledge_documents: {
    organisation_id: string;
    id: string;
    number: number;
    code: string | null;
    kind: 'article' | 'procedure' | 'policy' | 'regulation' | 'objective' | 'responsibility' | 'step-sheet';
    topic_id: string | null;
    owner_id: string;
    category_ids: Generated<string[]>;
    product_ids: Generated<string[]>;
    case_kinds: Generated<('request' | 'inquiry' | 'complaint' | 'suggestion' | 'remark')[]>;
    review_every_months: number | null;
    next_review_on: string | null;
    review_reminded_for: string | null;
    created_by: string | null;
    created_at: Date;
    changed_at: Date;
    retired_at: Date | null;
    retired_by: string | null;
    retire_reason: string | null;
  };
  knowledge_entries: {
    organisation_id: string;
    item_id: string;
    language: string;
    kind: string;
    number: number | null;
    version: number;
    audience: string;
    topic_id: string | null;
    category_ids: string[];
    product_ids: string[];
    case_kinds: string[];
    title: string;
    summary: string;
    body: Json;
    steps: Json;
    image_ids: string[];
    search: string;
    title_search: string;
    length: number;
    in_force_from: Date;
  };
  knowledge_feedback: {
    organisation_id: string;
    id: string;
    document_id: string;
    version: number;
    language: 'ar' | 'fa' | 'en';
    helpful: boolean;
    missing: string | null;
    from_kind: 'customer' | 'staff';
    person_id: string | null;
    customer_id: string | null;
    given_at: Date;
  };
  knowledge_images: {
    organisation_id: string;
    file_id: string;
    document_id: string | null;
    announcement_id: string | null;
  };
  knowledge_questions: {
    organisation_id: string;
    id: string;
    document_id: string;
    version: number;
    step_id: string | null;
    text: string;
    asked_by: string | null;
    asked_at: Date;
    answered_at: Date | null;
  };
  knowledge_recalls: {
    organisation_id: string;
    document_id: string;
    version: number;
    recalled_by: string | null;
    recalled_at: Date;
    reason: string;
  };
  knowledge_receipts: {
    organisation_id: string;
    document_id: string;
    version: number;
    person_id: string;
    asked_at: Date;
    due_at: Date;
    read_at: Date | null;
    answers: Json | null;
    tries: Generated<number>;
    released_at: Date | null;
    reminded_at: Date | null;
  };
  knowledge_reviews: {
    organisation_id: string;
    id: string;
    document_id: string;
    version: number;
    asked_by: string | null;
    asked_at: Date;
    reviewer_ids: string[];
    decision: 'approved' | 'sent-back' | 'withdrawn' | null;
    decided_by: string | null;
    decided_at: Date | null;
    reason: string | null;
  };
  knowledge_texts: {
    organisation_id: string;
    document_id: string;
    version: number;
    language: 'ar' | 'fa' | 'en';
    title: string;
    summary: string;
    body: Json;
    steps: DefaultedJson;
    plain: string;
  };
  knowledge_topics: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    name: Json;
    sort_order: number;
  };
  knowledge_versions: {
    organisation_id: string;
    document_id: string;
    number: number;
    state: 'draft' | 'in-review' | 'approved' | 'in-force' | 'superseded' | 'retired' | 'recalled';
    revision: Generated<number>;
    audience: 'public' | 'staff';
    editorial: Generated<boolean>;
    change_note: string | null;
    valid_from: string | null;
    demands_receipt: Generated<boolean>;
    receipt_days: Generated<number>;
    questions: DefaultedJson;
    receipt_since: number;
    created_by: string | null;
    created_at: Date;
    approved_by: string | null;
    approved_at: Date | null;
    in_force_from: Date | null;
    in_force_until: Date | null;
  };
  knowledge_words: {
    organisation_id: string;
    word: string;
    entries: number;
  };
  reply_template_texts: {
    organisation_id: string;
    template_id: string;
    version: number;
    language: 'ar' | 'fa' | 'en';
    body: Json;
    plain: string;
    written_by: string | null;
    written_at: Date;
  };
  reply_templates: {
    organisation_id: string;
    id: string;
    name: string;
    category_ids: Generated<string[]>;
    case_kinds: Generated<('request' | 'inquiry' | 'complaint' | 'suggestion' | 'remark')[]>;
    active: Generated<boolean>;
    version: number;
    changed_at: Date;
    changed_by: string | null;
  };
};

/** What other modules may join. */
export type KnowledgeViews = {
  receipt_briefs: {
    organisation_id: string;
    person_id: string | null;
    document_id: string | null;
    kind: string;
    version: number | null;
    receipt_since: number | null;
    asked_at: Date | null;
    due_at: Date | null;
    read_at: Date | null;
    released_at: Date | null;
    in_force_from: Date | null;
    in_force_until: Date | null;
  };
};

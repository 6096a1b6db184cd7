// Row types of the tables that the channels module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';

export type ChannelTables = {
  outgoing_mails: {
    organisation_id: string;
    id: string;
    message_id: string;
    server_message_id: string | null;
    in_reply_to: string | null;
    to_address: string;
    subject: string;
    language: 'ar' | 'fa' | 'en';
    body_text: string;
    body_html: string;
    sealed: string | null;
    state: 'held' | 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain';
    attempts: Generated<number>;
    fault: string | null;
    subject_type: string | null;
    subject_id: string | null;
    created_at: Date;
    sending_since: Date | null;
    sent_at: Date | null;
    purpose: 'service-messages' | 'surveys' | 'marketing';
    customer_id: string | null;
  };
  received_mails: {
    organisation_id: string;
    id: string;
    message_id: string;
    from_address: string;
    from_name: string | null;
    subject: string;
    body_text: string;
    sent_at: Date | null;
    received_at: Date;
    state: 'accepted' | 'ignored' | 'refused';
    reason: string | null;
    thread_type: string | null;
    thread_id: string | null;
    raw_file_id: string | null;
    attachment_file_ids: Generated<string[]>;
    dropped_attachments: Generated<number>;
  };
};

// A list of mails, outgoing or received, under the filter of the page, with the chosen mail beside it.
import { Button } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import type { Paged } from '#web/lib/paged.ts';
import type { Icon } from '#web/lib/web-module.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';

/** Two lines. */
const rowHeight = 60;

/** What the page says: the state that is filtered by, and the mail that is open. */
export type MailListState<State> = {
  state: State | undefined;
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
  onShowAll: () => void;
};

export type MailListProps<Mail> = Omit<MailListState<string>, 'openId'> & {
  label: string;
  icon: Icon;
  mails: Paged<Mail>;
  /** The first two stay beside an open mail. */
  columns: ReadonlyArray<Column<Mail>>;
  detail: Detail | null;
  /** Of a list without a filter. */
  empty: { title: string; hint: string };
};

export function MailList<Mail extends { id: string }>(props: MailListProps<Mail>) {
  const { label, icon, mails, columns, detail, state, onOpen, onShowAll } = props;
  const t = useT();
  if (mails.waiting) return <RowsSkeleton height={rowHeight} />;
  if (mails.error) return <ErrorNote error={mails.error} retry={mails.retry} />;
  return (
    <ListAndDetail detail={detail} onClose={() => onOpen(undefined)}>
      <DataTable
        label={label}
        columns={detail ? columns.slice(0, 2) : columns}
        rows={mails.rows}
        rowId={(mail) => mail.id}
        onOpen={(mail) => onOpen(mail.id)}
        selectedId={detail?.id ?? null}
        onEnd={mails.more}
        rowHeight={rowHeight}
        empty={
          state ? (
            <EmptyState
              icon={icon}
              title={t('channels.none-in-state')}
              hint={t('channels.none-in-state-hint')}
              action={
                <Button variant="default" onClick={onShowAll}>
                  {t('channels.state.all')}
                </Button>
              }
            />
          ) : (
            <EmptyState icon={icon} {...props.empty} />
          )
        }
      />
    </ListAndDetail>
  );
}

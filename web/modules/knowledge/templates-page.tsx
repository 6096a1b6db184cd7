// Reply templates: the list, and the open one beside it to be written, with a preview of what a customer would read.
import { Badge, Button, Chip, Text } from '@mantine/core';
import { IconMessage2Bolt, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { RowsSkeleton, TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './knowledge.module.css';
import { TemplateForm } from './template-form.tsx';

const route = getRouteApi('/shell/reply-templates');

export function TemplatesPage() {
  const t = useT();
  const manages = useMay('reply-template.manage');
  const search = route.useSearch();
  const go = route.useNavigate();
  const { q, template, all } = search;
  const show = (change: Partial<typeof search>) =>
    void go({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)) as typeof search,
    });
  const list = usePaged(
    useInfiniteQuery(
      orpc.replyTemplates.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ q, ...(all ? { all } : {}), cursor, limit: 40 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
  const open = useQuery({
    ...orpc.replyTemplates.get.queryOptions({ input: { id: template ?? '' } }),
    enabled: template !== undefined && template !== 'new',
  });
  function detail(): Detail | null {
    if (!template) return null;
    if (template === 'new')
      return {
        id: 'new',
        title: t('reply-template.add'),
        content: <TemplateForm key="new" before={null} onKept={(id) => show({ template: id })} />,
      };
    if (open.error) return { id: template, title: t('reply-template.one'), content: <ErrorNote error={open.error} /> };
    if (!open.data) return { id: template, title: t('reply-template.one'), content: <TextSkeleton lines={8} /> };
    return {
      id: template,
      title: <bdi>{open.data.name}</bdi>,
      content: <TemplateForm key={template} before={open.data} onKept={(id) => show({ template: id })} />,
    };
  }
  return (
    <Page
      title={t('reply-template.title')}
      purpose={t('reply-template.purpose')}
      action={
        manages && template !== 'new' ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show({ template: 'new' })}>
            {t('reply-template.add')}
          </Button>
        ) : null
      }
      filters={
        <>
          <SearchBox
            label={t('reply-template.search')}
            value={q ?? ''}
            onChange={(next) => show({ q: next || undefined })}
          />
          <Chip variant="outline" checked={all === 'yes'} onChange={(on) => show({ all: on ? 'yes' : undefined })}>
            {t('reply-template.with-unused')}
          </Chip>
        </>
      }
    >
      <ListAndDetail detail={detail()} onClose={() => show({ template: undefined })} room="most">
        <ErrorNote error={list.error} retry={list.retry} />
        {list.waiting ? <RowsSkeleton rows={4} /> : null}
        {!list.waiting && !list.error && list.rows.length === 0 ? (
          <EmptyState
            icon={IconMessage2Bolt}
            title={t(q ? 'ui.nothing-found' : 'reply-template.none')}
            {...(q ? {} : { hint: t('reply-template.none-hint') })}
          />
        ) : null}
        <ul className={classes['list']} aria-label={t('reply-template.title')}>
          {list.rows.map((row) => (
            <li key={row.id}>
              <OpenRow open={row.id === template} onOpen={() => show({ template: row.id })}>
                <span className={classes['name']}>
                  <bdi>{row.name}</bdi>
                  {row.active ? null : (
                    <Badge variant="default" tt="none">
                      {t('reply-template.unused')}
                    </Badge>
                  )}
                </span>
                <Text span size="sm" className={classes['quiet'] ?? ''}>
                  {row.texts.map(({ language }) => languageNames[language]).join(' · ')}
                </Text>
              </OpenRow>
            </li>
          ))}
        </ul>
        {list.hasMore ? (
          <Button variant="default" mt="sm" onClick={list.more}>
            {t('knowledge.more')}
          </Button>
        ) : null}
      </ListAndDetail>
    </Page>
  );
}

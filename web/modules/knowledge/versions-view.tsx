// The versions of a document: which there were, what the chosen one says or changes, and what is to be decided about it.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { ComparisonView } from './comparison-view.tsx';
import classes from './knowledge.module.css';
import { NamesOf } from './names-of.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { type KnowledgeDocument, type Version, versionQuery } from './use-knowledge.ts';
import { VersionStateMark } from './version-state.tsx';
import { VersionTexts } from './version-texts.tsx';

export type VersionsViewProps = {
  document: KnowledgeDocument;
  version: number;
  onVersion: (number: number) => void;
};

export function VersionsView({ document, version, onVersion }: VersionsViewProps) {
  const t = useT();
  const query = useQuery(versionQuery(document.id, version));
  return (
    <div className={classes['versions']}>
      <ul className={classes['list']} aria-label={t('knowledge.view.versions')}>
        {document.versions.map((one) => (
          <li key={one.number}>
            <OpenRow open={one.number === version} onOpen={() => onVersion(one.number)}>
              <span className={classes['name']}>{t('knowledge.version-number', { number: one.number })}</span>
              <VersionStateMark state={one.state} />
              <Text span size="sm" className={classes['quiet'] ?? ''}>
                <DateText value={one.inForceFrom ?? one.createdAt} />
                {one.editorial ? ` · ${t('knowledge.editorial')}` : ''}
              </Text>
            </OpenRow>
          </li>
        ))}
      </ul>
      <div>
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
        {query.isPending ? <TextSkeleton lines={8} /> : null}
        {query.data ? <OneVersion key={query.data.number} document={document} version={query.data} /> : null}
      </div>
    </div>
  );
}

function OneVersion({ document, version }: { document: KnowledgeDocument; version: Version }) {
  const t = useT();
  const hasBefore = document.versions.some(({ number }) => number < version.number);
  const [show, setShow] = useState<'text' | 'changes'>(
    hasBefore && (version.state === 'in-review' || version.state === 'approved') ? 'changes' : 'text',
  );
  return (
    <Stack gap="lg">
      <ReviewPanel document={document} version={version} />
      <Facts>
        <Fact term={t('knowledge.state')}>
          <VersionStateMark state={version.state} />
        </Fact>
        <Fact term={t('knowledge.authors')}>
          <NamesOf people={version.authors} />
        </Fact>
        {version.approvedAt ? (
          <Fact term={t('knowledge.approved-by')}>
            <bdi>{version.approvedBy?.name ?? ''}</bdi> · <DateText value={version.approvedAt} />
          </Fact>
        ) : null}
        <Fact term={t('knowledge.valid-from')}>
          {version.inForceFrom ? (
            <DateText value={version.inForceFrom} />
          ) : version.validFrom ? (
            <DateText value={version.validFrom} />
          ) : (
            t('knowledge.with-approval')
          )}
        </Fact>
        <Fact term={t('knowledge.audience')}>{t(`knowledge.audience.${version.audience}`)}</Fact>
        <Fact term={t('receipt.title')}>
          {version.demandsReceipt
            ? version.editorial
              ? t('receipt.counts-on', { number: version.receiptSince })
              : t('receipt.within', { count: version.receiptDays })
            : t('receipt.none-demanded')}
        </Fact>
      </Facts>
      {version.changeNote ? (
        <section aria-label={t('knowledge.change-note')}>
          <Text fw={600}>{t('knowledge.change-note')}</Text>
          <UserText>{version.changeNote}</UserText>
        </section>
      ) : null}
      {hasBefore ? (
        <WordFilter
          label={t('knowledge.show')}
          value={show}
          choices={[
            { value: 'text', label: t('knowledge.show.text') },
            { value: 'changes', label: t('knowledge.show.changes') },
          ]}
          onChange={setShow}
        />
      ) : null}
      {show === 'changes' ? (
        <ComparisonView documentId={document.id} version={version.number} />
      ) : (
        <VersionTexts version={version} />
      )}
      {version.reviews.length > 0 ? (
        <section aria-labelledby="reviews-title">
          <Title order={3} size="h4" id="reviews-title" mb="xs">
            {t('knowledge.reviews')}
          </Title>
          <ul className={classes['list']}>
            {version.reviews.map((review) => (
              <li key={review.id} className={classes['review']}>
                <span>
                  {t('knowledge.review-asked')} <bdi>{review.askedBy?.name ?? ''}</bdi> ·{' '}
                  <DateText value={review.askedAt} show="date-time" /> · {t('knowledge.reviewers')}{' '}
                  <NamesOf people={review.reviewers} />
                </span>
                {review.decision ? (
                  <span>
                    <strong>{t(`knowledge.decision.${review.decision}`)}</strong>{' '}
                    <bdi>{review.decidedBy?.name ?? ''}</bdi>
                    {review.decidedAt ? (
                      <>
                        {' · '}
                        <DateText value={review.decidedAt} show="date-time" />
                      </>
                    ) : null}
                  </span>
                ) : (
                  <span>{t('knowledge.decision.waits')}</span>
                )}
                {review.reason ? <UserText>{review.reason}</UserText> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Stack>
  );
}

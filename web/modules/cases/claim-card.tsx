// A claim in the history: an answer that asks. It never looks like a solution; what became of it stands at its foot.
import { useT } from '#web/lib/i18n.ts';
import { AttachmentList } from '#web/ui/attachment-list.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import type { ClaimStory } from './claim-ends.ts';
import classes from './thread.module.css';
import { useDateText } from './use-date-text.ts';
import type { TimelineItem } from './wire.ts';

export function ClaimCard({ item, by, story }: { item: TimelineItem; by: string; story: ClaimStory | undefined }) {
  const t = useT();
  const date = useDateText();
  return (
    <article className={classes['card']} data-word="claimed">
      <header className={classes['card-head']}>
        <StateIcon word="claimed" size={18} />
        <strong>{t('case.claim.title')}</strong>
        <span>
          <bdi>{by}</bdi>
        </span>
        <DateText value={item.at} show="time" />
      </header>
      <UserText lines={20}>{item.text ?? ''}</UserText>
      <AttachmentList files={item.attachments} />
      <footer className={classes['card-foot']} data-word={story?.end?.word}>
        {story?.end ? (
          <span className={classes['end']}>
            <StateIcon word={story.end.word} />
            {t('case.claim.became', { word: t(`ui.case-word.${story.end.word}`), at: date(story.end.at) })}
          </span>
        ) : (
          t('case.claim.waits', { until: story?.lapsesAt ? date(story.lapsesAt) : '' })
        )}
      </footer>
    </article>
  );
}

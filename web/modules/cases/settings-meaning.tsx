// Spells out what the settings mean for a customer, in sentences that follow the typing.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './register.module.css';

type Settings = {
  lapseDays?: number | undefined;
  reminderDays?: Array<number | undefined> | undefined;
  reopenDays?: number | undefined;
};

export function SettingsMeaning({ settings }: { settings: Settings }) {
  const t = useT();
  const format = useFormat();
  const { lapseDays, reopenDays } = settings;
  const reminders = (settings.reminderDays ?? []).filter((day): day is number => Number.isInteger(day));
  if (!Number.isInteger(lapseDays) || !Number.isInteger(reopenDays)) return null;
  const days = reminders.map((day) => format.number(day)).join(t('case.list-joint'));
  return (
    <p className={classes['meaning']} aria-live="polite">
      {t('case.settings.means-lapse', { count: lapseDays ?? 0 })}{' '}
      {reminders.length > 0 ? t('case.settings.means-reminders', { days }) : t('case.settings.means-no-reminders')}{' '}
      {reopenDays === 0
        ? t('case.settings.means-no-reopen')
        : t('case.settings.means-reopen', { count: reopenDays ?? 0 })}
    </p>
  );
}

// Writes the draft of an announcement: its words per language, whom it concerns, from when until when, and whether it must be confirmed.
import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus, IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useFieldArray } from 'react-hook-form';
import type { z } from 'zod';
import { IsoDate } from '#contract/common.ts';
import { AnnouncementInput } from '#contract/announcements.ts';
import { addDays, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useFormat } from '#web/lib/format.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { zonedInstant } from '#kernel/calendar/zoned-instant.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { RichTextField } from '#web/ui/rich-text/rich-text-field.tsx';
import { emptyRichText } from '#web/ui/rich-text/rich-text-input.tsx';
import { ConcernsInput } from './concerns-input.tsx';
import classes from './knowledge.module.css';
import { type Announcement, refreshAnnouncements } from './use-announcements.ts';
import { imageAddress } from './use-knowledge.ts';

/** Whole days, by the organisation's clock: the first one and the last one. */
const Entered = AnnouncementInput.omit({ from: true, until: true }).extend({
  fromDay: IsoDate.nullable(),
  untilDay: IsoDate.nullable(),
});
type Entered = z.infer<typeof Entered>;

// The wire carries instants as text; the schema reads them as dates.
const dayStart = (day: string, timeZone: string) =>
  zonedInstant(day, '00:00', timeZone).toISOString() as unknown as Date;
const nextDay = (day: string) => toIsoDate(addDays(fromIsoDate(day, 'gregory'), 1));
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

export type AnnouncementFormProps = { before: Announcement | null; onKept: (id?: string) => void };

export function AnnouncementForm({ before, onKept }: AnnouncementFormProps) {
  const t = useT();
  const own = useLanguage();
  const [discarding, setDiscarding] = useState(false);
  const format = useFormat();
  const today = format.dayOf(new Date().toISOString());
  const form = useZodForm(Entered, {
    texts: before?.texts ?? [{ language: own, title: '', body: emptyRichText }],
    fromDay: before?.from ? format.dayOf(before.from) : null,
    untilDay: before?.until ? format.dayOf(justBefore(before.until)) : null,
    mustConfirm: before?.mustConfirm ?? false,
    concerns: before?.concerns ?? [],
  });
  const texts = useFieldArray({ control: form.control, name: 'texts', keyName: 'key' });
  const missing = languages.filter((language) => !texts.fields.some((one) => one.language === language));

  async function keep(values: Entered): Promise<string> {
    const { fromDay, untilDay, ...rest } = values;
    const { timeZone } = format.settings;
    const input = {
      ...rest,
      from: fromDay ? dayStart(fromDay, timeZone) : null,
      until: untilDay ? dayStart(nextDay(untilDay), timeZone) : null,
    };
    const { id } = before
      ? await api.announcements.update({ id: before.id, ...input })
      : await api.announcements.create(input);
    form.reset(values);
    await refreshAnnouncements();
    return id;
  }

  const publishing = useMutation({
    mutationFn: async (values: Entered) => {
      const id = await keep(values);
      // Kept in any case: a refusal finds the draft as it was written.
      onKept(id);
      await api.announcements.publish({ id });
      await refreshAnnouncements();
      notifications.show({ message: t('announcement.published') });
    },
  });
  const discard = useMutation({
    mutationFn: () => api.announcements.discard({ id: before?.id ?? '' }),
    onSuccess: async () => {
      setDiscarding(false);
      form.reset(form.getValues());
      onKept();
      await refreshAnnouncements();
    },
  });
  return (
    <>
      <Form
        form={form}
        kept={t('knowledge.kept')}
        onSubmit={async (values) => {
          onKept(await keep(values));
          notifications.show({ message: t('announcement.kept') });
        }}
      >
        <LeaveQuestion />
        <Stack gap="lg" maw={760}>
          {texts.fields.map((one, index) => (
            <section key={one.key} className={classes['fieldset']} aria-label={languageNames[one.language]}>
              <TextField
                name={`texts.${index}.title`}
                label={`${t('announcement.headline')} (${languageNames[one.language]})`}
                required
                maxLength={200}
              />
              <RichTextField
                name={`texts.${index}.body`}
                label={`${t('knowledge.text')} (${languageNames[one.language]})`}
                language={one.language}
                imageAddress={imageAddress}
              />
              {texts.fields.length > 1 ? (
                <div>
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-md"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={() => texts.remove(index)}
                  >
                    {t('knowledge.remove-language', { language: languageNames[one.language] })}
                  </Button>
                </div>
              ) : null}
            </section>
          ))}
          <Group gap="xs">
            {missing.map((language) => (
              <Button
                key={language}
                variant="default"
                size="compact-md"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => texts.append({ language, title: '', body: emptyRichText })}
              >
                {t('knowledge.write-in', { language: languageNames[language] })}
              </Button>
            ))}
          </Group>
          <section aria-labelledby="concerns-title">
            <Title order={3} size="h4" id="concerns-title" mb="xs">
              {t('announcement.concerns')}
            </Title>
            <Controller
              control={form.control}
              name="concerns"
              render={({ field }) => <ConcernsInput value={field.value} onChange={field.onChange} />}
            />
          </section>
          <SwitchField
            name="mustConfirm"
            label={t('announcement.must-confirm')}
            hint={t('announcement.must-confirm-hint')}
          />
          <DateField name="fromDay" label={t('announcement.from')} hint={t('announcement.from-hint')} min={today} />
          <DateField name="untilDay" label={t('announcement.until')} hint={t('announcement.until-hint')} min={today} />
          <Group>
            <SubmitButton>{t('announcement.keep')}</SubmitButton>
            <Button
              variant="default"
              leftSection={<IconSend size={16} data-flips aria-hidden />}
              loading={publishing.isPending}
              onClick={() => void form.handleSubmit((values) => publishing.mutate(values))()}
            >
              {t('announcement.publish')}
            </Button>
            {before ? (
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setDiscarding(true)}
              >
                {t('knowledge.discard')}
              </Button>
            ) : null}
          </Group>
          <ErrorNote error={publishing.error} />
        </Stack>
      </Form>
      <ConfirmDialog
        opened={discarding}
        onClose={() => setDiscarding(false)}
        onConfirm={() => discard.mutate()}
        title={t('knowledge.discard')}
        confirmLabel={t('knowledge.discard')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        {t('announcement.discard-means')}
      </ConfirmDialog>
    </>
  );
}

// Adds a region below another one, or renames and retires one.
import { z } from 'zod';
import { LocaleText } from '#contract/common.ts';
import type { Region } from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshLists } from './use-lists.ts';

const Entry = z.object({ name: LocaleText, code: z.string().trim().max(20).optional(), active: z.boolean() });
type RegionDialogProps = { region: Region | null; parentId: string | null; onClose: () => void };

export function RegionDialog({ region, parentId, onClose }: RegionDialogProps) {
  const t = useT();
  const form = useZodForm(Entry, { name: region?.name ?? {}, active: region?.active ?? true });
  return (
    <Dialog opened onClose={onClose} title={t(region ? 'customer.change-region' : 'customer.add-region')}>
      <Form
        form={form}
        onSubmit={async ({ name, code, active }) => {
          if (region) await api.customerSettings.updateRegion({ id: region.id, name, active });
          else await api.customerSettings.createRegion({ parentId, name, code: code ?? null });
          await refreshLists();
          onClose();
        }}
      >
        <LocaleTextField name="name" label={t('customer.region-name')} required />
        {region ? (
          <SwitchField name="active" label={t('customer.in-use')} hint={t('customer.retire-choice-hint')} />
        ) : (
          <CodeField name="code" label={t('customer.region-code')} hint={t('customer.region-code-hint')} />
        )}
        <SubmitButton>{t(region ? 'ui.save' : 'customer.add-region')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

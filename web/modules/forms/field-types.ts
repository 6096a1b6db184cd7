// The types of fields as the designer offers them: in groups, each with its sign.
import {
  IconAt,
  IconBuilding,
  IconCalendar,
  IconCash,
  IconCheckbox,
  IconForms,
  IconId,
  IconListDetails,
  IconNumbers,
  IconPaperclip,
  IconPhone,
  IconTextSize,
  IconToggleLeft,
  IconUser,
} from '@tabler/icons-react';
import type { FieldType } from '#kernel/forms/form-definition.ts';
import type { Icon } from '#web/lib/web-module.ts';

export const typeIcons: Record<FieldType, Icon> = {
  line: IconForms,
  prose: IconTextSize,
  'whole-number': IconNumbers,
  amount: IconCash,
  date: IconCalendar,
  'yes-no': IconToggleLeft,
  'one-of': IconListDetails,
  'several-of': IconCheckbox,
  phone: IconPhone,
  email: IconAt,
  'national-id': IconId,
  file: IconPaperclip,
  unit: IconBuilding,
  person: IconUser,
};

export const typeGroups: readonly {
  name: 'text' | 'number' | 'choice' | 'contact' | 'other';
  types: readonly FieldType[];
}[] = [
  { name: 'text', types: ['line', 'prose'] },
  { name: 'number', types: ['whole-number', 'amount', 'date'] },
  { name: 'choice', types: ['yes-no', 'one-of', 'several-of'] },
  { name: 'contact', types: ['phone', 'email', 'national-id'] },
  { name: 'other', types: ['file', 'unit', 'person'] },
];

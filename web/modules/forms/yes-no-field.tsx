// A field that wants yes or no, and is neither at first.
import { Group, Radio } from '@mantine/core';
import type { Language } from '#contract/common.ts';
import { yesNoWords } from '#kernel/forms/yes-no-words.ts';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';

export function YesNoField({ language, ...props }: FieldProps & { language: Language }) {
  const field = useField<boolean | null | undefined>(props);
  return (
    <Radio.Group
      {...inputProps(props, field.error)}
      value={field.value === true ? 'yes' : field.value === false ? 'no' : ''}
      onChange={(value) => field.change(value === 'yes')}
    >
      <Group gap="lg" mt="xs">
        <Radio ref={field.ref} value="yes" label={yesNoWords[language].yes} />
        <Radio value="no" label={yesNoWords[language].no} />
      </Group>
    </Radio.Group>
  );
}

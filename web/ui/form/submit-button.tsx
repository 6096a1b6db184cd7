// The one button that sends a form; it stays pressable, since a grey button cannot say what is missing.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';

export function SubmitButton({ children, fullWidth }: { children: ReactNode; fullWidth?: boolean }) {
  const { isSubmitting } = useFormContext().formState;
  return (
    <Button
      type="submit"
      loading={isSubmitting}
      fullWidth={fullWidth ?? false}
      style={{ alignSelf: fullWidth ? 'stretch' : 'flex-start' }}
    >
      {children}
    </Button>
  );
}

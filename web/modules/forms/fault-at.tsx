// What is wrong at one place of a form, in words beside the field that mends it.
import { useT } from '#web/lib/i18n.ts';
import { useDesigning } from './design.ts';
import classes from './forms.module.css';

export function FaultAt({ path }: { path: string }) {
  const t = useT();
  const { faults } = useDesigning();
  return (faults.get(path) ?? []).map((code) => (
    <p key={code} className={classes['fault']}>
      {t(`form.fault.${code}`)}
    </p>
  ));
}

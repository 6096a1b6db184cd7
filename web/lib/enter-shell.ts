// What must be true before a page of the shell is shown: somebody is signed in, in their language, calendar and organisation's words.
import { redirect } from '@tanstack/react-router';
import { api } from './api.ts';
import { setFormatSettings, settingsOf } from './format.ts';
import { applyCustomerWord, applyLanguage } from './i18n.ts';
import { isProblem } from './problem-error.ts';
import { queryClient } from './query.ts';
import { sessionQuery } from './session.ts';

export async function enterShell({ location }: { location: { href: string } }): Promise<void> {
  try {
    const session = await queryClient.ensureQueryData(sessionQuery);
    setFormatSettings(settingsOf(session));
    await applyCustomerWord(session.organisation.customerWord);
    if (session.language !== document.documentElement.lang) await applyLanguage(session.language);
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    const { needed } = await api.organisation.setupStatus({});
    throw needed
      ? redirect({ to: '/setup' })
      : redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  }
}

// Reads the mails that the product sent, as their readers get them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import PostalMime from 'postal-mime';
import { letterTexts } from '#modules/cases/letter-texts.ts';
import type { JourneyLanguage } from './words.ts';
import { readWorld } from './world.ts';

export type Mail = { to: string; subject: string; text: string };

export async function mailsTo(address: string, mailbox = readWorld().mailbox): Promise<Mail[]> {
  const mails: Mail[] = [];
  for (const name of readdirSync(mailbox).sort()) {
    const parsed = await PostalMime.parse(readFileSync(join(mailbox, name)));
    const to = parsed.to?.map((one) => one.address).join(',') ?? '';
    if (to === address) mails.push({ to, subject: parsed.subject ?? '', text: parsed.text ?? '' });
  }
  return mails;
}

type Letter = keyof (typeof letterTexts)['en']['subject'];

/** Waits for a letter of this kind, by its subject (letters of different kinds may overtake each other), and gives the `nth` of them. */
export async function letterTo(address: string, letter: Letter, language: JourneyLanguage, nth = 1): Promise<Mail> {
  const subject = subjectPattern(letterTexts[language].subject[letter]);
  const found = async (): Promise<Mail[]> =>
    (await mailsTo(address)).filter((mail) => subject.test(mail.subject.replace(bidiMarks, '')));
  await expect
    .poll(async () => (await found()).length, { timeout: 100_000, message: `letter "${letter}" to ${address}` })
    .toBeGreaterThanOrEqual(nth);
  return (await found())[nth - 1]!;
}

/** They keep a number in its place and are no part of the words. */
const bidiMarks = /[\u200e\u200f\u2066-\u2069]/g;

function subjectPattern(text: string): RegExp {
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}

/** The address of the one action of a letter. */
export function linkOf(mail: Mail): string {
  const link = /https?:\/\/[^\s<>"]+\/case#[\w-]+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`no link to a case in the mail "${mail.subject}"`);
  return link;
}

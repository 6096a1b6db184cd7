// The knowledge of the sample organisation: documents in force and in review, receipts partly given, an announcement, questions, templates.
import type { Language } from '#contract/common.ts';
import type { ControlQuestion, Step, VersionText } from '#contract/knowledge.ts';
import type { RichText, RichTextNode } from '#kernel/rich-text/rich-text.ts';
import type { SampleCategory } from '#modules/catalogue/index.ts';
import { sampleActor, type SampleCountry, type SampleOrganisation } from '#modules/organisation/index.ts';
import type { StaffActor } from '#platform/actor.ts';
import { asOf } from '#platform/as-of.ts';
import { actingAs, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { newId } from '#platform/ids.ts';
import { askReview } from './ask-review.ts';
import { createAnnouncement, publishAnnouncement } from './announcements.ts';
import { setConcerns } from './concerns.ts';
import { createDocument } from './create-document.ts';
import { approveVersion } from './decide-review.ts';
import { giveFeedback } from './feedback.ts';
import { fileDocument } from './file-document.ts';
import { giveReceipt } from './give-receipt.ts';
import { answerQuestion, askQuestion } from './questions.ts';
import { reconcileAnnouncement, viewAnnouncement } from './reach-announcement.ts';
import { reconcileReceipts } from './reconcile-receipts.ts';
import { createReplyTemplate } from './reply-templates.ts';
import {
  documents,
  inReview,
  topics,
  type SampleDocument,
  type SampleStep,
  type SampleText,
} from './sample/documents.ts';
import { templates } from './sample/templates.ts';
import { steps as stepsAr, texts as textsAr } from './sample/texts-ar.ts';
import { texts as textsEn } from './sample/texts-en.ts';
import { steps as stepsFa, texts as textsFa } from './sample/texts-fa.ts';
import { voices } from './sample/voices.ts';
import { saveDraft } from './save-draft.ts';
import { createTopic } from './topics.ts';

const dayMs = 86_400_000;
const author = 'customer-operations-officer';
const approver = 'customer-service-director';

export type SampleKnowledge = {
  country: SampleCountry;
  organisation: SampleOrganisation;
  categories: readonly SampleCategory[];
  since: Date;
  now: Date;
};

export async function writeSampleKnowledge(ctx: Context, sample: SampleKnowledge): Promise<void> {
  const { organisation, country, categories, since, now } = sample;
  const people = organisation.people;
  const holder = (position: string): StaffActor =>
    sampleActor(
      ctx,
      people.find((one) => one.position === position)!,
    );
  const [writer, decider] = [holder(author), holder(approver)];
  const at = <T>(day: number, actor: StaffActor, work: (past: Context) => Promise<T>): Promise<T> =>
    asOf(ctx, new Date(Math.min(since.getTime() + day * dayMs, now.getTime() - 3_600_000)), (past) =>
      underRole(past, 'rida_staff', () => work(actingAs(past, actor))),
    );
  const asSystem = <T>(when: Date, work: (past: Context) => Promise<T>): Promise<T> => asOf(ctx, when, work);
  const unitId = (key: string): string => organisation.units.find((unit) => unit.key === key)!.id;
  const categoryIds = (keys: readonly string[] = []) =>
    categories.filter((one) => keys.includes(one.key)).map((one) => one.id);

  const topicIds = new Map<string, string>();
  for (const topic of topics)
    topicIds.set(
      topic.key,
      (await at(1, decider, (past) => createTopic(past, { parentId: null, name: topic.name }))).id,
    );

  async function draft(document: SampleDocument): Promise<string> {
    const texts = textsOf(document.key, country);
    const concerns = (document.units ?? []).map((key) => ({ kind: 'unit' as const, unitId: unitId(key) }));
    const { kind, audience } = document;
    return at(document.day - 1, writer, async (past) => {
      const { id } = await createDocument(past, {
        kind,
        audience,
        language: texts[0]!.language,
        title: texts[0]!.title,
        topicId: topicIds.get(document.topic)!,
        code: document.code ?? null,
      });
      await fileDocument(past, {
        id,
        code: document.code ?? null,
        topicId: topicIds.get(document.topic)!,
        ownerId: writer.personId,
        categoryIds: categoryIds(document.categories),
        productIds: [],
        caseKinds: kind === 'procedure' ? ['complaint'] : [],
        reviewEveryMonths: 12,
        nextReviewOn: null,
      });
      if (concerns.length > 0) await setConcerns(past, { id, concerns });
      await saveDraft(past, {
        id,
        texts,
        audience,
        editorial: false,
        changeNote: null,
        validFrom: null,
        demandsReceipt: concerns.length > 0,
        receiptDays: 21,
        questions: kind === 'procedure' ? [question()] : [],
        revision: 1,
      });
      await askReview(past, { id, reviewerIds: [decider.personId] });
      return id;
    });
  }

  const ids = new Map<string, string>();
  for (const document of documents) {
    const id = await draft(document);
    ids.set(document.key, id);
    await at(document.day, decider, (past) => approveVersion(past, { id, version: 1, editorialConfirmed: false }));
    const inForce = since.getTime() + document.day * dayMs;
    await asSystem(new Date(inForce), (past) => reconcileReceipts(past, id));
    // Most of them have read it, each some days later; some have still time or are late.
    const readers = people.filter((one) => !one.roles.includes('administrator'));
    for (const [place, reader] of readers.entries()) {
      const when = new Date(inForce + ((place * 7) % 20) * dayMs + 3_600_000);
      if (place % 4 === 3 || when >= now || !concernedIn(document, reader.unit, organisation)) continue;
      await asSystem(when, (past) =>
        giveReceipt(actingAs(past, sampleActor(ctx, reader)), { id, version: 1, answers: answers(document) }),
      );
    }
  }
  await draft(inReview);

  for (const voice of voices) {
    const { key, day, ask, answer } = voice;
    const asker = holder(voice.by);
    const asked = await at(day, asker, (past) =>
      askQuestion(past, { id: ids.get(key)!, text: ask[country], stepId: null }),
    );
    if (answer) await at(day + 2, writer, (past) => answerQuestion(past, { id: asked.id, text: answer[country] }));
  }
  const agents = people.filter((one) => one.roles.includes('agent'));
  const language: Language = country === 'IR' ? 'fa' : 'ar';
  for (const [place, agent] of agents.entries())
    await at(60 + place, sampleActor(ctx, agent), (past) =>
      giveFeedback(past, {
        id: ids.get(place % 2 === 0 ? 'upset-customers' : 'high-bill')!,
        version: 1,
        language,
        helpful: place % 5 !== 4,
        missing: null,
      }),
    );

  for (const template of templates)
    await at(15, decider, (past) =>
      createReplyTemplate(past, {
        name: template.name[language as 'ar' | 'fa'],
        texts: Object.entries(template.texts).map(([one, lines]) => ({
          language: one as Language,
          body: richTextOf(lines),
        })),
        categoryIds: categoryIds(template.categories),
        caseKinds: [...(template.caseKinds ?? [])],
      }),
    );
  await announce(ctx, sample, at, decider);
}

async function announce(
  ctx: Context,
  { organisation, now, since }: SampleKnowledge,
  at: <T>(day: number, actor: StaffActor, work: (past: Context) => Promise<T>) => Promise<T>,
  by: StaffActor,
): Promise<void> {
  const began = new Date(now.getTime() - 2 * dayMs);
  const day = (began.getTime() - since.getTime()) / dayMs;
  const id = await at(day, by, async (past) => {
    const made = await createAnnouncement(past, {
      texts: [
        {
          language: 'ar',
          title: 'إجراء الادعاء بالحل قيد المراجعة',
          body: richTextOf([
            'يصدر الإجراء الجديد الشهر القادم. حتى ذلك الحين يبقى الإجراء الحالي سارياً، وتُرسل الملاحظات عبر قناة الأسئلة.',
          ]),
        },
        {
          language: 'fa',
          title: 'رویهٔ اعلام حل در بازبینی است',
          body: richTextOf([
            'رویهٔ تازه ماه آینده منتشر می‌شود. تا آن وقت رویهٔ کنونی برقرار است و نظرها از راه کانال پرسش فرستاده می‌شود.',
          ]),
        },
        {
          language: 'en',
          title: 'The procedure for claiming is in review',
          body: richTextOf([
            'It comes next month. Until then the present one holds; remarks go through the question channel.',
          ]),
        },
      ],
      from: null,
      until: new Date(now.getTime() + 12 * dayMs),
      mustConfirm: true,
      concerns: [{ kind: 'everybody' }],
    });
    await publishAnnouncement(past, made.id);
    return made.id;
  });
  await asOf(ctx, began, (past) => reconcileAnnouncement(past, id));
  const steps = ['reached', 'seen', 'confirmed', 'confirmed', null] as const;
  for (const [place, person] of organisation.people.entries()) {
    const step = person.roles.includes('administrator') ? null : steps[place % steps.length]!;
    if (step !== null)
      await asOf(ctx, new Date(began.getTime() + (1 + (place % 30)) * 3_600_000), (past) =>
        viewAnnouncement(actingAs(past, sampleActor(ctx, person)), { id, step }),
      );
  }
}

/** Whether a unit is one of the document's, or below one. */
function concernedIn(document: SampleDocument, unit: string, organisation: SampleOrganisation): boolean {
  for (let key: string | null = unit; key !== null;) {
    if (document.units?.includes(key)) return true;
    key = organisation.units.find((one) => one.key === key)?.parent ?? null;
  }
  return false;
}

function textsOf(key: string, country: SampleCountry): VersionText[] {
  const sheets = [stepsAr[key] ?? [], stepsFa[key] ?? []];
  const ids = sheets[0]!.map(() => newId());
  const text = (language: Language, given: SampleText | undefined, sheet: readonly SampleStep[]): VersionText[] =>
    given
      ? [
          {
            language,
            title: given.title,
            summary: given.summary,
            body: richTextOf(given.lines),
            steps: sheet.map((step, place): Step => ({
              id: ids[place]!,
              title: step.title,
              body: richTextOf([step.text]),
              check: step.check ?? null,
            })),
          },
        ]
      : [];
  const [ar, fa] = [text('ar', textsAr[key], sheets[0]!), text('fa', textsFa[key], sheets[1]!)];
  return [...(country === 'IR' ? [...fa, ...ar] : [...ar, ...fa]), ...text('en', textsEn[key], [])];
}

/** Lines in the small notation of `SampleText`. */
function richTextOf(lines: readonly string[]): RichText {
  const paragraph = (text: string): RichTextNode => ({
    type: 'paragraph',
    content: text.split(/(\{\{[\w.]+\}\})/).flatMap((part): RichTextNode[] => {
      const name = /^\{\{(.+)\}\}$/.exec(part)?.[1];
      if (name !== undefined) return [{ type: 'variable', attrs: { name } }];
      return part === '' ? [] : [{ type: 'text', text: part }];
    }),
  });
  const content: RichTextNode[] = [];
  for (const line of lines) {
    const [, sign, rest = ''] = /^(# |- |! |\d+\. )?(.*)$/s.exec(line)!;
    if (sign === undefined) content.push(paragraph(rest));
    else if (sign === '# ') content.push({ ...paragraph(rest), type: 'heading', attrs: { level: 2 } });
    else if (sign === '! ') content.push({ type: 'callout', attrs: { kind: 'note' }, content: [paragraph(rest)] });
    else {
      const type = sign === '- ' ? 'bulletList' : 'orderedList';
      const last = content.at(-1);
      const item: RichTextNode = { type: 'listItem', content: [paragraph(rest)] };
      if (last?.type === type) last.content!.push(item);
      else content.push({ type, content: [item] });
    }
  }
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

const [questionId, rightId, wrongId] = [newId(), newId(), newId()];

function question(): ControlQuestion {
  return {
    id: questionId,
    text: {
      ar: 'من ينظر في الشكوى بعد الاعتراض؟',
      fa: 'پس از اعتراض چه کسی به شکایت رسیدگی می‌کند؟',
      en: 'Who takes a complaint after a dispute?',
    },
    choices: [
      {
        id: wrongId,
        text: { ar: 'الموظف نفسه', fa: 'همان کارشناس', en: 'The same officer' },
        right: false,
      },
      {
        id: rightId,
        text: { ar: 'شخص آخر في المستوى الأعلى', fa: 'کسی دیگر در سطح بالاتر', en: 'Somebody else, one level up' },
        right: true,
      },
    ],
    readAgain: { ar: 'الخطوات، البند الخامس', fa: 'گام‌ها، بند پنجم', en: 'Steps, number five' },
  };
}

const answers = (document: SampleDocument) =>
  document.kind === 'procedure' ? [{ questionId, choiceId: rightId }] : [];

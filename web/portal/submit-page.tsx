/** @jsxImportSource preact */
// The form for a new case; what is typed stays on the device until the server has it.
import type { Language } from '#contract/common.ts';
import { useState } from 'preact/hooks';
import { AttachmentsField } from './attachments-field.tsx';
import { CategoryField } from './category-field.tsx';
import { keepCase } from './device-store.ts';
import { FaultSummary, ProblemNotice, useFaultOf, type NamedFault } from './faults.tsx';
import { SelectField, TextField } from './field.tsx';
import { KindField } from './kind-field.tsx';
import { Link } from './link.tsx';
import { Page } from './page.tsx';
import { addressOf, go, type Matter } from './place.ts';
import { nameIn, usePortal } from './portal-context.ts';
import { codes, type Problem } from './problem.ts';
import { ReadArticleNotice, useArticleOfAddress, withArticle } from './read-article.tsx';
import { Suggestions } from './suggestions.tsx';
import { useCategoryForm } from './use-category-form.ts';
import { findFaults, submissionOf, type Values } from './submission.ts';
import { leaveDraft, useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';
import type { Submission, Suggestion } from './wire.ts';

export function SubmitPage({ matter }: { matter: Matter }) {
  const { t, slug, api, language, announce } = usePortal();
  const draft = useDraft<Values>(`${slug}:${matter}`, {
    kind: matter === 'complain' ? 'complaint' : 'request',
    categoryId: '',
    text: '',
    name: '',
    email: '',
    phone: '',
    language,
    files: [],
    forms: {},
    article: null,
  });
  const [faults, setFaults] = useState<NamedFault[]>([]);
  const [pending, setPending] = useState<Record<string, number>>({});
  const sending = useSending();
  const faultOf = useFaultOf(faults);
  const { values, change } = draft;
  const asked = useCategoryForm(values.categoryId);
  const { form } = asked;
  const entered = (form && values.forms[form.version.formId]) ?? {};
  const [found, setFound] = useState(false);
  useArticleOfAddress((article) => change({ article }));

  function leaveAnswered(article: Suggestion) {
    // Whether the count arrives is our matter, not the customer's.
    api.tellFound(article).catch(() => {});
    draft.clear();
    setFound(true);
  }
  if (found) return <FoundPage />;

  function submit(event: Event) {
    event.preventDefault();
    if (Object.values(pending).some((count) => count > 0)) return announce(t('files.wait'));
    if (asked.missing) return announce(t('form.wait'));
    announce('');
    const found = named([...(form ? form.part.faultsOf(form.version, entered) : []), ...findFaults(values)]);
    setFaults(found);
    if (found.length > 0) return;
    const plain = submissionOf(values);
    const filled = form ? { form: form.part.filledOf(form.version, entered) } : {};
    const body = { ...plain, ...filled, text: withArticle(plain.text, slug, t('article.about'), values.article) };
    void sending.send(() => post(body), refused);
  }

  function named(list: NamedFault[]): NamedFault[] {
    return form ? form.part.labelled(form.version, list, (text) => nameIn(language, text)) : list;
  }

  async function post(body: Submission) {
    draft.remember(draft.attempt ?? body);
    try {
      await finish(body);
    } catch (error) {
      // An earlier try did arrive, only its answer was lost, and the words were changed since. The receipt is that of the
      // first words; the new ones wait as a message on the page of the case.
      if ((error as Problem).code !== codes.keyReused || draft.attempt === null) throw error;
      const number = await finish(draft.attempt as Submission);
      if ((draft.attempt as Submission).text !== body.text)
        leaveDraft(`${slug}:${number}:message`, { text: body.text });
    }
  }

  async function finish(body: Submission): Promise<string> {
    const made = await api.submit(body, draft.key);
    keepCase(slug, {
      grant: made.grant,
      number: made.number,
      trackingCode: made.trackingCode,
      look: 'open',
      seenAt: new Date().toISOString(),
      subject: body.text.replace(/\n[^]*/, '').slice(0, 80),
      contact: body.email ?? body.phone ?? null,
      answerBy: made.answerBy,
    });
    draft.clear();
    go(addressOf(slug, 'receipt', made.number), { replace: true });
    return made.number;
  }

  function refused(problem: Problem) {
    if (problem.undecided) return;
    draft.renewKey();
    setFaults(named(problem.faults));
    return problem.faults.length > 0;
  }

  return (
    <Page title={t(`submit.${matter}`)}>
      <p class="lead">{t('submit.about')}</p>
      {values.article && <ReadArticleNotice article={values.article} remove={() => change({ article: null })} />}
      {draft.restored && (
        <div class="notice">
          <p>{t('submit.kept')}</p>
          <button type="button" class="button plain" onClick={draft.clear}>
            {t('submit.discard')}
          </button>
        </div>
      )}
      <form noValidate onSubmit={submit}>
        <FaultSummary faults={faults} />
        {matter === 'ask' && <KindField value={values.kind} onChange={(kind) => change({ kind, categoryId: '' })} />}
        <CategoryField
          kind={values.kind}
          value={values.categoryId}
          onChange={(categoryId) => change({ categoryId })}
          fault={faultOf('categoryId')}
        />
        {asked.problem && (
          <div class="notice red" role="alert">
            <p>{t('form.failed')}</p>
            <button type="button" class="button" onClick={asked.retry}>
              {t('retry')}
            </button>
          </div>
        )}
        {form && (
          <form.part.FormPart
            version={form.version}
            entered={entered}
            onChange={(key, value) =>
              change((before) => ({
                forms: {
                  ...before.forms,
                  [form.version.formId]: { ...before.forms[form.version.formId], [key]: value },
                },
              }))
            }
            onPending={(key, count) => setPending((before) => ({ ...before, [key]: count }))}
            faultOf={faultOf}
          />
        )}
        <TextField
          name="text"
          label={t('submit.text')}
          hint={t(`submit.text.${matter}.hint`)}
          multiline
          maxLength={20_000}
          value={values.text}
          onChange={(text) => change({ text })}
          fault={faultOf('text')}
        />
        <Suggestions
          text={values.text}
          kind={values.kind}
          categoryId={values.categoryId}
          except={values.article?.number ?? null}
          found={leaveAnswered}
        />
        <AttachmentsField
          name="submit"
          grant={null}
          files={values.files}
          onPending={(count) => setPending((before) => ({ ...before, submit: count }))}
          onChange={(make) => change((before) => ({ files: make(before.files) }))}
        />
        <h2>{t('submit.contact')}</h2>
        <p class="lead" id="contact-hint">
          {t('submit.contact.hint')}
        </p>
        <TextField
          name="name"
          label={t('submit.name')}
          autoComplete="name"
          maxLength={300}
          value={values.name}
          onChange={(name) => change({ name })}
          fault={faultOf('name')}
        />
        <div class="pair">
          <TextField
            name="email"
            label={t('submit.email')}
            type="email"
            inputMode="email"
            autoComplete="email"
            latin
            maxLength={254}
            either
            value={values.email}
            onChange={(email) => change({ email })}
            fault={faultOf('email')}
          />
          <TextField
            name="phone"
            label={t('submit.phone')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            latin
            maxLength={40}
            either
            value={values.phone}
            onChange={(phone) => change({ phone })}
            fault={faultOf('phone')}
          />
        </div>
        <SelectField
          name="language"
          label={t('submit.language')}
          value={values.language}
          onChange={(chosen) => change({ language: chosen as Language })}
          fault={faultOf('language')}
        >
          <option value="ar" lang="ar">
            العربية
          </option>
          <option value="fa" lang="fa">
            فارسی
          </option>
          <option value="en" lang="en">
            English
          </option>
        </SelectField>
        <ProblemNotice problem={sending.problem} />
        <p class="actions">
          <button type="submit" class="button primary" aria-disabled={sending.busy}>
            {t(sending.busy ? 'submit.sending' : 'submit.send')}
          </button>
        </p>
      </form>
    </Page>
  );
}

/** Nothing was sent: the answer was there. */
function FoundPage() {
  const { t, slug } = usePortal();
  return (
    <Page title={t('suggest.found.title')}>
      <p class="lead">{t('suggest.found.about')}</p>
      <p>
        <Link class="button" href={addressOf(slug)}>
          {t('home')}
        </Link>
      </p>
    </Page>
  );
}

// The customer tree through its verbs: drafted, previewed, published; members follow their data, pins stay, drift waits for a person.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCustomer } from '#modules/customers/factory.ts';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import type { Context } from '#platform/context.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { countMatching } from './count-matching.ts';
import { createDraft } from './create-draft.ts';
import { customerSegment } from './customer-segment.ts';
import { approveProposal, declineProposal } from './decide-proposal.ts';
import { discardDraft } from './discard-draft.ts';
import { addNodes, all, any, buildMember, buildTree, setTraits, when } from './factory.ts';
import { listMembers } from './list-members.ts';
import { listProposals } from './list-proposals.ts';
import { moveNode } from './move-node.ts';
import { addPersona, listPersonas, removePersona, updatePersona } from './personas.ts';
import { pinMember, unpinMember } from './pin-member.ts';
import { placeCustomers } from './place-customers.ts';
import { previewDraft } from './preview-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { readTree } from './read-tree.ts';
import { recomputeMembers } from './recompute-members.ts';
import { removeNode } from './remove-node.ts';
import { addNode, updateNode } from './save-node.ts';
import { segmentAt } from './segment-at.ts';
import { updateSegmentSettings } from './settings.ts';
import { listVersions } from './versions.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const build = () => buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
const later = (hours = 1) => app.clock.advance(hours * 3_600_000);
const tonight = async () => {
  await app.platform.jobs.runOnce(app.platform, 'segment.recompute');
  await app.platform.jobs.runDue(app.platform);
};
const people = all(when('kind', 'is', ['person']));
const women = all(when('gender', 'is', ['female']));
const everybody = all();

/** Name of the segment where a customer stands. */
const placeOf = async (ctx: Context, id: string) => (await customerSegment(ctx, id)).now?.name?.en ?? null;
const segmentEvents = async (organisationId: string, type: string) =>
  (
    await app.platform.connection.pool.query<{ data: Record<string, unknown> }>(
      'select data from events where organisation_id = $1 and type = $2 order by id',
      [organisationId, type],
    )
  ).rows.map((row) => row.data);

describe('a draft', () => {
  test('begins as a copy, one at a time; discarding it leaves everything as it was', async () => {
    const { run } = await build();
    await run((ctx) => buildTree(ctx, [{ name: 'People', rule: people, below: [{ name: 'Women', rule: women }] }]));
    expect(await run(createDraft)).toBe(2);
    await expect(run(createDraft)).rejects.toMatchObject({ code: 'segment.draft-there' });
    const draft = await run((ctx) => readTree(ctx, 2));
    expect(draft.nodes.map((node) => [node.name.en, node.parentId === null])).toEqual([
      ['People', true],
      ['Women', false],
    ]);
    expect(draft).toMatchObject({ published: 1, draft: 2, version: { state: 'draft', basedOn: 1 } });
    await run(discardDraft);
    expect(await run((ctx) => readTree(ctx, undefined))).toMatchObject({ published: 1, draft: null });
    await expect(run(previewDraft)).rejects.toMatchObject({ code: 'segment.no-draft' });
  });

  test('keeps the order in which rules are tried, and no segment below itself', async () => {
    const { run } = await build();
    await run(createDraft);
    await expect(run((ctx) => publishDraft(ctx, { note: null }))).rejects.toMatchObject({
      code: 'segment.draft-empty',
    });
    const ids = await run((ctx) =>
      addNodes(ctx, [
        { name: 'A', rule: everybody, below: [{ name: 'A1', rule: everybody }] },
        { name: 'B', rule: everybody },
        { name: 'C', rule: everybody },
      ]),
    );
    await run((ctx) => moveNode(ctx, { id: ids['C']!, direction: 'up' }));
    await run((ctx) => moveNode(ctx, { id: ids['A']!, direction: 'up' }));
    const names = async () => (await run((ctx) => readTree(ctx, 1))).nodes.map((node) => node.name.en);
    expect(await names()).toEqual(['A', 'A1', 'C', 'B']);
    const node = { name: { en: 'A' }, rule: everybody, servicePriority: 'high' as const, needs: [], sizeRank: null };
    await expect(run((ctx) => updateNode(ctx, { id: ids['A']!, parentId: ids['A1']!, ...node }))).rejects.toMatchObject(
      {
        code: 'segment.cycle',
      },
    );
    await run((ctx) => updateNode(ctx, { id: ids['B']!, parentId: ids['A1']!, ...node, name: { en: 'B' } }));
    expect(await names()).toEqual(['A', 'A1', 'B', 'C']);
    await run((ctx) => removeNode(ctx, ids['A1']!));
    expect(await names()).toEqual(['A', 'C']);
    let parentId = ids['A']!;
    for (const name of ['2', '3', '4', '5', '6'])
      parentId = await run((ctx) => addNode(ctx, { parentId, ...node, name: { en: name } }));
    await expect(run((ctx) => addNode(ctx, { parentId, ...node }))).rejects.toMatchObject({ code: 'segment.too-deep' });
  });

  test('counts the customers that a rule fits, within the segments above', async () => {
    const { run } = await build();
    await run((ctx) => buildMember(ctx, { gender: 'female', kind: 'person' }));
    await run((ctx) => buildMember(ctx, { gender: 'female', kind: 'company' }));
    await run((ctx) => buildMember(ctx, { gender: 'male' }));
    await run(createDraft);
    const ids = await run((ctx) => addNodes(ctx, [{ name: 'People', rule: people }]));
    expect(await run((ctx) => countMatching(ctx, { rule: women, parentId: null }))).toEqual({
      matching: 2,
      customers: 3,
    });
    expect(await run((ctx) => countMatching(ctx, { rule: women, parentId: ids['People']! }))).toMatchObject({
      matching: 1,
    });
    expect(await run((ctx) => countMatching(ctx, { rule: any(), parentId: null }))).toMatchObject({ matching: 0 });
  });
});

describe('a publication', () => {
  test('says before who moves, then moves exactly them; who stays keeps the row, and history stays known', async () => {
    const { run, organisationId } = await build();
    const [woman, man, company] = [
      await run((ctx) => buildMember(ctx, { gender: 'female' })),
      await run((ctx) => buildMember(ctx, { gender: 'male' })),
      await run((ctx) => buildMember(ctx, { kind: 'company' })),
    ];
    const before = app.clock.now();
    later();
    await run((ctx) => buildTree(ctx, [{ name: 'People', rule: people, sizeRank: 0 }]));
    const first = app.clock.now();
    later();
    expect(await run((ctx) => readTree(ctx, undefined))).toMatchObject({
      unplaced: 1,
      nodes: [{ members: 2 }],
      lastRecomputation: { cause: 'published', customers: 3, placed: 3, moved: 0 },
    });

    await run(createDraft);
    const tree = await run((ctx) => readTree(ctx, 2));
    const peopleId = tree.nodes[0]!.id;
    await run((ctx) => addNodes(ctx, [{ name: 'Women', rule: women }], peopleId));
    await run((ctx) => addNodes(ctx, [{ name: 'Companies', rule: all(when('kind', 'is', ['company'])) }]));
    const preview = await run(previewDraft);
    expect(preview.changes.map(({ name, change }) => [name.en, change])).toEqual([
      ['Women', 'added'],
      ['Companies', 'added'],
    ]);
    expect(preview).toMatchObject({ stay: 1, pinnedKept: 0, pinnedReleased: 0 });
    expect(
      preview.moves.map(({ from, to, count, examples }) => [from?.en, to?.en, count, examples.map(({ id }) => id)]),
    ).toEqual(
      expect.arrayContaining([
        ['People', 'Women', 1, [woman]],
        [undefined, 'Companies', 1, [company]],
      ]),
    );
    await run((ctx) => publishDraft(ctx, { note: 'women apart' }));
    later();
    expect(await run((ctx) => Promise.all([placeOf(ctx, woman), placeOf(ctx, man), placeOf(ctx, company)]))).toEqual([
      'Women',
      'People',
      'Companies',
    ]);
    expect((await run((ctx) => customerSegment(ctx, man))).history).toHaveLength(1);
    expect(
      (await run((ctx) => customerSegment(ctx, woman))).history.map((place) => [place.name?.en, place.treeVersion]),
    ).toEqual([
      ['Women', 2],
      ['People', 1],
    ]);
    expect(await run((ctx) => segmentAt(ctx, woman, first))).toEqual({ segmentId: peopleId, treeVersion: 1 });
    expect(await run((ctx) => segmentAt(ctx, man, app.clock.now()))).toEqual({ segmentId: peopleId, treeVersion: 2 });
    expect(await run((ctx) => segmentAt(ctx, woman, before))).toBeNull();
    expect((await run((ctx) => listVersions(ctx, { limit: 10 }))).items).toMatchObject([
      { number: 2, state: 'published', note: 'women apart', publishedBy: 'Administrator' },
      { number: 1, state: 'retired' },
    ]);
    expect(await segmentEvents(organisationId, 'segment.tree-published')).toMatchObject([
      {},
      { treeVersion: 2, before: 1, segments: 3 },
    ]);
    expect(await segmentEvents(organisationId, 'segment.members-moved')).toMatchObject([
      { placed: 3 },
      { moved: 2, placed: 0 },
    ]);
  });

  test('the nodes of what is published cannot be changed, by anybody', async () => {
    const { run, organisationId } = await build();
    await run((ctx) => buildTree(ctx, [{ name: 'People', rule: people }]));
    for (const statement of [`update segment_nodes set size_rank = 7`, `delete from segment_nodes`])
      await expect(
        app.platform.connection.pool.query(`${statement} where organisation_id = $1`, [organisationId]),
      ).rejects.toMatchObject({ constraint: 'only_a_draft_changes' });
  });

  test('names of those who move are for whoever may read customers', async () => {
    const { run, buildPerson } = await build();
    await run((ctx) => buildMember(ctx));
    await run(createDraft);
    await run((ctx) => addNodes(ctx, [{ name: 'People', rule: people }]));
    const someone = await buildPerson({ roles: ['observer'] });
    expect((await run(previewDraft, someone.actor)).moves).toMatchObject([{ count: 1, examples: [] }]);
  });
});

describe('members', () => {
  test('follow a change of their record, in one go for many; a merged record has no place', async () => {
    const { run, organisationId } = await build();
    await run((ctx) =>
      buildTree(ctx, [
        { name: 'Women', rule: women },
        { name: 'People', rule: people },
      ]),
    );
    const [one, other] = [await run((ctx) => buildMember(ctx)), await run((ctx) => buildMember(ctx))];
    expect(await run((ctx) => placeOf(ctx, one))).toBe('People');
    later();
    await run(async (ctx) => {
      await setTraits(ctx, one, { gender: 'female' });
      await setTraits(ctx, other, { merged_into_id: one });
      await placeCustomers(ctx, [one, other]);
    });
    expect(await run((ctx) => placeOf(ctx, one))).toBe('Women');
    expect((await run((ctx) => customerSegment(ctx, other))).now).toBeNull();
    // Nothing changed: nothing is written.
    const { history } = await run((ctx) => customerSegment(ctx, one));
    const events = await segmentEvents(organisationId, 'segment.members-moved');
    await run((ctx) => placeCustomers(ctx, [one, other]));
    expect((await run((ctx) => customerSegment(ctx, one))).history).toEqual(history);
    expect(await segmentEvents(organisationId, 'segment.members-moved')).toEqual(events);
  });

  test('are placed when they are registered and changed, by the events of customers', async () => {
    const { run } = await build();
    await run((ctx) => buildTree(ctx, [{ name: 'People', rule: people }]));
    const { customerId } = await run((ctx) => buildCustomer(ctx));
    expect((await run((ctx) => customerSegment(ctx, customerId))).now).toBeNull();
    await app.platform.jobs.runDue(app.platform);
    expect(await run((ctx) => placeOf(ctx, customerId))).toBe('People');
    expect((await run((ctx) => listMembers(ctx, { limit: 10 }))).items).toEqual([]);
  });

  test('whom no rule fits are listed, the newest first, page by page', async () => {
    const { run } = await build();
    await run((ctx) => buildTree(ctx, [{ name: 'Nobody', rule: any() }]));
    const ids = [];
    for (let at = 0; at < 3; at += 1) ids.push(await run((ctx) => buildMember(ctx)));
    const first = await run((ctx) => listMembers(ctx, { limit: 2 }));
    const second = await run((ctx) => listMembers(ctx, { limit: 2, cursor: first.next! }));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toSorted().reverse());
    expect(second.next).toBeNull();
  });

  test('the night finds what only time changed: an age', async () => {
    const { run } = await build();
    const adults = all(when('age', 'at-least', [18]));
    await run((ctx) => buildTree(ctx, [{ name: 'Adults', rule: adults }]));
    const birthday = new Date(app.clock.now().getTime() + 86_400_000);
    birthday.setUTCFullYear(birthday.getUTCFullYear() - 18);
    const id = await run((ctx) => buildMember(ctx, { birth_date: birthday.toISOString().slice(0, 10) }));
    await tonight();
    expect(await run((ctx) => placeOf(ctx, id))).toBeNull();
    later(24);
    await tonight();
    expect(await run((ctx) => placeOf(ctx, id))).toBe('Adults');
    expect((await run((ctx) => readTree(ctx, undefined))).lastRecomputation).toMatchObject({
      cause: 'nightly',
      moved: 1,
    });
  });

  test('pinned ones stay where a person put them, until the segment is gone or the pin is taken out', async () => {
    const { run, administrator } = await build();
    const ids = await run((ctx) =>
      buildTree(ctx, [
        { name: 'Women', rule: women },
        { name: 'People', rule: people },
      ]),
    );
    const id = await run((ctx) => buildMember(ctx, { gender: 'male' }));
    const kept = await run((ctx) => buildMember(ctx, { gender: 'male' }));
    later();
    await run((ctx) =>
      pinMember(ctx, { customerId: id, segmentId: ids['Women']!, reason: 'Speaks for a union of women' }),
    );
    await run((ctx) => pinMember(ctx, { customerId: kept, segmentId: ids['People']!, reason: 'Family' }));
    later();
    await run((ctx) => recomputeMembers(ctx, 'asked'));
    expect((await run((ctx) => customerSegment(ctx, id))).now).toMatchObject({
      name: { en: 'Women' },
      pinned: { by: administrator.actor.name, reason: 'Speaks for a union of women' },
    });
    await run(createDraft);
    await run((ctx) => removeNode(ctx, ids['Women']!));
    expect(await run(previewDraft)).toMatchObject({ pinnedKept: 1, pinnedReleased: 1 });
    later();
    await run((ctx) => publishDraft(ctx, { note: null }));
    expect((await run((ctx) => customerSegment(ctx, id))).now).toMatchObject({ name: { en: 'People' }, pinned: null });
    await run((ctx) => unpinMember(ctx, kept));
    expect((await run((ctx) => customerSegment(ctx, kept))).now).toMatchObject({
      name: { en: 'People' },
      pinned: null,
    });
    await expect(run((ctx) => unpinMember(ctx, kept))).rejects.toMatchObject({ code: 'segment.not-pinned' });
    await expect(
      run((ctx) => pinMember(ctx, { customerId: kept, segmentId: ids['Women']!, reason: 'x' })),
    ).rejects.toMatchObject({ code: 'segment.not-found' });
  });
});

describe('drift', () => {
  async function drifting() {
    const made = await build();
    const { run } = made;
    const ids = await run((ctx) =>
      buildTree(ctx, [
        { name: 'Women', rule: women },
        { name: 'People', rule: people },
      ]),
    );
    const members = [];
    for (let at = 0; at < 4; at += 1) members.push(await run((ctx) => buildMember(ctx, { gender: 'male' })));
    await run((ctx) => updateSegmentSettings(ctx, { moves: 'propose' }));
    later();
    const change = (id: string, gender: string | null) =>
      run(async (ctx) => {
        await setTraits(ctx, id, { gender });
        await placeCustomers(ctx, [id]);
      });
    const proposals = async () => (await run((ctx) => listProposals(ctx, { limit: 10 }))).items;
    return { ...made, ids, members: members as [string, string, string, string], change, proposals };
  }

  test('moves nobody: it is gathered, by change and by night, and goes when data fit again', async () => {
    const { run, members, change, proposals, ids } = await drifting();
    await change(members[0], 'female');
    await run((ctx) => setTraits(ctx, members[1], { gender: 'female' }));
    expect(await proposals()).toMatchObject([{ state: 'open', members: 4, misfits: 1 }]);
    await run((ctx) => recomputeMembers(ctx, 'nightly'));
    expect(await run((ctx) => placeOf(ctx, members[0]))).toBe('People');
    const [open] = await proposals();
    expect(open).toMatchObject({
      misfits: 2,
      segments: [{ id: ids['People'], members: 4, misfits: 2 }],
      moves: [{ from: { en: 'People' }, to: { en: 'Women' }, count: 2 }],
    });
    await change(members[0], null);
    await run((ctx) => pinMember(ctx, { customerId: members[1], segmentId: ids['People']!, reason: 'x' }));
    await run((ctx) => recomputeMembers(ctx, 'nightly'));
    expect(await proposals()).toMatchObject([{ id: open!.id, state: 'superseded' }]);
    // Who is new is placed at once: nobody has to decide where they were.
    expect(await run(async (ctx) => placeOf(ctx, await buildMember(ctx, { gender: 'female' })))).toBe('Women');
  });

  test('approved, its members move and nobody else', async () => {
    const { run, organisationId, members, change, proposals } = await drifting();
    await change(members[0], 'female');
    await change(members[1], 'female');
    later();
    const [open] = await proposals();
    await run((ctx) => approveProposal(ctx, open!.id));
    expect(await run((ctx) => Promise.all(members.map((id) => placeOf(ctx, id))))).toEqual([
      'Women',
      'Women',
      'People',
      'People',
    ]);
    expect(await proposals()).toMatchObject([
      { state: 'approved', decidedBy: 'Administrator', members: 4, misfits: 2 },
    ]);
    expect(await segmentEvents(organisationId, 'segment.proposal-approved')).toEqual([{ treeVersion: 1, moved: 2 }]);
    await expect(run((ctx) => approveProposal(ctx, open!.id))).rejects.toMatchObject({
      code: 'segment.proposal-decided',
    });
  });

  test('declined with a reason, they stay and are not proposed again, unless they would go elsewhere', async () => {
    const { run, members, change, proposals } = await drifting();
    await change(members[0], 'female');
    const [open] = await proposals();
    await expect(run((ctx) => declineProposal(ctx, { id: open!.id, reason: ' ' }))).rejects.toMatchObject({
      faults: [{ field: 'reason' }],
    });
    await run((ctx) => declineProposal(ctx, { id: open!.id, reason: 'A mistake of the import' }));
    later();
    await run((ctx) => recomputeMembers(ctx, 'nightly'));
    expect(await proposals()).toMatchObject([{ state: 'declined', reason: 'A mistake of the import' }]);
    await change(members[0], 'male');
    await run(async (ctx) => {
      await setTraits(ctx, members[0], { kind: 'company' });
      await placeCustomers(ctx, [members[0]]);
    });
    expect((await proposals())[0]).toMatchObject({ state: 'open', moves: [{ to: null, count: 1 }] });
  });

  test('a publication places everybody and ends what the old version had proposed', async () => {
    const { run, members, change, proposals } = await drifting();
    await change(members[0], 'female');
    await run(createDraft);
    later();
    await run((ctx) => publishDraft(ctx, { note: null }));
    expect(await run((ctx) => placeOf(ctx, members[0]))).toBe('Women');
    expect(await proposals()).toMatchObject([{ state: 'superseded' }]);
  });
});

test('personas: several for a segment, changed, and removed without being forgotten', async () => {
  const { run } = await build();
  const ids = await run((ctx) => buildTree(ctx, [{ name: 'People', rule: people }]));
  const segmentId = ids['People']!;
  const persona = {
    name: 'أم خالد',
    story: null,
    goals: ['فاتورة مفهومة'],
    needs: [],
    frustrations: [],
    channels: ['phone' as const],
    quotes: [],
    evidence: [{ note: 'مقابلات', link: 'https://example.org/study' }],
  };
  const one = await run((ctx) => addPersona(ctx, { segmentId, ...persona }));
  await run((ctx) => addPersona(ctx, { segmentId, ...persona, name: 'أبو خالد' }));
  await run((ctx) => updatePersona(ctx, { id: one.id, ...persona, goals: ['أ', 'ب'] }));
  expect((await run((ctx) => listPersonas(ctx, segmentId))).items).toMatchObject([
    { name: 'أم خالد', goals: ['أ', 'ب'], evidence: persona.evidence },
    { name: 'أبو خالد' },
  ]);
  await run((ctx) => removePersona(ctx, one.id));
  expect((await run((ctx) => listPersonas(ctx, segmentId))).items).toHaveLength(1);
  expect((await run((ctx) => readTree(ctx, undefined))).nodes).toMatchObject([{ personas: 1 }]);
});

test('routes: agents read the tree, only managers change it, and a fault of a rule names its place', async () => {
  const { run, administrator, buildPerson } = await buildOrganisation(app.platform, { withAccount: true });
  await run((ctx) => buildTree(ctx, [{ name: 'People', rule: people }]));
  const agent = await buildPerson({ roles: ['agent'], withAccount: true });
  const http = await createHttp(app.platform);
  try {
    const [asAgent, asAdministrator] = [await signIn(http, agent), await signIn(http, administrator)];
    const tree = await http.inject({ method: 'GET', url: '/api/segments/tree', headers: asAgent });
    expect(tree.json()).toMatchObject({ nodes: [{ name: { en: 'People' } }], published: 1 });
    const refused = await http.inject({ method: 'POST', url: '/api/segments/draft', headers: asAgent, payload: {} });
    expect(refused.statusCode).toBe(403);
    const rule = all(when('kind', 'is', ['robot']));
    const counted = await http.inject({
      method: 'POST',
      url: '/api/segments/count',
      headers: asAdministrator,
      payload: { rule, parentId: null },
    });
    expect([counted.statusCode, counted.json()]).toMatchObject([
      422,
      { faults: [{ field: 'rule.rules.0', code: 'rule-value' }] },
    ]);
    const drafted = await http.inject({
      method: 'POST',
      url: '/api/segments/draft',
      headers: asAdministrator,
      payload: {},
    });
    expect([drafted.statusCode, drafted.json()]).toMatchObject([201, { version: { number: 2, state: 'draft' } }]);
  } finally {
    await http.close();
  }
});

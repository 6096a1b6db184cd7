// Before the journeys: the product on an empty folder, a mail server that keeps what it gets, and an organisation set up.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmptyProduct, startMailServer } from './server.ts';
import { setMailServer, setUpOrganisation } from './set-up.ts';
import type { World } from './world.ts';

export default async function startProduct(): Promise<() => Promise<void>> {
  const product = await startEmptyProduct();
  const mailbox = join(product.folder, 'mailbox');
  const mail = await startMailServer(mailbox);
  const world: World = {
    address: product.address,
    dataDir: product.dataDir,
    mailbox,
    slug: 'journeys',
    administrator: { email: 'admin@example.org', password: 'a-long-password-1405' },
  };
  const api = await setUpOrganisation({
    address: product.address,
    setupLink: product.setupLink,
    organisation: {
      name: { ar: 'هيئة الخدمات', fa: 'سازمان خدمات', en: 'Service Authority' },
      slug: world.slug,
      country: 'SA',
      language: 'ar',
    },
    administrator: { name: 'مدير النظام', ...world.administrator },
  });
  await setMailServer(api, mail.port);
  await api.dispose();
  const file = join(product.folder, 'world.json');
  writeFileSync(file, JSON.stringify(world));
  process.env['RIDA_WORLD'] = file;
  return async () => {
    await product.stop();
    await mail.stop();
  };
}
